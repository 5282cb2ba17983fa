import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../core/canonical.ts';
import type { SealedWords } from '../ledger/record.ts';
import { takedownSchema } from '../ledger/takedown.ts';
import { entryId } from '../log/entry.ts';
import type { Series } from '../store/content-folder.ts';
import type { FoldFault } from '../store/fold.ts';
import { type MonthFiles, monthsOf, readMonth } from '../store/month-files.ts';
import type { Published } from '../store/published.ts';

const takenDownSchema = takedownSchema.extend({
  /** The folder below `generated`, and the text in it, by the digest that the record has of it. */
  folder: z.string().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TakenDown = z.infer<typeof takenDownSchema>;

const monthSchema = z.strictObject({ demo: z.boolean(), takedowns: z.array(takenDownSchema).min(1) });
type MonthTakedowns = z.infer<typeof monthSchema>;

/** `generated/takedowns`: published texts that are not published any more, by their digests; a list that only grows. */
export const TAKEDOWNS: MonthFiles<MonthTakedowns> = {
  name: 'takedowns',
  value: monthSchema,
  kept: (json) => (json as Partial<MonthTakedowns>).takedowns ?? [],
  entered: 'takedown',
  idOf: (record) => {
    const { folder, digest } = record as TakenDown;
    return entryId(folder, digest);
  },
  isDemo: ({ demo }) => demo,
};

/** What was taken down of a folder, by the digest. @throws AlteredFileError */
export function takedownsOf(contentRoot: string, folder: string): ReadonlyMap<string, TakenDown> {
  const all = monthsOf(contentRoot, TAKEDOWNS).flatMap(
    (month) => readMonth(contentRoot, TAKEDOWNS, month)?.value.takedowns ?? [],
  );
  return new Map(all.flatMap((one) => (one.folder === folder ? [[one.digest, one] as const] : [])));
}

/** That every text which is gone was taken down as the log says, and that none which was still stands. */
export function takedownFaults<Manifest>(
  { root, folder, rows }: Published<Manifest>,
  series: Series<Manifest, SealedWords>,
): FoldFault[] {
  const taken = takedownsOf(path.join(root, '..', '..'), folder.name);
  return rows(series).flatMap(({ digest, text, taken_down }) => {
    const stated = taken.get(digest);
    const { folder: _, digest: __, ...said } = stated ?? { folder: '', digest: '' };
    const isAsStated =
      stated === undefined
        ? text !== undefined && taken_down === undefined
        : text === undefined && taken_down !== undefined && canonicalJson(said) === canonicalJson(taken_down);
    return isAsStated ? [] : [{ fault: 'takedown', folder: folder.name, what: digest }];
  });
}
