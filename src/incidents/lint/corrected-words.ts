import { CORRECTION } from '../model/note.ts';
import { correctionsIn, quotedIn } from '../model/note-corrections.ts';
import type { NoteFile } from '../model/note-file.ts';
import { LANGUAGE_HEADINGS } from '../note/sections.ts';
import type { Breach, Rule } from './rule.ts';

const LANGUAGES = ['en', 'id'] as const;

/** A correction quotes the words that were wrong: so it is shown beside them, and not only where nobody looks again. */
export const correctedWords: Rule = {
  id: 'corrected-words',
  find: (note, { published }) => {
    const told = published(note.slug)?.note.updates.length ?? 0;
    return note.sections
      .filter(({ number, status }) => status === CORRECTION && number > told && number > 1)
      .flatMap(({ number }) => LANGUAGES.flatMap((language) => breachesOf(note, number, language)));
  },
};

function breachesOf({ sections }: NoteFile, number: number, language: 'en' | 'id'): Breach[] {
  const passage = sections[number - 1]?.passages.find((one) => one.language === language);
  if (passage === undefined) return []; // That it is missing is told by itself.
  const heading = `### ${LANGUAGE_HEADINGS[language]}`;
  const place = { line: passage.line, column: 1 };
  const { quote, said } = quotedIn(passage.tree);
  if (quote === null)
    return [
      {
        ...place,
        level: 'warning',
        reason: `the correction does not quote under "${heading}" which words were wrong, so it can not be shown beside them`,
        instead:
          'If words of an update were wrong, begin with them, copied from there, in a line that begins with "> "; then an empty line, and what is right.',
      },
    ];
  if (said === '')
    return [
      {
        ...place,
        reason: `the correction quotes words under "${heading}", and does not say what is right`,
        instead: 'Write it below them, after an empty line.',
      },
    ];
  const updates = sections.slice(0, number).map((section) => ({
    number: section.number,
    status: section.status ?? '',
    at: section.at,
    text: { en: textIn(section, 'en'), id: textIn(section, 'id') },
  }));
  const about = correctionsIn(updates, language).find((one) => one.number === number)?.of ?? null;
  if (about !== null) return [];
  return [
    {
      ...place,
      reason: `the words that the correction quotes under "${heading}" stand in no update above it`,
      instead: 'Copy them letter for letter from the update; a few words of it are enough.',
    },
  ];
}

function textIn({ passages }: NoteFile['sections'][number], language: 'en' | 'id'): string {
  return passages.find((one) => one.language === language)?.text ?? '';
}
