import { z } from 'zod';
import { wrong } from '../core/fault.ts';
import { isoInstantSchema } from '../core/instant.ts';
import { ROLES } from '../core/role.ts';
import { wordsSchema } from '../core/words.ts';
import { writtenTimeSchema } from '../core/written-time.ts';
import { DATASET_NAMES, type DatasetName } from './dataset.ts';

/**
 * Why a published row was rightly taken out of the source. It settles that the row is gone, and no more: what was
 * published of it stays, and is shown with the reason.
 */
const removal = {
  /** The row's id, as its record has it. */
  row: z.string().min(1).max(200),
  /** Who decided it, in which role. */
  by: z.enum(ROLES),
  reason: wordsSchema,
};

/** As people write it in system.yaml, `transparency.removals`: each row once. */
export const removalsSchema = z
  .array(z.strictObject({ dataset: z.enum(DATASET_NAMES), ...removal, decided: writtenTimeSchema }))
  .superRefine((removals, context) => {
    for (const [index, { dataset, row }] of removals.entries())
      if (removals.findIndex((other) => other.dataset === dataset && other.row === row) !== index)
        context.addIssue(wrong({ code: 'expected.twice', values: { text: row } }, index, 'row'));
  });

export type WrittenRemoval = z.infer<typeof removalsSchema>[number];

/** As it is published beside the dataset of a row that is gone. */
export const removalSchema = z.strictObject({ ...removal, decided: isoInstantSchema });

export type Removal = z.infer<typeof removalSchema>;

/** The removals of one dataset, as they are published. */
export function removalsOf(removals: readonly WrittenRemoval[], name: DatasetName): Removal[] {
  return removals.filter(({ dataset }) => dataset === name).map(({ dataset: _dataset, ...rest }) => rest);
}
