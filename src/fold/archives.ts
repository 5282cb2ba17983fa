import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sha256Hex } from '../core/canonical.ts';
import { isAhead } from '../core/clock.ts';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import {
  CHECKSUMS,
  PRUNED,
  type Pruned,
  parseChecksums,
  prunableFrom,
  prunedSchema,
  STAYS,
  samplesFile,
} from '../reports/model/archive.ts';
import { ARCHIVES } from '../reports/model/monthly-folders.ts';
import { bytesAt, filesIn, isThere, restoring, textAt, valueIn } from '../store/disk.ts';
import { entryKey, type FoldFault, type FoldFaultName, type LogReading } from '../store/fold.ts';
import { monthFolderRecords } from '../store/month-folders.ts';
import { rootOf } from '../store/published.ts';
import { AlteredFileError, type ContentFile } from '../store/unaltered.ts';

/**
 * In what the files of archived months are not those that their checksums name, which the log has by their hash: one that
 * is another, one that is missing and was not removed after its time, and one that nobody wrote there; as of `now`.
 */
export function archivesFaults(contentRoot: string, log: LogReading, now: IsoInstant): FoldFault[] {
  const faults: FoldFault[] = [];
  const root = rootOf(contentRoot, ARCHIVES);
  for (const month of new Set(monthFolderRecords(contentRoot, ARCHIVES).map((record) => record.month))) {
    const say = (fault: FoldFaultName, file: string) =>
      void faults.push({ fault, folder: ARCHIVES.name, what: `archive ${month}/${file}` });
    const folder = path.join(root, month);
    const sums = checksumsIn(folder);
    if (sums === null) {
      say('gone', CHECKSUMS);
      continue;
    }
    const pruned = prunedIn(folder);
    const entered = log.entries.get(entryKey({ kind: 'pruning', id: month }))?.at(-1)?.time ?? now;
    if (pruned !== null) for (const file of tooEarly(pruned, month, sums, entered)) say('early', file);
    const removed = new Set(pruned?.files);
    for (const [file, sha256] of sums) {
      const bytes = bytesAt(path.join(folder, file));
      if (bytes === null && !removed.has(file)) say('gone', file);
      if (bytes !== null && sha256Hex(bytes) !== sha256) say('altered', file);
    }
    for (const file of filesIn(folder))
      if (!sums.has(file) && file !== CHECKSUMS && file !== PRUNED) say('not-entered', file);
  }
  return faults;
}

/** What can not be so in what a month says of its removed data files, by file; `entered` is when the log was told of it. */
function tooEarly(
  pruned: Pruned,
  month: string,
  sums: ReadonlyMap<string, string>,
  entered: IsoInstant,
): string[] {
  const from = prunableFrom(month);
  const isEarly = [pruned.pruned_at, entered].some((at) => monthOf(at) < from);
  const isOther = pruned.month !== month || isAhead(pruned.pruned_at, entered);
  return [
    ...(isEarly || isOther ? [PRUNED] : []),
    ...pruned.files.filter((file) => !sums.has(file) || STAYS.includes(file)),
  ];
}

/** Where the raw samples of a day stand that moved into an archive; `removed` where that says that they were; null in none. */
export function archivedFile(contentRoot: string, day: string): string | 'removed' | null {
  const folder = path.join(rootOf(contentRoot, ARCHIVES), monthOf(day));
  const sums = checksumsIn(folder);
  const name = [true, false].map((demo) => samplesFile(day, demo)).find((file) => sums?.has(file) === true);
  if (name === undefined) return null;
  const file = path.join(folder, name);
  if (isThere(file)) return file;
  return prunedIn(folder)?.files.includes(name) === true ? 'removed' : null;
}

/** What such a file holds. @throws AlteredFileError where that is not what was entered */
export function archivedBytes(file: string, { path: of, sha256, bytes }: ContentFile): Buffer {
  const packed = bytesAt(file);
  const text = packed === null ? null : unpacked(packed, bytes);
  if (text !== null && sha256Hex(text) === sha256) return text;
  throw new AlteredFileError(`${file} does not hold ${of} as it was entered. ${restoring(file)}`);
}

/** At most `bytes` bytes of what a gzip file holds; null where it holds more, or is none. */
function unpacked(packed: Buffer, bytes: number): Buffer | null {
  try {
    return gunzipSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** The checksums of an archived month; null where there are none. @throws AlteredFileError where they are no list of them */
function checksumsIn(folder: string): Map<string, string> | null {
  const file = path.join(folder, CHECKSUMS);
  const text = textAt(file);
  try {
    return text === null ? null : parseChecksums(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AlteredFileError(`${file}: ${error.message}. ${restoring(file)}`);
  }
}

/** What an archived month says of data files that were removed; null where it says nothing. @throws AlteredFileError */
function prunedIn(folder: string): Pruned | null {
  const file = path.join(folder, PRUNED);
  const text = textAt(file);
  return text === null ? null : valueIn(prunedSchema, text, file);
}
