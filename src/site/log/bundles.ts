import { parseEntry } from '../../log/entry.ts';
import { formatProofBundle, type ProvenEntry } from '../../log/proof-bundle.ts';
import { TILE_WIDTH } from '../../log/tile.ts';
import type { FileReader } from '../../log/tile-hashes.ts';
import type { TileFile } from '../../log/tiling.ts';
import { utf8Bytes, utf8Text } from '../../log/wire.ts';
import type { KeptLog } from '../../store/kept-log.ts';
import { DEMO_NOTICE } from '../../words/demo-notice.ts';
import { type IndexedEntry, transactionEvidence } from './evidence.ts';
import { recordsPath } from './records.ts';
import { BUNDLED } from './served-log.ts';

/**
 * A proof bundle for each batch, update and report of a signed log, `proof/<index of its first entry>.json`: it grows with
 * what is entered of it later, such as the transaction of a batch. `read` gives back the proofs and the records that were
 * made before.
 */
export async function* bundlesOf(log: KeptLog, read: FileReader): AsyncGenerator<TileFile, void, undefined> {
  if (log.policy === null) return;
  const prove = proverOf(read);
  const identities = byIdentity(log);
  const entriesOf = (kind: string) =>
    [...identities]
      .flatMap(([identity, of]) => (identity.startsWith(`${kind} `) ? of : []))
      .toSorted((a, b) => a.index - b.index);
  const evidence = await transactionEvidence(
    { anchors: entriesOf('anchor'), wallets: entriesOf('wallet') },
    prove,
  );
  const keys = await keysOf(entriesOf('key'), prove);
  for (const [identity, entries] of identities) {
    const [kind] = identity.split(' ');
    if (!BUNDLED.has(kind as never)) continue;
    const proven: ProvenEntry[] = [];
    for (const entry of entries) {
      const one = await prove(entry);
      if (one === null) break; // It waits for a signature, and what was entered behind it too.
      proven.push(one);
    }
    if (proven.length === 0) continue;
    const bundle = formatProofBundle({
      demo: log.demo ? DEMO_NOTICE : null,
      policy: log.policy,
      proven: [...proven, ...(kind === 'batch' ? evidence(proven) : []), ...keys],
    });
    yield { path: `proof/${entries[0]?.index}.json`, bytes: utf8Bytes(bundle) };
  }
}

/**
 * The changes of the key: by them who believes one key knows the others, before it and behind it. The first came after none,
 * so that nothing follows from it.
 */
async function keysOf(entries: readonly IndexedEntry[], prove: Prove): Promise<ProvenEntry[]> {
  const proven: ProvenEntry[] = [];
  for (const entry of entries.slice(1)) {
    const one = await prove(entry);
    if (one !== null) proven.push(one);
  }
  return proven;
}

const KINDS: ReadonlySet<string> = new Set([...BUNDLED, 'anchor', 'wallet', 'key']);

function byIdentity(log: KeptLog): ReadonlyMap<string, readonly IndexedEntry[]> {
  const identities = new Map<string, IndexedEntry[]>();
  let index = 0;
  for (const entry of log.entries()) {
    const { kind, id } = parseEntry(entry);
    if (KINDS.has(kind)) {
      const known = identities.get(`${kind} ${id}`) ?? [];
      known.push({ index, entry });
      identities.set(`${kind} ${id}`, known);
    }
    index++;
  }
  return identities;
}

/** An entry with its record and proof; null while it waits for a signature. */
export type Prove = (entry: IndexedEntry) => Promise<ProvenEntry | null>;

function proverOf(read: FileReader): Prove {
  // Records stand 256 to a file, and entries of one kind beside each other.
  let page: { readonly at: number; readonly lines: readonly string[] } | null = null;
  return async ({ index, entry }) => {
    const proof = await textAt(read, `proof/${index}.tlog-proof`);
    if (proof === null) return null;
    const at = Math.floor(index / TILE_WIDTH);
    if (page?.at !== at) page = { at, lines: ((await textAt(read, recordsPath(at))) ?? '').split('\n') };
    const line = page.lines[index % TILE_WIDTH] ?? '';
    // There is none any more.
    return { entry, record: line === 'null' || line === '' ? null : line, proof };
  };
}

async function textAt(read: FileReader, path: string): Promise<string | null> {
  const bytes = await read(path);
  return bytes === null ? null : utf8Text(bytes);
}
