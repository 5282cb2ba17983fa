import { type Bytes, concat, isSame, sha256 } from './bytes.ts';

/** The Merkle tree of RFC 6962 over SHA-256. */

export function leafHash(data: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(0), data));
}

function nodeHash(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(1), left, right));
}

/** A complete subtree takes in the ones before it that are as large. */
async function grow(edge: Bytes[], hash: Bytes, count: number): Promise<void> {
  let root = hash;
  for (let rest = count; rest % 2 === 0; rest /= 2) root = await nodeHash(edge.pop() as Bytes, root);
  edge.push(root);
}

/** The roots of the complete subtrees that hashes of one level make, the largest first. */
export async function edgeOf(hashes: readonly Bytes[]): Promise<Bytes[]> {
  const edge: Bytes[] = [];
  for (const [at, hash] of hashes.entries()) await grow(edge, hash, at + 1);
  return edge;
}

/** The root over such an edge, which has one hash at least. */
export async function rootOf(edge: readonly Bytes[]): Promise<Bytes> {
  let root = edge.at(-1) as Bytes;
  for (const left of edge.slice(0, -1).reverse()) root = await nodeHash(left, root);
  return root;
}

/** The roots of the trees of the first so many leaves, for each of these sizes, in one pass. */
export async function rootsAt(
  leaves: readonly Bytes[],
  sizes: Iterable<number>,
): Promise<ReadonlyMap<number, Bytes>> {
  const wanted = new Set(sizes);
  const roots = new Map<number, Bytes>();
  const edge: Bytes[] = [];
  for (const [at, leaf] of leaves.entries()) {
    await grow(edge, leaf, at + 1);
    if (wanted.has(at + 1)) roots.set(at + 1, await rootOf(edge));
  }
  return roots;
}

/** RFC 9162, section 2.1.3.2. */
export async function isIncluded(
  leaf: Bytes,
  index: bigint,
  tree: { readonly size: bigint; readonly root: Bytes },
  proof: readonly Bytes[],
): Promise<boolean> {
  if (index < 0n || index >= tree.size || [leaf, ...proof].some(({ length }) => length !== 32)) return false;
  let [fn, sn, hash] = [index, tree.size - 1n, leaf];
  for (const sibling of proof) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      hash = await nodeHash(sibling, hash);
      for (; fn % 2n === 0n && fn !== 0n; fn /= 2n) sn /= 2n;
    } else hash = await nodeHash(hash, sibling);
    fn /= 2n;
    sn /= 2n;
  }
  return sn === 0n && isSame(hash, tree.root);
}

/** RFC 9162, section 2.1.4.2, for two trees of different sizes; every tree grew from the empty one. */
export async function isConsistent(
  before: { readonly size: bigint; readonly root: Bytes },
  now: { readonly size: bigint; readonly root: Bytes },
  proof: readonly Bytes[],
): Promise<boolean> {
  if (before.size === 0n) return proof.length === 0;
  if (before.size >= now.size || proof.some(({ length }) => length !== 32)) return false;
  let [fn, sn] = [before.size - 1n, now.size - 1n];
  for (; fn % 2n === 1n; fn /= 2n) sn /= 2n;
  // Of a power of two the verifier has the root itself.
  const [first, ...rest] = fn === 0n ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let [old, grown] = [first, first];
  for (const hash of rest) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      [old, grown] = [await nodeHash(hash, old), await nodeHash(hash, grown)];
      for (; fn % 2n === 0n && fn !== 0n; fn /= 2n) sn /= 2n;
    } else grown = await nodeHash(grown, hash);
    fn /= 2n;
    sn /= 2n;
  }
  return sn === 0n && isSame(old, before.root) && isSame(grown, now.root);
}
