import type { NoteFile } from '../model/note-file.ts';
import type { Finding, LintContext } from './rule.ts';
import { RULES } from './rules.ts';
import { withheld } from './withheld.ts';

export type { Finding, LintContext } from './rule.ts';

/** More than anybody reads of one note: what is found is published, so that nothing may fill the site with it. */
const MOST = 500;

/** Everything that is wrong with a note, at once, in the order of the file. Never throws for what a note says. */
export async function lintNote(note: NoteFile, context: LintContext): Promise<Finding[]> {
  const answers = await Promise.all(
    RULES.map(async ({ id, find }) => (await find(note, context)).map((breach) => ({ id, breach }))),
  );
  const breaches = answers.flat();
  const plain = withheld(breaches.flatMap(({ breach: { hides } }) => (hides === undefined ? [] : [hides])));
  const findings = breaches.map(({ id, breach }): Finding => {
    const { line, column, level = 'error' } = breach;
    const { reason, instead } = plain(breach);
    return { file: note.file, line, column, rule: id, level, reason, instead };
  });
  const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (inOrder.length <= MOST) return inOrder;
  // Errors first, so that what refuses a note is never the part that is left out.
  const errors = inOrder.filter(({ level }) => level === 'error');
  const warnings = inOrder.filter(({ level }) => level === 'warning');
  return [...errors, ...warnings].slice(0, MOST);
}
