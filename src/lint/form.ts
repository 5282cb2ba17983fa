import type { Rule } from './rule.ts';

/** What can not be read as a note at all: YAML, fields, headings, times, a missing language, raw HTML. */
export const form: Rule = {
  id: 'form',
  find: ({ problems }) =>
    problems.map(({ line, column, field, reason }) => ({
      line,
      column,
      reason: field === '' ? reason : `${field}: ${reason}`,
      instead: 'Correct this place; the pattern of a note is in content/README.md.',
    })),
};
