import { type EntryKind, entryId, parseEntry } from '../../log/entry.ts';
import { leafHashes } from '../../log/leaf-hashes.ts';
import { type Hash, hashLeaf, proveInclusion } from '../../log/merkle.ts';
import { formatTlogProof } from '../../log/tlog-proof.ts';
import { utf8Bytes } from '../../log/wire.ts';
import type { Report } from '../../reports/model/report.ts';
import { type KeptCheckpoint, openLog } from '../../store/kept-log.ts';
import type { Paths } from '../../words/paths.ts';
import { CONTENT } from './files.ts';

/** An entry that a checkpoint covers. */
export interface SignedEntry {
  readonly index: bigint;
  /** The line that is hashed into the tree. */
  readonly line: string;
  readonly hash: string;
  readonly time: string;
  /** Its `.tlog-proof` against the first kept checkpoint that covers it. */
  readonly proof: () => Promise<string>;
}

let known: ReadonlyMap<string, readonly SignedEntry[]> | undefined;

/** What the log holds of something and has signed, oldest first; nothing where there is no signed log. */
function signedEntries(kind: EntryKind, id: string): readonly SignedEntry[] {
  known ??= read();
  return known.get(`${kind} ${id}`) ?? [];
}

/** Those of a batch. */
export const signedBatch = (id: string) => signedEntries('batch', entryId('tpc', id));

/** Those of a report. */
export const signedReport = ({ system, routine, due_at }: Pick<Report, 'system' | 'routine' | 'due_at'>) =>
  signedEntries('report', entryId(system, routine, due_at));

/** Where the proof of an update of a note lies, by its anchor `update-<number>`; null where none is signed. */
export function updateProof(
  paths: Pick<Paths, 'proofBundle'>,
  kind: 'incident' | 'maintenance',
  slug: string,
  anchor: string,
): string | null {
  const [first] = signedEntries(`${kind}-update`, entryId(slug, anchor.replace('update-', '')));
  return first === undefined ? null : paths.proofBundle(String(first.index));
}

/** Whose signatures count, as people wrote it; null where the log is unsigned. */
export function logPolicy(): string | null {
  return openLog(CONTENT)?.policy ?? null;
}

function read(): ReadonlyMap<string, readonly SignedEntry[]> {
  const signed = new Map<string, SignedEntry[]>();
  const log = openLog(CONTENT);
  if (log === null) return signed;
  const leaves: Hash[] = [];
  const hashes = leafHashes(leaves);
  const entries = log.entries();
  for (const checkpoint of log.checkpoints()) {
    while (BigInt(leaves.length) < checkpoint.size) {
      const index = BigInt(leaves.length);
      const line = entries.next().value;
      if (line === undefined) return signed; // The emitter refuses such a log, and says why.
      leaves.push(hashLeaf(utf8Bytes(line)));
      const { kind, id, hash, time } = parseEntry(line);
      const of = signed.get(`${kind} ${id}`) ?? [];
      of.push({ index, line, hash, time, proof: () => proofAt(index, checkpoint) });
      signed.set(`${kind} ${id}`, of);
    }
  }
  return signed;

  async function proofAt(index: bigint, { note, size }: KeptCheckpoint): Promise<string> {
    const path = await proveInclusion(index, size, hashes);
    return formatTlogProof({ extra: null, index, hashes: path, checkpoint: note });
  }
}
