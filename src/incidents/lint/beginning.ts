import type { IncidentFacts, NoteFile } from '../model/note-file.ts';
import { STATUS_HEADINGS } from '../note/heading.ts';
import type { Breach, Rule } from './rule.ts';

/** What the first update of a note may be; an incident may be told when it is over. */
const FIRST = {
  incident: ['investigating', 'identified', 'monitoring', 'over', 'resolved'],
  maintenance: ['scheduled', 'in_progress', 'verifying', 'completed'],
} as const;

const ALL_WELL =
  /\b(?:all|every|everything|no)\s+(?:\w+\s+){0,3}?(?:operational|normal|works?|working|well|running|fine|(?:problems?|disturbances?|issues?|incidents?))\b|\b(?:semua|seluruh|segala)(?:nya)?\s+(?:\w+\s+){0,3}?(?:normal|beroperasi|berfungsi|lancar|baik)\b|\btidak\s+ada\s+(?:gangguan|masalah|kendala|insiden)\b/iu;

/** A note begins with what happens: nothing was said that a first update could correct, and no open incident is none. */
export const beginning: Rule = {
  id: 'beginning',
  find: (note) => [...firstUpdate(note), ...title(note)],
};

function firstUpdate({ kind, sections: [first] }: NoteFile): Breach[] {
  const known: readonly string[] = FIRST[kind];
  if (first === undefined || first.status === null || known.includes(first.status)) return [];
  return [
    {
      line: first.line,
      column: first.column,
      reason: `the first update is "${STATUS_HEADINGS[first.status]}", but nothing was told before it`,
      instead: `Begin with ${FIRST[kind].map((one) => STATUS_HEADINGS[one]).join(', ')}.`,
    },
  ];
}

function title({ kind, facts, whereIs }: NoteFile): Breach[] {
  if (facts === null || kind !== 'incident' || (facts as IncidentFacts).resolved !== null) return [];
  return (['en', 'id'] as const).flatMap((language): Breach[] =>
    ALL_WELL.test(facts.title[language])
      ? [
          {
            ...whereIs(['title', language]),
            level: 'warning',
            reason: 'the title says that all is well, and the incident is open',
            instead:
              'Write what is disturbed, such as "Daily distribution delayed" / "Distribusi harian tertunda".',
          },
        ]
      : [],
  );
}
