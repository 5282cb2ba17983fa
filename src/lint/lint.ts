import type { NoteFile } from '../domain/note-file.ts';
import type { Finding, LintContext } from './rule.ts';
import { RULES } from './rules.ts';

export type { Finding, LintContext } from './rule.ts';

/** Everything that is wrong with a note, at once, in the order of the file. Never throws for what a note says. */
export async function lintNote(note: NoteFile, context: LintContext): Promise<Finding[]> {
  const answers = await Promise.all(
    RULES.map(async ({ id, find }) =>
      (await find(note, context)).map(
        ({ line, column, level = 'error', reason, instead }): Finding => ({
          file: note.file,
          line,
          column,
          rule: id,
          level,
          reason,
          instead,
        }),
      ),
    ),
  );
  return answers.flat().toSorted((a, b) => a.line - b.line || a.column - b.column);
}
