import { EMPTY_ROOT, type Hash, hashLeaf, hashNode } from './merkle.ts';

/**
 * The right edge of a tree: the roots of the complete subtrees that it consists of, from the left, one for each bit that
 * is set in its size. All that an append needs of the leaves before.
 */
export type Edge = readonly Hash[];

/** The edge of a tree of `size` leaves once this leaf stands behind them. */
export function edgeWith(edge: Edge, size: number, leaf: Hash): Edge {
  const grown = [...edge];
  let hash = leaf;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2))
    hash = hashNode(grown.pop() as Hash, hash);
  grown.push(hash);
  return grown;
}

/** The root of the tree with this edge. */
export function rootOfEdge(edge: Edge): Hash {
  return edge.length === 0 ? EMPTY_ROOT : edge.reduceRight((right, left) => hashNode(left, right));
}

/** The roots of the trees of the first so many entries, for each of some sizes that they reach, in one pass. */
export function rootsAt(
  entries: Iterable<Uint8Array>,
  sizes: ReadonlySet<bigint>,
): ReadonlyMap<bigint, Hash> {
  const roots = new Map<bigint, Hash>(sizes.has(0n) ? [[0n, EMPTY_ROOT]] : []);
  let edge: Edge = [];
  let size = 0;
  for (const entry of entries) {
    if (roots.size === sizes.size) break;
    edge = edgeWith(edge, size++, hashLeaf(entry));
    if (sizes.has(BigInt(size))) roots.set(BigInt(size), rootOfEdge(edge));
  }
  return roots;
}
