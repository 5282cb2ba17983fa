import type { Rule } from './rule.ts';

/** What can not be read as a note at all: YAML, fields, headings, times, a missing language, raw HTML. */
export const form: Rule = {
  id: 'form',
  demands: {
    en: 'can be read as a note',
    id: 'dapat dibaca sebagai catatan',
  },
  find: ({ problems, sections, facts }) => [
    ...problems.map(({ line, column, field, reason }) => ({
      line,
      column,
      reason: field === '' || reason.includes(`"${field}"`) ? reason : `${field}: ${reason}`,
      instead: 'Correct this place; the pattern of a note is in content/README.md.',
    })),
    ...(facts !== null && sections.length === 0
      ? [
          {
            line: 1,
            column: 1,
            reason: 'the note has no update: it tells nobody anything',
            instead: 'Append "## Investigating · 2026-01-05 16:30 +07:00" with both languages below it.',
          },
        ]
      : []),
  ],
};
