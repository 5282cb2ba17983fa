import type { NoteFile } from '../model/note-file.ts';
import type { NoteRule } from '../model/note-rules.ts';
import type { Find, Finding, LintContext } from './rule.ts';
import { RULES } from './rules.ts';
import { withheld } from './withheld.ts';

export type { Finding, LintContext } from './rule.ts';

/** More than anybody reads of one note: what is found is published, so that nothing may fill the site with it. */
const MOST = 500;

/** Everything that is wrong with a note, at once, in the order of the file. Never throws for what a note says. */
export async function lintNote(note: NoteFile, context: LintContext): Promise<Finding[]> {
  const answers = await Promise.all(
    (Object.entries(RULES) as [NoteRule, Find][]).map(async ([rule, find]) =>
      (await find(note, context)).map((breach) => ({ rule, breach })),
    ),
  );
  const breaches = answers.flat();
  const plain = withheld(breaches.flatMap(({ breach: { hides } }) => (hides === undefined ? [] : [hides])));
  const findings = breaches.map(({ rule, breach: { hides, level = 'error', ...said } }): Finding => {
    const { file } = note;
    return { file, rule, level, ...plain(said) };
  });
  const inOrder = findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (inOrder.length <= MOST) return inOrder;
  // Errors first, so that what refuses a note is never the part that is left out.
  const errors = inOrder.filter(({ level }) => level === 'error');
  const warnings = inOrder.filter(({ level }) => level === 'warning');
  return [...errors, ...warnings].slice(0, MOST);
}
