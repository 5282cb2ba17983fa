import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../core/canonical.ts';
import { compareInstants } from '../../core/instant.ts';
import { monthSchema } from '../../core/month.ts';
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
import { type RestoreResult, restoreResultSchema } from '../../reports/model/restore-test.ts';
import { CONTENT, jsonOf, parse } from './files.ts';

const FOLDER = join(CONTENT, 'generated', 'archive');
const TESTS = join(CONTENT, 'generated', 'archive-tests');
const STAYS = [README, DATA_PACKAGE, PRUNED];

let known: readonly ArchivedMonth[] | undefined;

/**
 * The closed months, newest first; read once, since they are never written again. Throws an Error that names each
 * file which does not fit its checksum.
 */
export function archives(): readonly ArchivedMonth[] {
  known ??= months().map(read).toReversed();
  return known;
}

/** How the latest restore test of an archive of ours ended; null where none was ever made. */
export function restoreTest(): RestoreResult | null {
  const names = existsSync(TESTS) ? readdirSync(TESTS).filter((name) => name.endsWith('.json')) : [];
  const results = names.map((name) => {
    const file = join(TESTS, name);
    return parse(restoreResultSchema, jsonOf(readFileSync(file, 'utf8'), file), file);
  });
  return results.toSorted((a, b) => compareInstants(a.tested_at, b.tested_at)).at(-1) ?? null;
}

/** A file of an archive as it is served: its address below the archives, and its bytes. */
export function archiveFiles(): { readonly path: string; readonly bytes: () => Uint8Array<ArrayBuffer> }[] {
  return archives().flatMap(({ package: { month } }) =>
    readdirSync(join(FOLDER, month)).map((name) => ({
      path: `${month}/${name}`,
      bytes: () => new Uint8Array(readFileSync(join(FOLDER, month, name))),
    })),
  );
}

function months(): string[] {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return names.filter((name) => monthSchema.safeParse(name).success).toSorted();
}

function read(month: string): ArchivedMonth {
  const folder = join(FOLDER, month);
  const text = readFileSync(join(folder, CHECKSUMS), 'utf8');
  const sums = parseChecksums(text);
  const names = readdirSync(folder).filter((name) => name !== CHECKSUMS);
  const marker = join(folder, PRUNED);
  const pruned = existsSync(marker)
    ? parse(prunedSchema, jsonOf(readFileSync(marker, 'utf8'), marker), marker)
    : null;
  const removed = new Set(pruned?.files.filter((name) => !STAYS.includes(name)));
  const wrong = [
    ...names.filter(
      (name) => name !== PRUNED && sums.get(name) !== sha256Hex(readFileSync(join(folder, name))),
    ),
    ...[...sums.keys()].filter((name) => !names.includes(name) && !removed.has(name)),
  ];
  if (wrong.length > 0)
    throw new Error(
      `The archive of ${month} is not what its checksums say: ${wrong.join(', ')}. ` +
        `Restore it with "git checkout -- ${folder}".`,
    );
  const described = JSON.parse(readFileSync(join(folder, DATA_PACKAGE), 'utf8'));
  return {
    package: parse(archivePackageSchema, described, join(folder, DATA_PACKAGE)),
    sha256: sha256Hex(text),
    pruned_at: pruned?.pruned_at ?? null,
  };
}
