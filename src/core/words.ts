import { z } from 'zod';

/** Prose in both languages, side by side; neither can be missing. */
export const wordsSchema = z.strictObject({ en: z.string().min(1), id: z.string().min(1) });
