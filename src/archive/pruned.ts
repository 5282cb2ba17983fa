import path from 'node:path';
import { monthOf } from '../core/instant.ts';
import {
  CHECKSUMS,
  PRUNED,
  type Pruned,
  prunableFrom,
  prunedSchema,
  STAYS,
} from '../reports/model/archive.ts';
import { writeAtomically } from '../store/atomic-file.ts';
import { textAt, valueIn } from '../store/disk.ts';
import { AlteredFileError } from '../store/unaltered.ts';

/** What an archive says of its pruning; null where it was not pruned, or where that can not be read. */
export async function readPruned(folder: string): Promise<Pruned | null> {
  const file = path.join(folder, PRUNED);
  const text = textAt(file);
  if (text === null) return null;
  try {
    return valueIn(prunedSchema, text, file);
  } catch (error) {
    if (!(error instanceof AlteredFileError)) throw error;
    return null; // Then its data files are missing without a word, which verifying says of each by name.
  }
}

/** Says that these files go, before they do: killed in between, what is left still tells what became of the rest. */
export async function writePruned(folder: string, pruned: Pruned): Promise<void> {
  await writeAtomically(
    path.join(folder, PRUNED),
    `${JSON.stringify(prunedSchema.parse(pruned), null, 1)}\n`,
  );
}

/** What can not be so in what an archive says of its pruning. */
export function faultsOf({ month, pruned_at, files }: Pruned, sums: ReadonlySet<string>): string[] {
  const from = prunableFrom(month);
  return [
    ...(monthOf(pruned_at) < from ? [`says ${pruned_at}, and ${month} must stay until ${from}-01`] : []),
    ...files
      .filter((name) => !sums.has(name) || STAYS.includes(name))
      .map((name) => `says that ${name} was removed, which is no data file of ${CHECKSUMS}`),
  ];
}
