import { form } from './form.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which a person would mend a note. */
export const RULES: readonly Rule[] = [form];
