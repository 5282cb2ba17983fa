import { z } from 'zod';
import { isoInstantSchema } from '../core/instant.ts';
import type { Language } from '../core/language.ts';
import { ROLES } from '../core/role.ts';
import { wordsSchema } from '../core/words.ts';

/** What is stated of a published text that was taken down: when, who decided it in which role, and why. */
export const takedownSchema = z.strictObject({
  at: isoInstantSchema,
  by: z.enum(ROLES),
  decided: isoInstantSchema,
  reason: wordsSchema,
});
export type Takedown = z.infer<typeof takedownSchema>;

/** What stands in Markdown in the place of a text that was taken down; pages say there when, by whom and why. */
export const TAKEN_DOWN: Readonly<Record<Language, string>> = {
  en: '(Text taken down)',
  id: '(Teks diturunkan)',
};
