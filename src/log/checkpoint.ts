import { EMPTY_ROOT, HASH_BYTES, type Hash } from './merkle.ts';
import { LogError } from './refusal.ts';
import { fromBase64, readCount, sameBytes, toBase64 } from './wire.ts';

/** The text of a signed tree head: C2SP tlog-checkpoint v1.0.0. */
export interface Checkpoint {
  /** Which log: a URL without a scheme, never changed. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Hash;
  /** Lines that no monitor can audit: ours has none. */
  readonly extensions: readonly string[];
}

/**
 * Origin, size, root, extension lines: none of them empty.
 *
 * @throws LogError `checkpoint`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.length < 4 || lines.pop() !== '' || lines.includes(''))
    throw new LogError('checkpoint', 'expected three lines or more, none of them empty');
  const [origin = '', decimal = '', encoded = '', ...extensions] = lines;
  const size = readCount(decimal);
  if (size === null) throw new LogError('checkpoint', `${JSON.stringify(decimal)} is no size`);
  const root = fromBase64(encoded);
  if (root?.length !== HASH_BYTES) throw new LogError('checkpoint', `${JSON.stringify(encoded)} is no root`);
  if (size === 0n && !sameBytes(root, EMPTY_ROOT))
    throw new LogError('checkpoint', 'an empty tree has another root');
  return { origin, size, root, extensions };
}

/** @throws LogError `checkpoint` when what is said could not be read back */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, String(size), toBase64(root), ...extensions, ''].join('\n');
  const read = parseCheckpoint(text);
  if (read.origin !== origin || read.size !== size || read.extensions.length !== extensions.length)
    throw new LogError('checkpoint', 'a line of it holds a newline');
  return text;
}
