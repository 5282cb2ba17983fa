import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { parseEntry } from './entry.ts';
import { formatVkey, parseVkey, type SignerKey, type VerifierKey } from './key.ts';
import { LogError } from './refusal.ts';
import { formatNote, noteSigner, noteVerifier, openNote, parseNote, signNote } from './signed-note.ts';
import { readCount, utf8Text } from './wire.ts';

/**
 * How a key came to sign for a log: it is the `first`; it `replaces` another, which signed that; or the one before was
 * `lost`, so that nobody could sign it.
 */
export type KeyCourse = 'first' | 'replaces' | 'lost';

/** What an entry of the kind `key` states, as a signed note that any reader of C2SP signed-note can open. */
export interface KeyChange {
  readonly key: VerifierKey;
  /** The size of tree from which it signs. */
  readonly from: bigint;
  readonly course: KeyCourse;
  /** The key that it came after; null for the first. */
  readonly before: VerifierKey | null;
}

/** A change that stands in a log. */
export interface LoggedKey extends KeyChange {
  readonly index: bigint;
  /** The line that is hashed into the tree. */
  readonly entry: string;
  /** Whether the key before signed that this one replaces it. The first was introduced by nobody, and needs to be by nobody. */
  readonly introduced: boolean;
}

/** What the text begins with: no checkpoint can be taken for it, nor it for a checkpoint, whose second line is a size. */
const HEAD = 'terang/key/1';

/** The statement, signed with the new key, to show that somebody holds it, and with that before where it is at hand. */
export async function signKeyChange(
  change: KeyChange,
  next: SignerKey,
  previous: SignerKey | null,
): Promise<string> {
  const { key, from, course, before } = change;
  const after = before === null ? course : `${course} ${formatVkey(before)}`;
  const text = [HEAD, key.name, formatVkey(key), `from ${from}`, after, ''].join('\n');
  return formatNote(await signNote(text, [next, ...(previous === null ? [] : [previous])].map(noteSigner)));
}

/**
 * What a statement says, nothing of it verified.
 *
 * @throws LogError `note`, `key`
 */
export function parseKeyChange(note: string): KeyChange {
  const wrong = () => new LogError('note', 'no statement of a key');
  const [head, origin, vkey = '', from = '', after = '', end, ...more] = parseNote(note).text.split('\n');
  const [course = '', before, ...words] = after.split(' ');
  const size = readCount(/^from (.+)$/.exec(from)?.[1] ?? '');
  if (head !== HEAD || end !== '' || more.length > 0 || size === null || words.length > 0) throw wrong();
  const key = parseVkey(vkey);
  const known = before === undefined ? null : parseVkey(before);
  if ([key, known].some((one) => one !== null && one.type !== 'note')) throw wrong();
  if (key.name !== origin || (known !== null && known.name !== origin)) throw wrong();
  if (course === 'first' ? known !== null : known === null) throw wrong();
  if (course !== 'first' && course !== 'replaces' && course !== 'lost') throw wrong();
  return { key, from: size, course, before: known };
}

/** A statement as it stands in a log. @throws LogError where it is none, or the entry is not of it, or its key did not sign */
async function openKeyChange(note: string, entry: string, index: bigint): Promise<LoggedKey> {
  const change = parseKeyChange(note);
  const { kind, hash } = parseEntry(entry);
  if (kind !== 'key' || hash !== hashOfKeyRecord({ note }))
    throw new LogError('key', `entry ${index} is not of ${change.key.name}+${change.key.id}`);
  await openNote(note, [noteVerifier(change.key)]);
  return {
    ...change,
    index,
    entry,
    introduced: change.course === 'replaces' && (await isSignedBefore(note, change)),
  };
}

async function isSignedBefore(note: string, { before }: KeyChange): Promise<boolean> {
  if (before === null) return false;
  try {
    await openNote(note, [noteVerifier(before)]);
    return true;
  } catch (error) {
    if (error instanceof LogError && (error.fault === 'unsigned' || error.fault === 'signature'))
      return false;
    throw error;
  }
}

/** The hash that the entry of a statement holds: of the line beside the log. */
export function hashOfKeyRecord(record: { readonly note: string }): string {
  return sha256Hex(canonicalJson({ note: record.note }));
}

/** @throws LogError where one of them is none */
export function openedKeys(keys: ReturnType<typeof keysAmong>): Promise<LoggedKey[]> {
  return Promise.all(keys.map(({ note, entry, index }) => openKeyChange(note, entry, index)));
}

/** `keys`, as a log serves it: a line for each of its entries of that kind, in their order. */
export function formatKeys(keys: readonly { index: bigint; entry: string; note: string }[]): string {
  return keys.map(({ index, ...one }) => `${canonicalJson({ ...one, index: String(index) })}\n`).join('');
}

/** @throws LogError */
export async function parseKeys(bytes: Uint8Array | null): Promise<LoggedKey[]> {
  const lines = (utf8Text(bytes ?? new Uint8Array()) ?? 'no text').split('\n').filter((line) => line !== '');
  const keys: { index: bigint; entry: string; note: string }[] = [];
  for (const line of lines) {
    const { entry, index, note } = fieldsOf(line);
    const at = readCount(String(index));
    if (at === null || typeof entry !== 'string' || typeof note !== 'string')
      throw new LogError('key', 'keys: a line that is none');
    keys.push({ index: at, entry, note });
  }
  return openedKeys(keys);
}

function fieldsOf(line: string): Record<string, unknown> {
  try {
    return (JSON.parse(line) ?? {}) as Record<string, unknown>;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new LogError('key', 'keys: a line that is no JSON', { cause });
  }
}

/** The entries of a log that are about keys, each with its statement among `notes`, which are known by the hash of the record. */
export function keysAmong(
  entries: Iterable<string>,
  notes: ReadonlyMap<string, string>,
): { index: bigint; entry: string; note: string }[] {
  if (notes.size === 0) return [];
  const keys: { index: bigint; entry: string; note: string }[] = [];
  let index = 0n;
  for (const entry of entries) {
    const note = entry.includes('"kind":"key"') ? notes.get(parseEntry(entry).hash) : undefined;
    if (note !== undefined) keys.push({ index, entry, note });
    index += 1n;
  }
  return keys;
}
