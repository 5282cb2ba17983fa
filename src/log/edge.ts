import { EMPTY_ROOT, type Hash, hashNode } from './merkle.ts';

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
