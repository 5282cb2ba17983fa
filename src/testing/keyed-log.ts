import { formatCheckpoint } from '../log/checkpoint.ts';
import { formatEntry } from '../log/entry.ts';
import { formatVkey, generateKey, type SignerKey } from '../log/key.ts';
import { formatKeys, hashOfKeyRecord, type KeyChange, signKeyChange } from '../log/key-change.ts';
import { formatNote, noteSigner, signNote } from '../log/signed-note.ts';
import type { FileReader } from '../log/tile-hashes.ts';
import { utf8Bytes, utf8Text } from '../log/wire.ts';
import { tiledLog } from './tiled-log.ts';

const ORIGIN = 'log.example/keyed';
export const newKey = () => generateKey(ORIGIN, 'note');
export const policyOf = (...keys: SignerKey[]) =>
  `${keys.map((key) => `log ${formatVkey(key)}\n`).join('')}quorum none\n`;

const TIME = '2026-01-26T12:00:00Z';

/** A log whose entries are batches, but for some that state keys: the first at 0. */
export async function keyedLog(first: SignerKey, count: number, stated: ReadonlyMap<number, string>) {
  const notes = new Map([
    ...stated,
    [0, await statement({ course: 'first', key: first, before: null, from: 0n }, first)],
  ]);
  const entries = Array.from({ length: count }, (_, at) => {
    const note = notes.get(at);
    if (note === undefined)
      return formatEntry({
        kind: 'batch',
        id: `tpc/${at}`,
        time: TIME,
        hash: at.toString(16).padStart(64, '0'),
      });
    return formatEntry({ kind: 'key', id: `key-${at}`, time: TIME, hash: hashOfKeyRecord({ note }) });
  });
  const keys = [...notes]
    .toSorted(([a], [b]) => a - b)
    .map(([at, note]) => ({ index: BigInt(at), note, entry: utf8Text(entries[at] ?? '') ?? '' }));
  return { entries, keys, tiled: tiledLog(entries) };
}

const statement = (change: KeyChange, next: SignerKey, previous: SignerKey | null = null) =>
  signKeyChange(change, next, previous);

/** That one key takes over from another, which signs it; without `by` nobody of before does. */
export const rotation = (before: SignerKey, next: SignerKey, by: SignerKey | null = before) =>
  statement({ course: 'replaces', key: next, before, from: 0n }, next, by);

export const loss = (before: SignerKey, next: SignerKey) =>
  statement({ course: 'lost', key: next, before, from: 0n }, next);

export async function signedBy(
  log: Awaited<ReturnType<typeof keyedLog>>,
  size: number,
  ...keys: SignerKey[]
) {
  const root = await log.tiled.root(BigInt(size));
  const text = formatCheckpoint({ origin: ORIGIN, size: BigInt(size), root, extensions: [] });
  return formatNote(await signNote(text, keys.map(noteSigner)));
}

/** What a site serves of such a log: signed by these at a size, its keys among it unless it hides them. */
export async function siteOf(
  log: Awaited<ReturnType<typeof keyedLog>>,
  size: number,
  signers: readonly SignerKey[],
  { policy = policyOf(...signers), hidesKeys = false } = {},
): Promise<FileReader> {
  const keys = log.keys.filter(({ index }) => index < size);
  const files = new Map([
    ['checkpoint', await signedBy(log, size, ...signers)],
    ['policy', policy],
    ...(hidesKeys ? [] : ([['keys', formatKeys(keys)]] as const)),
  ]);
  return async (path) => {
    const text = files.get(path);
    return text === undefined ? log.tiled.read(path) : utf8Bytes(text);
  };
}
