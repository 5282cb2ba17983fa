import { type Bytes, base64Of, jsonOf, sha256Hex } from './bytes.ts';
import { Wrong } from './outcome.ts';

/** An entry of the log: which record was published when, and its hash. */
export interface Entry {
  readonly hash: string;
  readonly id: string;
  readonly kind: string;
  readonly time: string;
}

/** An entry whose record is published. */
export interface Recorded {
  readonly index: number;
  readonly entry: Entry;
  readonly record: string;
}

/** An entry with its record and its `.tlog-proof`, each as its text; null where it is not at hand. */
export interface Proven {
  readonly entry: string | null;
  readonly record: string | null;
  readonly proof: string | null;
}

/** The entry in the one form it can have. @throws Wrong */
export function parseEntry(line: string, name: string): Entry {
  const { hash, id, kind, time } = jsonOf<Entry>(line, name) ?? {};
  if (line !== JSON.stringify({ hash, id, kind, time }) || typeof kind !== 'string' || typeof id !== 'string')
    throw new Wrong(`${name} is not in its form`);
  return { hash, id, kind, time };
}

/** The kinds of which an identity is entered once and never again. */
const ONCE: readonly string[] = [
  ...['refusal', 'report', 'archive', 'pruning', 'restore-test', 'correction', 'takedown', 'build', 'world'],
];

/** What is wrong with entries as a whole, by the place of each: its time, its order, that it stands there again. */
export function entryFaults(entries: readonly Entry[]): string[] {
  const faults: string[] = [];
  const entered = new Set<string>();
  let before = '';
  for (const [index, { kind, id, time, hash }] of entries.entries()) {
    const key = `${kind} ${id}`;
    if (!isTime(time)) faults.push(`entry ${index}: ${time} is no time`);
    else if (time < before) faults.push(`entry ${index}: ${time} behind ${before}`);
    else before = time;
    if (!/^[0-9a-f]{64}$/.test(hash)) faults.push(`entry ${index}: ${hash} is no hash`);
    if (ONCE.includes(kind) && entered.has(key)) faults.push(`entry ${index}: ${key} again`);
    entered.add(key);
  }
  return faults;
}

/** Whole seconds in UTC, of a day that there is. */
function isTime(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text.replace('Z', '.000Z');
}

/** A line is entered without its newline; what stands as a file of one line, such as a manifest, with it. */
export async function isRecordOf({ hash }: Entry, record: string): Promise<boolean> {
  return (await sha256Hex(record)) === hash || (await sha256Hex(`${record}\n`)) === hash;
}

/** A `.tlog-proof` file (c2sp.org/tlog-proof@v1). */
export interface Proof {
  readonly index: bigint;
  readonly hashes: readonly Bytes[];
  readonly checkpoint: string;
}

export const PROOF_HEAD = 'c2sp.org/tlog-proof@v1';

/** @throws Wrong */
export function parseProof(text: string, name: string): Proof {
  const blank = text.indexOf('\n\n');
  const [head, ...lines] = text.slice(0, blank).split('\n');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [, index] = /^index (0|[1-9]\d{0,18})$/.exec(lines.shift() ?? '') ?? [];
  if (head !== PROOF_HEAD || index === undefined) throw new Wrong(`${name} is no tlog-proof`);
  const hashes = lines.map((line) => base64Of(line, name));
  return { index: BigInt(index), hashes, checkpoint: text.slice(blank + 2) };
}
