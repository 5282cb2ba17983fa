import { assertIncluded, HASH_BYTES, type Hash, hashLeaf } from './merkle.ts';
import { openCheckpoint, type Policy, type SeenCheckpoint } from './policy.ts';
import { LogError } from './refusal.ts';
import { fromBase64, readCount, toBase64, utf8Text } from './wire.ts';

/** A `.tlog-proof` file (C2SP tlog-proof@v1): all it takes, with the entry and a policy, to verify offline for ever. */
export interface TlogProof {
  /** Nobody vouches for it. */
  readonly extra: Uint8Array | null;
  readonly index: bigint;
  readonly hashes: readonly Hash[];
  /** The signed note, as the log gave it. */
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';
/** An audit path in the tallest tree that is spoken of. */
const MAX_HASHES = 63;

/** @throws LogError `tlog-proof` */
export function parseTlogProof(file: Uint8Array | string): TlogProof {
  const text = utf8Text(file);
  if (text === null) throw new LogError('tlog-proof', 'it is no UTF-8');
  const blank = text.indexOf('\n\n');
  if (blank < 0) throw new LogError('tlog-proof', 'no blank line parts the proof from its checkpoint');
  const [head, ...lines] = text.slice(0, blank).split('\n');
  if (head !== HEAD) throw new LogError('tlog-proof', `it does not begin with ${HEAD}`);
  const extra = lines[0]?.startsWith('extra ') ? readBytes(lines.shift()?.slice('extra '.length)) : null;
  const [, decimal = ''] = /^index (.+)$/.exec(lines.shift() ?? '') ?? [];
  const index = readCount(decimal);
  if (index === null) throw new LogError('tlog-proof', 'it names no index');
  if (lines.length > MAX_HASHES) throw new LogError('tlog-proof', `more than ${MAX_HASHES} hashes`);
  const hashes = lines.map(readBytes);
  if (hashes.some((hash) => hash.length !== HASH_BYTES))
    throw new LogError('tlog-proof', 'a hash is not of 32 bytes');
  return { extra, index, hashes, checkpoint: text.slice(blank + 2) };
}

export function formatTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [
    HEAD,
    ...(extra === null ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(toBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/**
 * That these bytes are the log's entry at the proof's index.
 *
 * @throws LogError `inclusion` or `range`, or as `openCheckpoint` does
 */
export async function verifyTlogProof(
  entry: Uint8Array,
  { index, hashes, checkpoint }: TlogProof,
  policy: Policy,
): Promise<SeenCheckpoint> {
  const seen = await openCheckpoint(checkpoint, policy);
  const { size, root } = seen.checkpoint;
  assertIncluded({ leaf: hashLeaf(entry), index, size, root }, hashes);
  return seen;
}

function readBytes(text = ''): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes === null) throw new LogError('tlog-proof', `no base64: ${JSON.stringify(text)}`);
  return bytes;
}
