import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Checkpoint } from '../log/checkpoint.ts';
import { HASH_BYTES } from '../log/merkle.ts';
import { readCount, sameBytes } from '../log/wire.ts';

const ROOT = 'TERANG_LOG_ROOT:';

/** What an operator may put on chain of the log, such as once a month: which log, how large, and its root. */
export type RootMemo = Pick<Checkpoint, 'origin' | 'size' | 'root'>;

/** `TERANG_LOG_ROOT:<size>:<root, 64 hexadecimal digits>:<origin>`: the origin last, since it may hold colons. */
export function formatRootMemo({ origin, size, root }: RootMemo): string {
  return `${ROOT}${size}:${bytesToHex(root)}:${origin}`;
}

/** What a memo says of a log; null where it says nothing of one. */
export function parseRootMemo(memo: string): RootMemo | null {
  const [, decimal = '', hex = '', origin = ''] =
    /^TERANG_LOG_ROOT:(\d+):([0-9a-f]{64}):(\S+)$/.exec(memo) ?? [];
  const size = readCount(decimal);
  if (size === null) return null;
  const root = hexToBytes(hex);
  return root.length === HASH_BYTES ? { origin, size, root } : null;
}

/** A log as a reader holds it: its origin, and its root at a size; null where it does not reach that far here. */
export interface HeldLog {
  readonly origin: string;
  readonly rootAt: (size: bigint) => Uint8Array | null;
}

/** Whether the log still has the root that a memo put on chain. Of another log, or one that is shorter here, nobody can tell. */
export function judgeRootMemo({ origin, size, root }: RootMemo, log: HeldLog): 'right' | 'wrong' | 'unknown' {
  const held = log.origin === origin ? log.rootAt(size) : null;
  if (held === null) return 'unknown';
  return sameBytes(held, root) ? 'right' : 'wrong';
}
