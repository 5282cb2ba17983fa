import { join } from 'node:path';
import { sha256Hex } from '../../core/canonical.ts';
import { compareInstants } from '../../core/instant.ts';
import { monthSchema } from '../../core/month.ts';
import { offers } from '../../core/site.ts';
import {
  type ArchivedMonth,
  archivePackageSchema,
  CHECKSUMS,
  DATA_PACKAGE,
  PRUNED,
  parseChecksums,
  prunedSchema,
  README,
} from '../../reports/model/archive.ts';
import { RESTORE_TESTS } from '../../reports/model/monthly-folders.ts';
import type { RestoreResult } from '../../reports/model/restore-test.ts';
import { bytesAt, filesIn, foldersIn, restoring, textAt, valueIn } from '../../store/disk.ts';
import { monthsOf, readMonth } from '../../store/month-files.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { CONTENT } from './files.ts';
import { site } from './site.ts';

const FOLDER = join(CONTENT, 'generated', 'archive');
const STAYS = [README, DATA_PACKAGE, PRUNED];

let known: readonly ArchivedMonth[] | undefined;

/**
 * The closed months, newest first; read once, since they are never written again. Throws an Error that names each
 * file which does not fit its checksum.
 */
export function archives(): readonly ArchivedMonth[] {
  known ??= offers(site(), 'archive') ? months().map(read).toReversed() : [];
  return known;
}

/** How the latest restore test of an archive of ours ended; null where none was ever made. */
export function restoreTest(): RestoreResult | null {
  const results = monthsOf(CONTENT, RESTORE_TESTS).flatMap((month) => {
    const test = readMonth(CONTENT, RESTORE_TESTS, month);
    return test === null ? [] : [test.value];
  });
  return results.toSorted((a, b) => compareInstants(a.tested_at, b.tested_at)).at(-1) ?? null;
}

/** A file of an archive as it is served: its address below the archives, and its bytes. */
export function archiveFiles(): { readonly path: string; readonly bytes: () => Uint8Array<ArrayBuffer> }[] {
  return archives().flatMap(({ package: { month } }) =>
    filesIn(join(FOLDER, month)).map((name) => ({
      path: `${month}/${name}`,
      bytes: () => new Uint8Array(bytesIn(month, name)),
    })),
  );
}

function months(): string[] {
  return foldersIn(FOLDER).filter((name) => monthSchema.safeParse(name).success);
}

/** @throws AlteredFileError when it is missing */
function bytesIn(month: string, name: string): Buffer {
  const bytes = bytesAt(join(FOLDER, month, name));
  if (bytes !== null) return bytes;
  throw new AlteredFileError(
    `The archive of ${month} is not whole: ${name} is missing. ${restoring(join(FOLDER, month))}`,
  );
}

function read(month: string): ArchivedMonth {
  const folder = join(FOLDER, month);
  const text = bytesIn(month, CHECKSUMS).toString('utf8');
  const sums = parseChecksums(text);
  const names = filesIn(folder).filter((name) => name !== CHECKSUMS);
  const marker = join(folder, PRUNED);
  const told = textAt(marker);
  const pruned = told === null ? null : valueIn(prunedSchema, told, marker);
  const removed = new Set(pruned?.files.filter((name) => !STAYS.includes(name)));
  const wrong = [
    ...names.filter((name) => name !== PRUNED && sums.get(name) !== sha256Hex(bytesIn(month, name))),
    ...[...sums.keys()].filter((name) => !names.includes(name) && !removed.has(name)),
  ];
  if (wrong.length > 0)
    throw new AlteredFileError(
      `The archive of ${month} is not what its checksums say: ${wrong.join(', ')}. ${restoring(folder)}`,
    );
  return {
    package: valueIn(
      archivePackageSchema,
      bytesIn(month, DATA_PACKAGE).toString('utf8'),
      join(folder, DATA_PACKAGE),
    ),
    sha256: sha256Hex(text),
    pruned_at: pruned?.pruned_at ?? null,
  };
}
