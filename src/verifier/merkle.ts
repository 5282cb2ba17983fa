import { type Bytes, concat, isSame, sha256 } from './bytes.ts';

/** The Merkle tree of RFC 6962 over SHA-256. */

export function leafHash(data: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(0), data));
}

function nodeHash(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(1), left, right));
}

/** The roots of the trees of the first so many leaves, for each of these sizes, in one pass. */
export async function rootsAt(
  leaves: readonly Bytes[],
  sizes: Iterable<number>,
): Promise<ReadonlyMap<number, Bytes>> {
  const wanted = new Set(sizes);
  const roots = new Map<number, Bytes>();
  const edge: Bytes[] = []; // Roots of complete subtrees, the largest first.
  for (const [at, leaf] of leaves.entries()) {
    const size = at + 1;
    let hash = leaf;
    for (let rest = size; rest % 2 === 0; rest /= 2) hash = await nodeHash(edge.pop() as Bytes, hash);
    edge.push(hash);
    if (!wanted.has(size)) continue;
    let root = hash;
    for (const left of edge.slice(0, -1).reverse()) root = await nodeHash(left, root);
    roots.set(size, root);
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
  if (index >= tree.size) return false;
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
