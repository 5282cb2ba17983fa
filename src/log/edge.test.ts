import { expect, test } from 'vitest';
import { numbered, tiledLog } from '../testing/tiled-log.ts';
import { type Edge, edgeWith, rootOfEdge, rootsAt } from './edge.ts';
import { hashLeaf } from './merkle.ts';

test('a tree that grows leaf by leaf on its right edge has the root of all its leaves, at every size', async () => {
  const leaves = numbered(300);
  const log = tiledLog(leaves);
  let edge: Edge = [];
  for (const [size, leaf] of leaves.entries()) {
    expect(rootOfEdge(edge), `of ${size}`).toEqual(await log.root(BigInt(size)));
    edge = edgeWith(edge, size, hashLeaf(leaf));
  }
});

test('the roots at some sizes are those of the trees of then; what the log does not reach has none', async () => {
  const leaves = numbered(300);
  const log = tiledLog(leaves);
  const roots = rootsAt(leaves, new Set([0n, 7n, 256n, 300n, 301n]));
  expect([...roots.keys()]).toEqual([0n, 7n, 256n, 300n]);
  for (const [size, root] of roots) expect(root, `of ${size}`).toEqual(await log.root(size));
});
