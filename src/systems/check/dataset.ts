import { z } from 'zod';
import { DATASET_NAMES } from '../../ledger/dataset.ts';
import { FLAG_NAMES } from '../../ledger/finding.ts';
import { gaugeSchema } from '../gauge.ts';

/**
 * Looks at this site's own snapshot of the system. `age`: hours since the newest row of a dataset (its
 * `created_at` or `day`). `without`: none of these flags is raised on it. `current`: the snapshot read it.
 */
export const datasetSchema = z.strictObject({
  kind: z.literal('dataset'),
  dataset: z.enum(DATASET_NAMES),
  ask: z.union([
    z.literal('current'),
    z.literal('age'),
    z.strictObject({ without: z.array(z.enum(FLAG_NAMES)).min(1) }),
  ]),
  gauge: gaugeSchema.optional(),
});
