import { type Hash, type HashReader, hashNode } from './merkle.ts';

/** The hashes of a tree whose leaves' hashes are in memory, and may become more; each subtree is hashed once, however many proofs need it. */
export function leafHashes(leaves: readonly Hash[]): HashReader {
  const known = new Map<string, Hash>();
  const hashOf = (level: number, index: bigint): Hash => {
    if (level === 0) return leaves[Number(index)] as Hash;
    const key = `${level}/${index}`;
    const hash =
      known.get(key) ?? hashNode(hashOf(level - 1, 2n * index), hashOf(level - 1, 2n * index + 1n));
    known.set(key, hash);
    return hash;
  };
  return async (subtrees) => subtrees.map(({ level, index }) => hashOf(level, index));
}
