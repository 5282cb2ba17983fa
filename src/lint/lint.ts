import type { NoteFile } from '../domain/note-file.ts';
import type { Finding, LintContext } from './rule.ts';
import { RULES } from './rules.ts';
import { withheld } from './withheld.ts';

export type { Finding, LintContext } from './rule.ts';

/** Everything that is wrong with a note, at once, in the order of the file. Never throws for what a note says. */
export async function lintNote(note: NoteFile, context: LintContext): Promise<Finding[]> {
  const answers = await Promise.all(
    RULES.map(async ({ id, find }) => (await find(note, context)).map((breach) => ({ id, breach }))),
  );
  const breaches = answers.flat();
  const hidden = [
    ...new Set(breaches.flatMap(({ breach: { hides } }) => (hides === undefined ? [] : [hides]))),
  ];
  return breaches
    .map(({ id, breach }): Finding => {
      const { line, column, level = 'error' } = breach;
      const { reason, instead } = withheld(breach, hidden);
      return { file: note.file, line, column, rule: id, level, reason, instead };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}
