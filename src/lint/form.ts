import { STATUS_HEADINGS } from '../domain/note/heading.ts';
import type { Rule } from './rule.ts';

/** What a note of each kind begins with. */
const FIRST_STATUS = {
  incident: STATUS_HEADINGS.investigating,
  maintenance: STATUS_HEADINGS.scheduled,
} as const;

/** What can not be read as a note at all: YAML, fields, headings, times, a missing language, raw HTML. */
export const form: Rule = {
  id: 'form',
  find: ({ kind, problems, sections, facts }) => [
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
            instead: `Append "## ${FIRST_STATUS[kind]} · 2026-01-05 16:30 +07:00" with both languages below it.`,
          },
        ]
      : []),
  ],
};
