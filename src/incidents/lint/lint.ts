import type { NoteFile } from '../model/note-file.ts';
import type { NoteRule } from '../model/note-rules.ts';
import { correctionRules } from './corrections.ts';
import { factRules } from './facts.ts';
import { formRules } from './form.ts';
import { imageRules } from './images.ts';
import { languageRules } from './language.ts';
import { linkRules } from './links.ts';
import { promiseRules } from './promise.ts';
import { publishedRules } from './published.ts';
import type { Find, Finding, LintContext, Rules } from './rule.ts';
import { secretRules } from './secrets.ts';
import { timeRules } from './times.ts';
import { withheld } from './withheld.ts';

/** What is not found by looking into one note: where its file stands, and what publishing itself refuses. */
type Elsewhere = 'place' | 'published-update';

/** Every rule, in the order in which a person would mend a note; one that is missing does not compile. */
const RULES: Rules<Exclude<NoteRule, Elsewhere>> = {
  ...formRules,
  ...factRules,
  ...timeRules,
  ...languageRules,
  ...promiseRules,
  ...secretRules,
  ...linkRules,
  ...imageRules,
  ...publishedRules,
  ...correctionRules,
};

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
