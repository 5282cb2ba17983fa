import { parseEntry } from '../../log/entry.ts';
import { formatProofBundle, type ProvenEntry } from '../../log/proof-bundle.ts';
import { TILE_WIDTH } from '../../log/tile.ts';
import type { FileReader } from '../../log/tile-hashes.ts';
import type { TileFile } from '../../log/tiling.ts';
import { utf8Bytes, utf8Text } from '../../log/wire.ts';
import type { KeptLog } from '../../store/kept-log.ts';
import { DEMO_NOTICE } from '../../words/demo-notice.ts';
import { recordsPath } from './records.ts';
import { PROVEN } from './served-log.ts';

/**
 * A proof bundle for each batch, update and report of a signed log, `proof/<index of its first entry>.json`: it grows with
 * what is entered of it later. `read` gives back the proofs and the records that were made before.
 */
export async function* bundlesOf(log: KeptLog, read: FileReader): AsyncGenerator<TileFile, void, undefined> {
  if (log.policy === null) return;
  for (const entries of byIdentity(log).values()) {
    const proven: ProvenEntry[] = [];
    for (const { index, entry } of entries) {
      const proof = await textAt(read, `proof/${index}.tlog-proof`);
      if (proof === null) break; // It waits for a signature, and what was entered behind it too.
      proven.push({ entry, record: await recordOf(index, read), proof });
    }
    if (proven.length === 0) continue;
    const bundle = formatProofBundle({
      demo: log.demo ? DEMO_NOTICE : null,
      policy: log.policy,
      proven,
    });
    yield { path: `proof/${entries[0]?.index}.json`, bytes: utf8Bytes(bundle) };
  }
}

function byIdentity(log: KeptLog): ReadonlyMap<string, readonly { index: number; entry: string }[]> {
  const identities = new Map<string, { index: number; entry: string }[]>();
  let index = 0;
  for (const entry of log.entries()) {
    const { kind, id } = parseEntry(entry);
    if (PROVEN.has(kind)) {
      const known = identities.get(`${kind} ${id}`) ?? [];
      known.push({ index, entry });
      identities.set(`${kind} ${id}`, known);
    }
    index++;
  }
  return identities;
}

/** The line of an entry in the records; null where there is none any more. */
async function recordOf(index: number, read: FileReader): Promise<string | null> {
  const lines = await textAt(read, recordsPath(Math.floor(index / TILE_WIDTH)));
  const line = lines?.split('\n')[index % TILE_WIDTH] ?? 'null';
  return line === 'null' ? null : line;
}

async function textAt(read: FileReader, path: string): Promise<string | null> {
  const bytes = await read(path);
  return bytes === null ? null : utf8Text(bytes);
}
