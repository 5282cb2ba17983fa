import { canonicalJson, sha256Hex } from '../../core/canonical.ts';
import { offers } from '../../core/site.ts';
import type { Publication } from '../../ledger/publication.ts';
import { type EntryKind, entryId, parseEntry } from '../../log/entry.ts';
import { leafHashes } from '../../log/leaf-hashes.ts';
import { type Hash, hashLeaf, proveInclusion } from '../../log/merkle.ts';
import { formatPieces } from '../../log/proof-bundle.ts';
import { formatTlogProof } from '../../log/tlog-proof.ts';
import { utf8Bytes } from '../../log/wire.ts';
import type { Report } from '../../reports/model/report.ts';
import { type KeptCheckpoint, openLog } from '../../store/kept-log.ts';
import type { Paths } from '../../words/paths.ts';
import { type QrImage, qrImage } from '../qr-image.ts';
import { CONTENT } from './files.ts';
import { site } from './site.ts';

/** An entry that a checkpoint covers. */
export interface SignedEntry {
  readonly index: bigint;
  /** The line that is hashed into the tree. */
  readonly line: string;
  /** Of its record. */
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

/** A batch as it was first entered, with its record and its whole proof, as a QR code; null where that is not signed. */
export async function batchCode({ entries }: Publication, id: string): Promise<QrImage | null> {
  const [first] = signedBatch(id);
  const record = linesOf(entries).get(id)?.[0] ?? null;
  if (first === undefined || record === null || sha256Hex(record) !== first.hash) return null;
  return qrImage(formatPieces({ entry: first.line, record, proof: await first.proof() }));
}

/** Whether every line that the record has of a batch is in the log, signed. */
export function isBatchLogged({ entries }: Publication, id: string): boolean {
  const lines = linesOf(entries).get(id) ?? [];
  const signed = signedBatch(id);
  return lines.length > 0 && lines.every((line, at) => sha256Hex(line) === signed[at]?.hash);
}

/** Those of the list of a batch by which payments are looked up. */
export const signedList = (batch: string) => signedEntries('lookup', entryId('tpc', batch));

type Entries = Publication['entries'];
let recorded: { readonly of: Entries; readonly lines: ReadonlyMap<string, readonly string[]> } | undefined;

/** The lines of the record by the batch that they are of. */
function linesOf(entries: Entries): ReadonlyMap<string, readonly string[]> {
  if (recorded?.of !== entries) {
    const batches = Map.groupBy(
      entries.filter(({ dataset }) => dataset === 'batches'),
      ({ id }) => id,
    );
    recorded = {
      of: entries,
      lines: new Map([...batches].map(([id, of]) => [id, of.map((entry) => canonicalJson(entry))])),
    };
  }
  return recorded.lines;
}

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
  const log = offers(site(), 'log') ? openLog(CONTENT) : null;
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
