import { stat } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../core/canonical.ts';
import { explain } from '../core/explain.ts';
import type { IsoInstant } from '../core/instant.ts';
import {
  type ArchivePackage,
  archivePackageSchema,
  CHECKSUMS,
  DATA_PACKAGE,
  PRUNED,
  parseChecksums,
  README,
} from '../reports/model/archive.ts';
import { isThere, jsonAt, textAt } from '../store/disk.ts';
import { sayIn } from '../words/said.ts';
import { type HashCounts, noHashes } from './batch-checker.ts';
import { hashOfFile, namesIn } from './folder.ts';
import type { Problem } from './problem.ts';
import { faultsOf, readPruned } from './pruned.ts';
import { verifySamples } from './verify-samples.ts';
import { verifyTables } from './verify-tables.ts';

/** What an archive was found to be: whole where there is no problem. */
export interface Verdict {
  /** Null where its data package can not be read. */
  readonly package: ArchivePackage | null;
  readonly problems: readonly Problem[];
  /** SHA-256 of SHA256SUMS, to be held against what somebody else kept; null where it is missing. */
  readonly checksums: string | null;
  readonly files: number;
  /** Files that were removed after their time and are not here to be compared; null where none is. */
  readonly pruned: { readonly at: IsoInstant; readonly files: number } | null;
  /** Batches by what their hash came to; mismatches that the archive itself states are no problem of the archive. */
  readonly hashes: Readonly<HashCounts>;
}

/**
 * Holds an archive against itself, and needs nothing but its files: each against its checksum, none missing, none
 * besides, row counts, sums, every batch hash, and the raw samples against the figures that rest on them. What was
 * pruned after its time is not missing, and not whole either. Streams.
 */
export async function verifyArchive(folder: string): Promise<Verdict> {
  const problems: Problem[] = [];
  const say = (file: string, reason: string) => void problems.push({ file, reason });
  const listed = textAt(path.join(folder, CHECKSUMS));
  const sums = readChecksums(listed, say);
  const described = readPackage(path.join(folder, DATA_PACKAGE), say);
  // Without it there is nothing to hold the checksums' own list against.
  if (described === null && sums.size > 0 && !sums.has(DATA_PACKAGE)) say(DATA_PACKAGE, 'is missing');
  const pruned = await readPruned(folder);
  for (const fault of pruned === null ? [] : faultsOf(pruned, new Set(sums.keys()))) say(PRUNED, fault);
  if (pruned !== null && described !== null && pruned.month !== described.month)
    say(PRUNED, `is of ${pruned.month}, not of ${described.month}`);
  const removed = new Set(pruned?.files);
  const good = new Set<string>();
  let gone = 0;
  for (const [name, sha256] of sums) {
    const found = await fileAt(path.join(folder, name));
    if (found === null && removed.has(name)) gone += 1;
    else if (found === null) say(name, 'is missing');
    else if (found.sha256 !== sha256)
      say(name, `its SHA-256 is ${found.sha256}, ${CHECKSUMS} says ${sha256}`);
    else good.add(name);
  }
  for (const name of await namesIn(folder))
    if (name !== CHECKSUMS && !(name === PRUNED && pruned !== null) && !sums.has(name))
      say(name, `is not in ${CHECKSUMS}`);
  const hashes = noHashes();
  if (described !== null) {
    compareLists(described, sums, say);
    const context = { folder, described, good, say };
    await verifyTables(context, hashes);
    await verifySamples(context);
  }
  const state = pruned === null || gone === 0 ? null : { at: pruned.pruned_at, files: gone };
  const checksums = listed === null ? null : sha256Hex(listed);
  return { package: described, problems, checksums, files: sums.size, pruned: state, hashes };
}

type Say = (file: string, reason: string) => void;

function readChecksums(text: string | null, say: Say): Map<string, string> {
  if (text === null) say(CHECKSUMS, 'is missing');
  try {
    return text === null ? new Map() : parseChecksums(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    say(CHECKSUMS, error.message);
    return new Map();
  }
}

function readPackage(file: string, say: Say): ArchivePackage | null {
  if (!isThere(file)) return null; // Said as of every file that the checksums name.
  const json = jsonAt(file);
  const parsed = archivePackageSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    for (const { path: field, ...fault } of explain(issue, json))
      say(DATA_PACKAGE, sayIn(field.join('.'), fault, 'en'));
  return null;
}

/** The checksums and the data package name the same files, with the same hashes. */
function compareLists({ resources }: ArchivePackage, sums: ReadonlyMap<string, string>, say: Say): void {
  const described = new Map(resources.map((one) => [one.path, one.hash.replace('sha256:', '')]));
  for (const [name, sha256] of described) {
    const listed = sums.get(name);
    if (listed === undefined) say(name, `${DATA_PACKAGE} describes it, ${CHECKSUMS} does not name it`);
    else if (listed !== sha256)
      say(name, `${DATA_PACKAGE} says SHA-256 ${sha256}, ${CHECKSUMS} says ${listed}`);
  }
  for (const name of sums.keys())
    if (name !== README && name !== DATA_PACKAGE && !described.has(name))
      say(name, `${DATA_PACKAGE} does not describe it`);
  for (const name of [README, DATA_PACKAGE]) if (!sums.has(name)) say(name, `${CHECKSUMS} does not name it`);
}

async function fileAt(file: string): Promise<{ readonly sha256: string } | null> {
  return isThere(file) && (await stat(file)).isFile() ? hashOfFile(file) : null;
}
