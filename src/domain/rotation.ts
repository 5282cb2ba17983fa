import { z } from 'zod';
import { wordsSchema } from './words.ts';

/** `content/written/systems/<id>/rotations.yaml`: secrets that were replaced, by name and date (CTS-10). */
export const rotationsSchema = z.strictObject({
  rotations: z.array(
    z.strictObject({
      at: z.iso.datetime({ offset: true }),
      /** The name of a setting. A value does not look like one, and is refused. */
      what: z
        .string()
        .regex(
          /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/,
          'expected the name of a setting such as ESCROW_DB_SECRET, never a value',
        )
        .max(60),
      reason: wordsSchema,
    }),
  ),
});
