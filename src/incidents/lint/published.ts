import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import type { Section } from '../model/note-file.ts';
import { STATUS_HEADINGS } from '../note/heading.ts';
import { fromDifference, isQuotable } from './quoted.ts';
import type { Breach, Rule } from './rule.ts';
import { asWritten, offsetIn } from './written.ts';

/** An update as it was published. */
type Published = (Incident | Maintenance)['updates'][number];

/** What was published stays: an update is never edited, moved or taken out; a correction is one of its own. */
export const published: Rule = {
  id: 'published',
  find: async (note, context) => {
    const { slug, sections } = note;
    const updates = context.published(slug)?.note.updates ?? [];
    const end = sections.at(-1) ?? { line: 1, column: 1 };
    const breachesOf = async (update: Published): Promise<Breach[]> => {
      const { number } = update;
      const section = sections[number - 1];
      if (section !== undefined && isSame(section, update)) return [];
      const moved = sections.find((other) => isSame(other, update));
      if (moved !== undefined)
        return [
          {
            line: moved.line,
            column: moved.column,
            reason: `this was published as update ${number} and stands now as update ${moved.number}`,
            instead: 'Put it back where it was; a new update is appended at the end of the file.',
          },
        ];
      const { line, column } = section ?? end;
      return [
        section === undefined
          ? {
              line,
              column,
              reason: `update ${number} was published and is no longer here`,
              instead:
                'Put it back as it was, and append an update "## Correction · …" that says what was wrong.',
            }
          : {
              line,
              column,
              reason: `update ${number} was published otherwise (${differences(section, update)})`,
              instead: (await isQuotable(`${update.text.en}\n\n${update.text.id}`, note, context))
                ? `Put back what was published: ${wasSaid(section, update)} - and append an update "## Correction · …" with what is right.`
                : 'Put it back as it was, and append an update "## Correction · …" with what is right.',
            },
      ];
    };
    return (await Promise.all(updates.map(breachesOf))).flat();
  },
};

/** What was published where an update differs by now, of a text the first words that do. */
function wasSaid({ heading, status, at, passages }: Section, update: Published): string {
  const text = (language: 'en' | 'id') =>
    passages.find((passage) => passage.language === language)?.text ?? '';
  return [
    ...(status === update.status ? [] : [STATUS_HEADINGS[update.status]]),
    ...(sameTime(at, update.at) || update.at === null ? [] : [asWritten(update.at, offsetIn(heading))]),
    ...(['en', 'id'] as const)
      .filter((language) => text(language) !== update.text[language])
      .map((language) => fromDifference(update.text[language], text(language))),
  ]
    .map((said) => `"${said}"`)
    .join(', ');
}

/** Whether a section says what was published, as it was. */
export function isSame(section: Section, update: Published): boolean {
  return differences(section, update) === '';
}

function differences({ status, at, passages }: Section, update: Published): string {
  const text = (language: 'en' | 'id') =>
    passages.find((passage) => passage.language === language)?.text ?? '';
  return [
    status === update.status ? '' : 'its status',
    sameTime(at, update.at) ? '' : 'its time',
    text('en') === update.text.en ? '' : 'its English text',
    text('id') === update.text.id ? '' : 'its Indonesian text',
  ]
    .filter((difference) => difference !== '')
    .join(', ');
}

function sameTime(a: IsoInstant | null, b: IsoInstant | null): boolean {
  return a === null || b === null ? a === b : compareInstants(a, b) === 0;
}
