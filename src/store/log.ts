import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../core/canonical.ts';
import { type IsoInstant, monthOf, wholeSeconds } from '../core/instant.ts';
import { type Edge, edgeWith, rootOfEdge } from '../log/edge.ts';
import { type Entry, type EntryKind, formatEntry, INVENTED_ENTRY } from '../log/entry.ts';
import { EMPTY_ROOT, hashLeaf } from '../log/merkle.ts';
import { fromBase64, toBase64 } from '../log/wire.ts';
import { syncFolder, writeAtomically } from './atomic-file.ts';
import { bytesAt, draftsOf, filesIn, restoring, textAt, valueIn } from './disk.ts';
import { exclusively } from './lock.ts';
import { AlteredFileError } from './unaltered.ts';
import { assertSameWorld } from './world.ts';

/** The folder below `generated` that the log stands in. */
export const LOG = 'log';
export const HEAD = 'head.json';
const ENTRIES = 'entries';

const hash = z.base64().length(44);
const count = z.int().nonnegative();

/**
 * `head.json`: how far the log reaches. Whatever stands behind that in the files of entries was left by a run that was
 * killed, and does not count. Everything in it follows from the entries; it spares reading them.
 */
const headSchema = z.strictObject({
  format: z.literal('terang/log/1'),
  /** Whether what is entered is invented: then the first entry says so. */
  demo: z.boolean(),
  size: count,
  /** Of the last entry; null while there is none. */
  time: z.iso.datetime({ precision: 0 }).nullable(),
  root: hash,
  edge: z.array(hash),
  /** How many entries each month has, by the month of their times, and how many bytes those of the last one take. */
  months: z.record(z.string().regex(/^\d{4}-\d{2}$/), count),
  bytes: count,
  /** How many lines of a series are entered: of `<folder>/<series>`, or of `<folder>/<series>/<stem>`. */
  entered: z.record(z.string(), count),
  /** What was entered last of that which stands as one file, such as a manifest: hashes by `<kind> <id>`. */
  present: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type LogHead = z.infer<typeof headSchema>;

const NO_ENTRIES = {
  format: 'terang/log/1',
  size: 0,
  time: null,
  root: toBase64(EMPTY_ROOT),
  edge: [],
  months: {},
  bytes: 0,
  entered: {},
  present: {},
} as const;

/** Something that is to be entered. */
export type NewEntry = Pick<Entry, 'kind' | 'id' | 'hash'>;

/** What is found in content that the log may not have yet. */
export interface Enterable {
  /** Lines behind those that are entered, by the series that they stand in. */
  readonly lines: ReadonlyMap<string, readonly NewEntry[]>;
  /** Files that are entered each time they are another. */
  readonly files: readonly NewEntry[];
}

/** Enters what the log does not have yet, and says how many entries that were: there with the rename of the head, or not. */
export type Enter = (find: (head: Pick<LogHead, 'entered'>) => Enterable) => Promise<number>;

/** A run that enters what it publishes. */
export interface LoggedRun {
  /** Where content is, and the log beside it. */
  readonly generated: string;
  /** What its entries are dated, where that is not before their predecessor. */
  readonly now: IsoInstant;
  /** Whether what it publishes is invented. */
  readonly demo: boolean;
}

/**
 * Does `work` while no other run enters anything.
 *
 * @throws AlteredFileError when the log is damaged, ExpectedError when it is of another world; then nothing was done
 */
export async function withLog<Result>(
  run: LoggedRun,
  work: (enter: Enter) => Promise<Result>,
): Promise<Result> {
  const { generated, demo } = run;
  return exclusively(path.join(generated, LOG), {}, async () => {
    let head = readHead(generated);
    assertSameWorld('entries of the log', head?.demo ?? null, demo);
    return work(async (find) => {
      const before = head?.size ?? 0;
      head = await append(run, head, find(head ?? NO_ENTRIES));
      return (head?.size ?? 0) - before;
    });
  });
}

async function append(
  { generated, now, demo }: LoggedRun,
  before: LogHead | null,
  { lines, files }: Enterable,
): Promise<LogHead | null> {
  const head: LogHead = before ?? { ...NO_ENTRIES, edge: [], demo };
  const others = files.filter(({ kind, id, hash }) => head.present[presentKey(kind, id)] !== hash);
  const found = [...[...lines.values()].flat(), ...others];
  if (found.length === 0) return before;
  const added = head.size === 0 && head.demo ? [INVENTED_ENTRY, ...found] : found;
  const at = wholeSeconds(now);
  const time = head.time !== null && head.time > at ? head.time : at;
  const month = monthOf(time);
  const entries = added.map(({ kind, id, hash }) => formatEntry({ kind, id, hash, time }));
  const root = path.join(generated, LOG);
  // From here on entries without a head are a head that was lost, not a first run that was killed.
  if (before === null) await writeHead(root, head);
  const text = entries.map((entry) => `${Buffer.from(entry).toString('utf8')}\n`).join('');
  const counted = head.months[month] === undefined ? 0 : head.bytes;
  const entered = { bytes: counted, lines: head.months[month] ?? 0 };
  await writeBehind(path.join(root, ENTRIES, `${month}.jsonl`), entered, text);
  let edge: Edge = head.edge.map((one) => fromBase64(one) as Uint8Array);
  for (const [at, entry] of entries.entries()) edge = edgeWith(edge, head.size + at, hashLeaf(entry));
  const next: LogHead = {
    ...head,
    size: head.size + entries.length,
    time,
    root: toBase64(rootOfEdge(edge)),
    edge: edge.map(toBase64),
    months: { ...head.months, [month]: (head.months[month] ?? 0) + entries.length },
    bytes: counted + Buffer.byteLength(text),
    entered: { ...head.entered },
    present: { ...head.present },
  };
  for (const [series, some] of lines)
    if (some.length > 0) next.entered[series] = (head.entered[series] ?? 0) + some.length;
  for (const { kind, id, hash } of others) next.present[presentKey(kind, id)] = hash;
  await writeHead(root, next);
  // Left by runs that were killed while writing it.
  for (const draft of draftsOf(root, HEAD)) await rm(path.join(root, draft));
  return next;
}

export function presentKey(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}

async function writeHead(root: string, head: LogHead): Promise<void> {
  await writeAtomically(path.join(root, HEAD), `${canonicalJson(head)}\n`);
  await syncFolder(root);
}

/** Writes `text` behind what counts of a file, in place of whatever a killed run left there. */
async function writeBehind(
  file: string,
  counts: { bytes: number; lines: number },
  text: string,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  // What would be cut off is gone for good: a head that counts other bytes than its lines have is not believed.
  if (
    linesIn((bytesAt(file) ?? Buffer.alloc(0)).subarray(0, counts.bytes), file, counts.bytes) !== counts.lines
  )
    throw new AlteredFileError(
      `${HEAD} of the log counts ${counts.lines} entries in ${counts.bytes} bytes of ${file}, which are not there. ${restoring(file)}`,
    );
  const handle = await open(file, 'a');
  try {
    await handle.truncate(counts.bytes);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(path.dirname(file));
}

/** How many whole lines some bytes are. @throws AlteredFileError where there are fewer, or the last is none */
function linesIn(bytes: Buffer, file: string, count: number): number {
  if (bytes.length < count || (count > 0 && bytes[count - 1] !== 0x0a))
    throw new AlteredFileError(`${file} was cut off. ${restoring(file)}`);
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}

/** How far the log below `generated` reaches; null where there is none. @throws AlteredFileError */
export function readHead(generated: string): LogHead | null {
  const file = path.join(generated, LOG, HEAD);
  const text = textAt(file);
  if (text !== null) return headIn(text, file);
  if (filesIn(path.join(generated, LOG, ENTRIES)).length === 0) return null;
  throw new AlteredFileError(`${file} is missing, but entries of the log are there. ${restoring(file)}`);
}

/** @throws AlteredFileError */
export function headIn(text: string, file: string): LogHead {
  return valueIn(headSchema, text, file);
}

/**
 * The entries of a log as they stand, in their order, a month of them held at a time.
 *
 * @throws AlteredFileError where there are fewer of them than its head counts
 */
export function* entryTexts(generated: string, head: LogHead): Generator<string> {
  for (const { file, count } of entryFiles(head)) {
    const at = path.join(generated, LOG, file);
    yield* countedLines(at, bytesAt(at), count);
  }
}

/** The files of a log's entries, oldest first, each below its folder and with how many of its lines count. */
export function entryFiles({
  months,
}: Pick<LogHead, 'months'>): { readonly file: string; readonly count: number }[] {
  return Object.keys(months)
    .toSorted()
    .map((month) => ({ file: `${ENTRIES}/${month}.jsonl`, count: months[month] ?? 0 }));
}

/** The lines of a file that count. @throws AlteredFileError where there are fewer */
export function* countedLines(file: string, bytes: Buffer | null, lines: number): Generator<string> {
  if (bytes === null) throw new AlteredFileError(`${file} is missing. ${restoring(file)}`);
  let start = 0;
  for (let line = 0; line < lines; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) throw new AlteredFileError(`${file} was cut off. ${restoring(file)}`);
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
