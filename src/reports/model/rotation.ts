import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { wordsSchema } from '../../core/words.ts';
import { writtenTimeSchema } from '../../core/written-time.ts';

/** `content/written/systems/<id>/rotations.yaml`: secrets that were replaced, in words and by date (CTS-10). */
export const rotationsSchema = z.strictObject({
  rotations: z.array(
    z.strictObject({
      at: writtenTimeSchema,
      /** Lower-case words. The name of a setting and a value look otherwise, and are refused. */
      what: z
        .string()
        .regex(/^[a-z]{1,16}([ -][a-z]{1,16})+$/, expected('words-of-secret'))
        .max(80),
      reason: wordsSchema,
    }),
  ),
});
