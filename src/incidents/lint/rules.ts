import type { NoteRule } from '../model/note-rules.ts';
import { correctionRules } from './corrections.ts';
import { factRules } from './facts.ts';
import { formRules } from './form.ts';
import { imageRules } from './images.ts';
import { languageRules } from './language.ts';
import { linkRules } from './links.ts';
import { promiseRules } from './promise.ts';
import { publishedRules } from './published.ts';
import type { Rules } from './rule.ts';
import { secretRules } from './secrets.ts';
import { timeRules } from './times.ts';

/** What is not found by looking into one note: where its file stands, and what publishing itself refuses. */
type Elsewhere = 'place' | 'published-update';

/** Every rule, in the order in which a person would mend a note; one that is missing does not compile. */
export const RULES: Rules<Exclude<NoteRule, Elsewhere>> = {
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
