import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { LogError } from './refusal.ts';
import { sameBytes } from './wire.ts';

/**
 * The Merkle tree of RFC 6962, section 2.1, over SHA-256: hashes, and proofs made and verified. The hash is the house's
 * own (`@noble/hashes`) rather than WebCrypto's, which answers each of a million small questions with a promise.
 */

/** 32 bytes. */
export type Hash = Uint8Array;
export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of the tree without leaves. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array());

export function hashLeaf(data: Uint8Array): Hash {
  return sha256(concatBytes(LEAF, data));
}

export function hashNode(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(NODE, left, right));
}

/** The complete subtree over the leaves `index`·2^`level` up to, but without, (`index` + 1)·2^`level`. */
export interface Subtree {
  readonly level: number;
  readonly index: bigint;
}

/** Hashes of complete subtrees, in the order asked: from memory, from tiles on a disk or over HTTP. */
export type HashReader = (subtrees: readonly Subtree[]) => Promise<readonly Hash[]>;

type Range = readonly [start: bigint, end: bigint];

/** The root of the first `size` leaves. */
export async function rootAt(size: bigint, read: HashReader): Promise<Hash> {
  if (size < 0n) throw new LogError('range', `there is no tree of ${size} leaves`);
  if (size === 0n) return EMPTY_ROOT;
  const [root] = await hashesOf([[0n, size]], read);
  return root as Hash;
}

/** The audit path of leaf `index` in the tree of `size` leaves, from its sibling up. */
export async function proveInclusion(index: bigint, size: bigint, read: HashReader): Promise<Hash[]> {
  assertWithin(index, size);
  const path: Range[] = [];
  for (let [start, end] = [0n, size]; end - start > 1n; ) {
    const middle = start + split(end - start);
    path.push(index < middle ? [middle, end] : [start, middle]);
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return hashesOf(path.toReversed(), read);
}

/** The proof that the first `size1` of `size2` leaves are those of the tree of `size1`. Size 0 proves nothing: refused. */
export async function proveConsistency(size1: bigint, size2: bigint, read: HashReader): Promise<Hash[]> {
  assertGrown(size1, size2);
  const path: Range[] = [];
  let [start, end] = [0n, size2];
  while (end !== size1) {
    const middle = start + split(end - start);
    path.push(size1 <= middle ? [middle, end] : [start, middle]);
    [start, end] = size1 <= middle ? [start, middle] : [middle, end];
  }
  if (start > 0n) path.push([start, end]); // Else the verifier has it: it is the old root.
  return hashesOf(path.toReversed(), read);
}

export interface Inclusion {
  readonly leaf: Hash;
  readonly index: bigint;
  readonly size: bigint;
  readonly root: Hash;
}

/**
 * RFC 9162, section 2.1.3.2.
 *
 * @throws LogError `inclusion` or `range`
 */
export function assertIncluded({ leaf, index, size, root }: Inclusion, proof: readonly Hash[]): void {
  assertWithin(index, size);
  if ([leaf, ...proof].some((hash) => hash.length !== HASH_BYTES))
    throw new LogError('inclusion', 'a hash is not of 32 bytes');
  let [fn, sn, hash] = [index, size - 1n, leaf];
  for (const sibling of proof) {
    if (sn === 0n) throw new LogError('inclusion', 'the proof is too long');
    if (isOdd(fn) || fn === sn) {
      hash = hashNode(sibling, hash);
      for (; !isOdd(fn) && fn !== 0n; fn >>= 1n) sn >>= 1n;
    } else hash = hashNode(hash, sibling);
    fn >>= 1n;
    sn >>= 1n;
  }
  if (sn !== 0n) throw new LogError('inclusion', 'the proof is too short');
  if (!sameBytes(hash, root))
    throw new LogError('inclusion', `leaf ${index} is not in the tree with this root`);
}

export interface Growth {
  readonly size1: bigint;
  readonly root1: Hash;
  readonly size2: bigint;
  readonly root2: Hash;
}

/**
 * RFC 9162, section 2.1.4.2. Every tree grew from the empty one, so that size 0 vouches for nothing and is refused;
 * who begins there (a witness that meets a log) has nothing to prove.
 *
 * @throws LogError `consistency` or `range`
 */
export function assertConsistent({ size1, root1, size2, root2 }: Growth, proof: readonly Hash[]): void {
  assertGrown(size1, size2);
  if (proof.some((hash) => hash.length !== HASH_BYTES))
    throw new LogError('consistency', 'a hash is not of 32 bytes');
  if (size1 === size2) {
    if (proof.length > 0) throw new LogError('consistency', 'the proof is too long');
    if (!sameBytes(root1, root2))
      throw new LogError('consistency', `two trees of ${size1} leaves have different roots`);
    return;
  }
  let [fn, sn] = [size1 - 1n, size2 - 1n];
  for (; isOdd(fn); fn >>= 1n) sn >>= 1n;
  const [first, ...rest] = fn === 0n ? [root1, ...proof] : proof; // fn is 0 where size1 is a power of two.
  if (first === undefined || proof.length === 0) throw new LogError('consistency', 'the proof is too short');
  let [old, grown] = [first, first];
  for (const hash of rest) {
    if (sn === 0n) throw new LogError('consistency', 'the proof is too long');
    if (isOdd(fn) || fn === sn) {
      [old, grown] = [hashNode(hash, old), hashNode(hash, grown)];
      for (; !isOdd(fn) && fn !== 0n; fn >>= 1n) sn >>= 1n;
    } else grown = hashNode(grown, hash);
    fn >>= 1n;
    sn >>= 1n;
  }
  if (sn !== 0n) throw new LogError('consistency', 'the proof is too short');
  if (!sameBytes(old, root1) || !sameBytes(grown, root2))
    throw new LogError('consistency', `the tree of ${size2} leaves did not grow from that of ${size1}`);
}

/** The root of a complete subtree from its leaves' hashes, whose number is a power of two. */
export function completeRoot(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) =>
      hashNode(row[2 * at] as Hash, row[2 * at + 1] as Hash),
    );
  return row[0] as Hash;
}

/** The hashes of ranges that proofs consist of: each begins where its largest complete subtree does. */
async function hashesOf(ranges: readonly Range[], read: HashReader): Promise<Hash[]> {
  const parts = ranges.map(subtreesOf);
  const hashes = [...(await read(parts.flat()))];
  return parts.map(({ length }) =>
    hashes.splice(0, length).reduceRight((right, left) => hashNode(left, right)),
  );
}

/** The complete subtrees of a range, from the left. */
function subtreesOf([start, end]: Range): Subtree[] {
  const parts: Subtree[] = [];
  for (let at = start; at < end; ) {
    let level = 0n;
    while (!isOdd(at >> level) && at + (2n << level) <= end) level++;
    parts.push({ level: Number(level), index: at >> level });
    at += 1n << level;
  }
  return parts;
}

/** The largest power of two below `count`, which is above 1. */
function split(count: bigint): bigint {
  return 1n << BigInt((count - 1n).toString(2).length - 1);
}

function isOdd(number: bigint): boolean {
  return (number & 1n) === 1n;
}

function assertWithin(index: bigint, size: bigint): void {
  if (index < 0n || index >= size)
    throw new LogError('range', `a tree of ${size} leaves has no leaf ${index}`);
}

function assertGrown(size1: bigint, size2: bigint): void {
  if (size1 < 1n) throw new LogError('range', `from ${size1} leaves nothing can be proved`);
  if (size2 < size1) throw new LogError('range', `a tree of ${size1} leaves can not grow to ${size2}`);
}
