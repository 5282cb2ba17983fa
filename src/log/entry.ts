// The mini build: a reader's browser, as a witness, parses entries too.
import * as z from 'zod/mini';
import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { LogError } from './refusal.ts';
import { utf8Bytes, utf8Text } from './wire.ts';

/**
 * What an entry can be about, and how often an identity of that kind is entered: `once` and never again, or `again` each
 * time what is published of it becomes another. Kinds are added, never renamed: what was entered stays.
 */
export const ENTRY_KINDS = {
  /** The first entry of a log of invented content, and of no other: what is real stays so, and what is invented too. */
  world: 'once',
  /** A run, by the folder that it left: binds its manifest, with source, demo or real, times, states and findings. */
  run: 'again',
  // Figures: a row of a dataset, first as it was first seen, then each value, absence or place it is read from.
  batch: 'again',
  ledger: 'again',
  changelog: 'again',
  wallet: 'again',
  split: 'again',
  daily: 'again',
  totals: 'again',
  /** Of a batch, the hash of the list of the transactions that it paid. */
  lookup: 'again',
  // Status: a day with the hash of its raw samples; checks, thresholds and objectives as they are in force.
  'status-day': 'again',
  definition: 'again',
  // Words: facts of a note and its updates (as salted digests), and versions that were not let in.
  incident: 'again',
  'incident-update': 'again',
  maintenance: 'again',
  'maintenance-update': 'again',
  refusal: 'once',
  // Runbooks.
  report: 'once',
  'sign-off': 'again',
  audit: 'again',
  // Months: closed, what was removed from the present since, and what a restore of them gave.
  archive: 'once',
  pruning: 'once',
  'restore-test': 'once',
  /** The transaction of a batch: the hash of its wire bytes and what was found in it. */
  anchor: 'again',
  /** What was said wrongly, and the entry that says it rightly. */
  correction: 'once',
  /** A text that had to go: its digest stays, it does not. */
  takedown: 'once',
  /** A key that signs for this log from here on, or no longer does. */
  key: 'again',
  /** The hash of a built site, and of the verifiers it gives out. */
  build: 'once',
} as const satisfies Record<string, 'once' | 'again'>;

export type EntryKind = keyof typeof ENTRY_KINDS;

/** The longest line: small entries are what makes ten years of them a small log. */
const LONGEST_ENTRY = 256;

/** One entry: which record was published when, and the hash by which the record beside the log is held to it. */
const entrySchema = z.strictObject({
  kind: z.enum(Object.keys(ENTRY_KINDS) as [EntryKind, ...EntryKind[]]),
  /** Within its kind, such as `tpc/<id of the batch>`: ASCII without spaces, quotes or backslashes, so never escaped. */
  id: z.string().check(z.regex(/^[!#-[\]-~]+$/)),
  /** When it was entered: whole seconds in UTC, so that the order of texts is the order of times. */
  time: z.iso.datetime({ precision: 0 }),
  /** SHA-256 of the record's RFC 8785 text, without a newline. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

export type Entry = z.infer<typeof entrySchema>;

/** The record by which a log says that what is entered is invented, and its entry; a log without it is of real content. */
export const INVENTED = { demo: true } as const;
export const INVENTED_ENTRY = {
  kind: 'world',
  id: 'demo',
  hash: sha256Hex(canonicalJson(INVENTED)),
} as const satisfies Pick<Entry, 'kind' | 'id' | 'hash'>;

/** How long an identity, and a part of it, may be before its hash stands for it: any kind of entry has room for it. */
const LONGEST_ID = 112;
const LONGEST_PART = 64;

/**
 * An identity from what it consists of, such as a system and a wallet's name: percent-encoded, with slashes between. What is
 * longer then stands as `~` and its SHA-256, a part or the whole, so that no name is too long to be entered.
 */
export function entryId(...parts: readonly string[]): string {
  const id = parts.map(idPart).join('/');
  return id.length <= LONGEST_ID ? id : `~${sha256Hex(id)}`;
}

function idPart(part: string): string {
  if (part === '' || !part.isWellFormed()) throw new LogError('entry', 'a part of an identity is no text');
  const encoded = encodeURIComponent(part);
  return encoded.length <= LONGEST_PART ? encoded : `~${sha256Hex(part)}`;
}

/** The bytes that are hashed into the tree: RFC 8785 JSON, strings only. @throws LogError `entry` */
export function formatEntry(entry: Entry): Uint8Array {
  const checked = entrySchema.safeParse(entry);
  if (!checked.success) throw new LogError('entry', z.prettifyError(checked.error));
  const bytes = utf8Bytes(canonicalJson(checked.data));
  if (bytes.length > LONGEST_ENTRY)
    throw new LogError(
      'entry',
      `${entry.kind} ${entry.id} takes ${bytes.length} bytes, not ${LONGEST_ENTRY}`,
    );
  return bytes;
}

/** @throws LogError `entry`, also where the same is said in other bytes than the canonical ones */
export function parseEntry(line: Uint8Array | string): Entry {
  const text = utf8Text(line);
  if (text === null) throw new LogError('entry', 'it is no UTF-8');
  const checked = entrySchema.safeParse(json(text));
  if (!checked.success) throw new LogError('entry', z.prettifyError(checked.error));
  if (utf8Text(formatEntry(checked.data)) !== text)
    throw new LogError('entry', `it is not in its canonical form: ${text}`);
  return checked.data;
}

/**
 * Index and time grow together: nothing is entered with a time before its predecessor's. Whether a time lies in the
 * future only who has a clock can say, and the writer must: such an entry would lock the log until then.
 *
 * @throws LogError `order`
 */
export function assertFollows(previous: Entry, next: Entry): void {
  if (next.time < previous.time)
    throw new LogError(
      'order',
      `${next.kind} ${next.id} of ${next.time} comes after one of ${previous.time}`,
    );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LogError('entry', 'it is no JSON', { cause });
  }
}
