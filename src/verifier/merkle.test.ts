import { base64 } from '@scure/base';
import { describe, expect, test } from 'vitest';
import { proveInclusion } from '../log/merkle.ts';
import vectors from '../log/vectors/transparency-dev-merkle.json' with { type: 'json' };
import { flipped, numbered, tiledLog } from '../testing/tiled-log.ts';
import type { Bytes } from './bytes.ts';
import { isIncluded, leafHash, rootsAt } from './merkle.ts';

const bytes = (data: Uint8Array): Bytes => new Uint8Array(data);

test('of 98 probes of an inclusion, those are accepted that transparency-dev accepts', async () => {
  const hash = (at: unknown) => bytes(base64.decode(vectors.hashes[at as number] ?? ''));
  for (const [probe, index, size, leaf, root, proof, accepted] of vectors.inclusion) {
    const tree = { size: BigInt(String(size)), root: hash(root) };
    const found = await isIncluded(hash(leaf), BigInt(String(index)), tree, (proof as number[]).map(hash));
    expect(found, String(probe)).toBe(accepted);
  }
  expect(vectors.inclusion).toHaveLength(98);
});

describe('the second reading of the tree agrees with the first', () => {
  const SIZE = 70;
  const entries = numbered(SIZE);
  const log = tiledLog(entries);

  test('on the root at every size', async () => {
    const leaves = await Promise.all(entries.map((entry) => leafHash(bytes(entry))));
    const sizes = entries.map((_, at) => at + 1);
    const roots = await rootsAt(leaves, sizes);
    for (const size of sizes) expect(roots.get(size), `${size}`).toEqual(bytes(await log.root(BigInt(size))));
  });

  test('on every proof of inclusion, and refuses it for another leaf, index, size or hash', async () => {
    for (const size of [1n, 2n, 3n, 7n, 8n, 33n, 64n, 70n]) {
      const tree = { size, root: bytes(await log.root(size)) };
      for (let index = 0n; index < size; index++) {
        const proof = (await proveInclusion(index, size, log.hashes(size))).map(bytes);
        const leaf = await leafHash(bytes(entries[Number(index)] as Uint8Array));
        expect(await isIncluded(leaf, index, tree, proof)).toBe(true);
        const turned = proof.map((hash, at) => (at === 0 ? bytes(flipped(hash, 9)) : hash));
        const others = [
          isIncluded(bytes(flipped(leaf, 3)), index, tree, proof),
          isIncluded(leaf, index + size, tree, proof),
          isIncluded(leaf, index, { ...tree, root: bytes(flipped(tree.root, 0)) }, proof),
          isIncluded(leaf, index, tree, [...proof, leaf]),
          ...(proof.length === 0 ? [] : [isIncluded(leaf, index, tree, turned)]),
          ...(proof.length === 0 ? [] : [isIncluded(leaf, index, tree, proof.slice(1))]),
        ];
        expect(await Promise.all(others)).not.toContain(true);
      }
    }
  });
});
