import { TIME_PATTERN } from '../../core/written-time.ts';
import type { NoteFile } from '../model/note-file.ts';
import { STATUS_HEADINGS } from '../note/heading.ts';
import type { Rule } from './rule.ts';
import { isUnfilled } from './unfilled.ts';

/** What a note of each kind begins with. */
const FIRST_STATUS = {
  incident: STATUS_HEADINGS.investigating,
  maintenance: STATUS_HEADINGS.scheduled,
} as const;

/** What can not be read as a note at all: YAML, fields, headings, times, a missing language, raw HTML. */
export const form: Rule = {
  id: 'form',
  find: (note) => [
    ...problemsOf(note).map(({ line, column, field, reason }) => ({
      line,
      column,
      reason: field === '' || reason.includes(`"${field}"`) ? reason : `${field}: ${reason}`,
      instead: 'Correct this place; a whole note to copy is in content/written/incidents/README.md.',
    })),
    ...(note.facts !== null && note.sections.length === 0
      ? [
          {
            line: 1,
            column: 1,
            reason: 'the note has no update: it tells nobody anything',
            instead: `Append "## ${FIRST_STATUS[note.kind]} · ${TIME_PATTERN} +07:00" with both languages below it.`,
          },
        ]
      : []),
  ],
};

/** A place that is still to be filled in is told as such, and not once more as something that can not be read. */
function problemsOf(note: NoteFile) {
  return note.problems.filter(({ field }) => field === '' || !isUnfilled(note, field));
}
