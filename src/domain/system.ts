import { z } from 'zod';
import { DATASET_NAMES, DATASETS, type DatasetName } from './dataset.ts';
import { durationSchema, durationSeconds } from './instant.ts';

const words = z.strictObject({ en: z.string().min(1), id: z.string().min(1) });

const published = z.strictObject({
  /** The unit of the dataset's amounts, such as `TPC` or `USDC`. */
  unit: z.string().min(1).optional(),
  /** True where no rows at all can be the truth; else an empty answer is refused. */
  may_be_empty: z.boolean().default(false),
});

/** `content/written/systems/<id>/system.yaml`: one system, described without code. */
export const systemSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens'),
    name: words,
    transparency: z.strictObject({
      /** How often a snapshot is promised, and how long one vouches for what it says (ISO 8601). */
      every: durationSchema,
      valid_for: durationSchema,
      datasets: z.partialRecord(z.enum(DATASET_NAMES), published),
    }),
  })
  .superRefine((system, context) => {
    const { every, valid_for } = system.transparency;
    // Refinements also run over values that were already complained of.
    const both = [every, valid_for].every((text) => durationSchema.safeParse(text).success);
    if (both && durationSeconds(valid_for) < durationSeconds(every)) {
      const message = `expected at least ${every}: the data would be out of date before the next snapshot`;
      context.addIssue({ code: 'custom', path: ['transparency', 'valid_for'], message });
    }
    for (const name of DATASET_NAMES) {
      const entry = system.transparency.datasets[name];
      const path = ['transparency', 'datasets', name];
      if (entry !== undefined && DATASETS[name].money.length > 0 && entry.unit === undefined) {
        context.addIssue({
          code: 'custom',
          path: [...path, 'unit'],
          message: 'expected the unit of its amounts',
        });
      }
    }
  });

export type System = z.infer<typeof systemSchema>;

/** The datasets this system publishes, in reading order. */
export function publishedDatasets(system: System): DatasetName[] {
  return DATASET_NAMES.filter((name) => system.transparency.datasets[name] !== undefined);
}
