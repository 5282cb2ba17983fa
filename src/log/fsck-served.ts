import { sha256Hex } from '../core/canonical.ts';
import { parseEntry } from './entry.ts';
import type { LoggedKey } from './key-change.ts';
import { openSigned } from './key-terms.ts';
import { assertIncluded, hashLeaf } from './merkle.ts';
import type { Policy } from './policy.ts';
import { LogError } from './refusal.ts';
import { TILE_WIDTH, tilePath } from './tile.ts';
import type { FileReader } from './tile-hashes.ts';
import { parseTlogProof } from './tlog-proof.ts';
import { utf8Text } from './wire.ts';

/** What is served beside the log: each proof that is there leads from its entry to a root that was signed. */
export async function faultsOfProofs(
  entries: readonly Uint8Array[],
  read: FileReader,
  policy: Policy,
  keys: readonly LoggedKey[],
): Promise<LogError[]> {
  const faults: LogError[] = [];
  for (const [at, entry] of entries.entries()) {
    const path = `proof/${at}.tlog-proof`;
    const bytes = await read(path);
    if (bytes === null) continue; // Not every entry has one.
    try {
      const { index, hashes, checkpoint } = parseTlogProof(bytes);
      if (index !== BigInt(at)) throw new LogError('tlog-proof', `it is of entry ${index}`);
      const { size, root } = (await openSigned(checkpoint, policy, keys)).checkpoint;
      assertIncluded({ leaf: hashLeaf(entry), index, size, root }, hashes);
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      faults.push(new LogError(error.fault, `${path}: ${error.reason}`, { cause: error }));
    }
  }
  return faults;
}

/** Each record that is there is the one whose hash its entry holds: a line an entry, `null` where it is not published. */
export async function faultsOfRecords(entries: readonly Uint8Array[], read: FileReader): Promise<LogError[]> {
  const faults: LogError[] = [];
  for (let start = 0; start < entries.length; start += TILE_WIDTH) {
    const bundle = tilePath({ level: 'entries', index: BigInt(start / TILE_WIDTH), width: TILE_WIDTH });
    const path = `${bundle.replace('tile/entries/', 'records/')}.jsonl`;
    const bytes = await read(path);
    if (bytes === null) continue; // A log alone is served without them.
    const lines = (utf8Text(bytes) ?? '').split('\n');
    for (const [at, entry] of entries.slice(start, start + TILE_WIDTH).entries()) {
      const line = lines[at];
      if (line === 'null' || line === undefined || !isEntry(entry)) continue;
      const { hash } = parseEntry(entry);
      // A manifest is entered as its file, with the newline behind its line.
      if (sha256Hex(line) !== hash && sha256Hex(`${line}\n`) !== hash)
        faults.push(
          new LogError('entry', `${path}, line ${at + 1} is not the record of entry ${start + at}`),
        );
    }
  }
  return faults;
}

/** What is none is named by itself. */
function isEntry(bytes: Uint8Array): boolean {
  try {
    parseEntry(bytes);
    return true;
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}
