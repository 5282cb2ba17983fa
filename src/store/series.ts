import type { Json } from '../core/canonical.ts';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import { contentLines, writeOnce } from './content-file.ts';
import type { ContentFile } from './unaltered.ts';

/** Lines that are only ever added to, one file a month: `<name>/<hash>-<month>.jsonl`. */
export interface Series {
  readonly root: string;
  readonly name: string;
  /** The files that stand, in the order of their months. */
  readonly files: readonly ContentFile[];
  /** The parsed lines of one of them. */
  readonly lines: (file: ContentFile) => readonly unknown[];
}

/** Writes `added` behind the lines that stand in the file of this month; what is to stand from now on. */
export async function append(
  { root, name, files, lines }: Series,
  added: readonly Json[],
  now: IsoInstant,
  existing: ReadonlySet<string>,
): Promise<ContentFile[]> {
  if (added.length === 0) return [...files];
  // Not before the newest file's month, even where the clock was put back: entries stay in the order they came.
  const month = [...files.map(monthOfFile), monthOf(now)].toSorted().at(-1) ?? '';
  const isThisMonth = (file: ContentFile) => monthOfFile(file) === month;
  const before = files.filter(isThisMonth).flatMap((file) => lines(file) as Json[]);
  const written = contentLines(name, month, [...before, ...added]);
  await writeOnce(root, written, existing);
  return [...files.filter((other) => !isThisMonth(other)), written.file];
}

function monthOfFile({ path }: ContentFile): string {
  return path.slice(-'YYYY-MM.jsonl'.length, -'.jsonl'.length);
}
