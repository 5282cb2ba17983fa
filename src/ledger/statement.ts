import { z } from 'zod';
import { wrong } from '../core/fault.ts';
import { isoInstantSchema } from '../core/instant.ts';
import { ROLES } from '../core/role.ts';
import { wordsSchema } from '../core/words.ts';
import { writtenTimeSchema } from '../core/written-time.ts';
import { DATASET_NAMES, type DatasetName } from './dataset.ts';

/**
 * What an operator states of a published row that was rightly taken out of the source, or altered in it. It settles
 * that alone: what was published of the row stays, and is shown with the reason.
 */
const removal = {
  /** The row's id, as its record has it. */
  row: z.string().min(1).max(200),
  /** Who decided it, in which role. */
  by: z.enum(ROLES),
  reason: wordsSchema,
};

/** One change, by the time at which it was seen: what is altered after it is flagged anew. */
const alteration = { ...removal, seen: isoInstantSchema };

/** As people write them in system.yaml, `transparency.removals`: each row once. */
export const removalsSchema = z.array(writtenOf(removal)).superRefine(eachOnce);
/** The same of `transparency.alterations`: each change once. */
export const alterationsSchema = z.array(writtenOf(alteration)).superRefine(eachOnce);

/** As they are published beside the dataset of the row. */
export const removalSchema = z.strictObject({ ...removal, decided: isoInstantSchema });
export const alterationSchema = z.strictObject({ ...alteration, decided: isoInstantSchema });

/** What either says: of a removal without the time of a change. */
export type Statement = z.infer<typeof removalSchema> & { readonly seen?: string };
export type WrittenStatement = z.infer<typeof removalsSchema>[number] & { readonly seen?: string };

/** What is stated of one dataset, as it is published. */
export function statedOf<Stated extends { readonly dataset: DatasetName }>(
  statements: readonly Stated[] | undefined,
  name: DatasetName,
): Omit<Stated, 'dataset'>[] {
  return (statements ?? [])
    .filter(({ dataset }) => dataset === name)
    .map(({ dataset: _dataset, ...stated }) => stated);
}

function writtenOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ dataset: z.enum(DATASET_NAMES), ...shape, decided: writtenTimeSchema });
}

interface Named {
  readonly dataset: DatasetName;
  readonly row: string;
  readonly seen?: string;
}

function eachOnce(stated: readonly Named[], context: z.RefinementCtx): void {
  for (const [index, { dataset, row, seen }] of stated.entries()) {
    const first = stated.findIndex(
      (other) => other.dataset === dataset && other.row === row && other.seen === seen,
    );
    if (first !== index)
      context.addIssue(wrong({ code: 'expected.twice', values: { text: row } }, index, 'row'));
  }
}
