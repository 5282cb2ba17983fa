import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flipped, numbered, tiledLog } from '../testing/tiled-log.ts';
import {
  assertConsistent,
  assertIncluded,
  EMPTY_ROOT,
  type Hash,
  hashLeaf,
  hashNode,
  proveConsistency,
  proveInclusion,
} from './merkle.ts';
import { LogError } from './refusal.ts';
import vectors from './vectors/transparency-dev-merkle.json' with { type: 'json' };

/** RFC 6962, section 2.1, word for word. */
function merkleTreeHash(leaves: readonly Uint8Array[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return hashLeaf(leaves[0] as Uint8Array);
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return hashNode(merkleTreeHash(leaves.slice(0, k)), merkleTreeHash(leaves.slice(k)));
}

/** Whether a verifier accepts; anything it throws but a refusal is a defect. */
function accepts(verify: () => void): boolean {
  try {
    verify();
    return true;
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    expect(['inclusion', 'consistency', 'range']).toContain(error.fault);
    return false;
  }
}

describe('against what others computed', () => {
  /** The leaves and roots by which Certificate Transparency's first implementations were tested. */
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  test('the trees of 0 to 8 known leaves have the known roots', async () => {
    const log = tiledLog(leaves.map(hexToBytes));
    const ours = await Promise.all(roots.map(async (_, size) => bytesToHex(await log.root(BigInt(size)))));
    expect(ours).toEqual(roots);
    expect(bytesToHex(hashLeaf(utf8ToBytes('L123456')))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
  });

  const hashes = vectors.hashes.map((text) => base64.decode(text));
  const hash = (at: unknown) => hashes[at as number] as Hash;
  const proofOf = (places: unknown) => (places as number[]).map(hash);

  test('of 98 probes of an inclusion, those are accepted that transparency-dev accepts', () => {
    const verdicts = vectors.inclusion.map(([probe, index, size, leaf, root, proof]) => [
      probe,
      accepts(() =>
        assertIncluded(
          { index: BigInt(String(index)), size: BigInt(String(size)), leaf: hash(leaf), root: hash(root) },
          proofOf(proof),
        ),
      ),
    ]);
    expect(verdicts).toHaveLength(98);
    expect(verdicts).toEqual(vectors.inclusion.map((probe) => [probe[0], probe[6]]));
  });

  test('of 98 probes of a consistency, those are accepted that transparency-dev accepts', () => {
    const verdicts = vectors.consistency.map(([probe, size1, root1, size2, root2, proof]) => [
      probe,
      accepts(() =>
        assertConsistent(
          {
            size1: BigInt(String(size1)),
            root1: hash(root1),
            size2: BigInt(String(size2)),
            root2: hash(root2),
          },
          proofOf(proof),
        ),
      ),
    ]);
    expect(verdicts).toHaveLength(98);
    expect(verdicts).toEqual(vectors.consistency.map((probe) => [probe[0], probe[6]]));
  });

  test('the tree of seven leaves has the proofs that RFC 6962 gives in section 2.1.3', async () => {
    const seven = numbered(7);
    const { hashes: at } = tiledLog(seven);
    const [a, b, c, d, e, f, j] = seven.map(hashLeaf) as [Hash, Hash, Hash, Hash, Hash, Hash, Hash];
    const [g, h, i] = [hashNode(a, b), hashNode(c, d), hashNode(e, f)];
    const [k, l] = [hashNode(g, h), hashNode(i, j)];
    expect(await proveInclusion(0n, 7n, at(7n))).toEqual([b, h, l]);
    expect(await proveInclusion(3n, 7n, at(7n))).toEqual([c, g, l]);
    expect(await proveInclusion(4n, 7n, at(7n))).toEqual([f, j, k]);
    expect(await proveInclusion(6n, 7n, at(7n))).toEqual([i, k]);
    expect(await proveConsistency(3n, 7n, at(7n))).toEqual([c, d, g, l]);
    expect(await proveConsistency(4n, 7n, at(7n))).toEqual([l]);
    expect(await proveConsistency(6n, 7n, at(7n))).toEqual([i, j, k]);
  });
});

describe('properties', () => {
  const SIZE = 70_000;
  const entries = numbered(SIZE);
  const log = tiledLog(entries);
  const sizes = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: SIZE }));
  const bit = fc.integer({ min: 0, max: 255 });

  /** Every hash of a proof with one of its bits turned, then the proof one hash shorter and longer. */
  const damaged = (proof: readonly Hash[], turned: number) => [
    ...proof.map((hash, at) => proof.with(at, flipped(hash, turned))),
    ...(proof.length > 0 ? [proof.slice(1), proof.slice(0, -1)] : []),
    [...proof, EMPTY_ROOT],
    [EMPTY_ROOT, ...proof],
  ];

  test('a root from tiles is the one that the definition gives', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700 }), async (size) => {
        expect(await log.root(BigInt(size))).toEqual(merkleTreeHash(entries.slice(0, size)));
      }),
      { numRuns: 30 },
    ));

  test('each entry is proved in each tree that holds it; with one bit turned anywhere, nothing is', () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.nat(), bit, async (many, any, turned) => {
        const [size, at] = [BigInt(many), any % many];
        const index = BigInt(at);
        const root = await log.root(size);
        const leaf = hashLeaf(entries[at] as Uint8Array);
        const proof = await proveInclusion(index, size, log.hashes(size));
        assertIncluded({ leaf, index, size, root }, proof);
        for (const other of damaged(proof, turned))
          expect(accepts(() => assertIncluded({ leaf, index, size, root }, other))).toBe(false);
        for (const other of [
          { leaf: flipped(leaf, turned), index, size, root },
          { leaf, index, size, root: flipped(root, turned) },
          { leaf, index: index ^ 1n, size, root },
          { leaf, index: size, size, root },
          { leaf: hashLeaf(utf8ToBytes('another')), index, size, root },
        ])
          expect(accepts(() => assertIncluded(other, proof))).toBe(false);
      }),
    ));

  test('each tree is proved to have grown from each before it; with one bit turned anywhere, it is not', () =>
    fc.assert(
      fc.asyncProperty(sizes, fc.nat(), bit, async (many, any, turned) => {
        const [size1, size2] = [BigInt(1 + (any % many)), BigInt(many)];
        const growth = { size1, root1: await log.root(size1), size2, root2: await log.root(size2) };
        const proof = await proveConsistency(size1, size2, log.hashes(size2));
        assertConsistent(growth, proof);
        for (const other of damaged(proof, turned))
          expect(accepts(() => assertConsistent(growth, other))).toBe(false);
        const { root1, root2 } = growth;
        for (const other of [
          { ...growth, root1: flipped(root1, turned) },
          { ...growth, root2: flipped(root2, turned) },
          ...(size1 < size2 ? [{ size1: size2, root1: root2, size2: size1, root2: root1 }] : []),
        ])
          expect(accepts(() => assertConsistent(other, proof))).toBe(false);
      }),
    ));

  test('a tree in which one published entry is another has no proof of having grown', async () => {
    const [old, size] = [1000n, 1500n];
    const forged = tiledLog(numbered(1500).with(7, utf8ToBytes('rewritten')));
    const proof = await proveConsistency(old, size, forged.hashes(size));
    const growth = { size1: old, size2: size, root2: await forged.root(size) };
    assertConsistent({ ...growth, root1: await forged.root(old) }, proof);
    const root1 = await log.root(old);
    expect(() => assertConsistent({ ...growth, root1 }, proof)).toThrow('did not grow from');
  });
});

test('hashes of other lengths, with which a log could sign for a root that is no tree, prove nothing', async () => {
  const [a, b, c, d, e, f] = numbered(6).map(hashLeaf) as [Hash, Hash, Hash, Hash, Hash, Hash];
  const two = Uint8Array.of(...hashNode(hashNode(a, b), hashNode(c, d)), ...hashNode(e, f));
  const none = new Uint8Array();
  const root1 = await tiledLog(numbered(6)).root(6n);
  expect(hashNode(two, none)).toEqual(root1);
  const root2 = hashNode(two, hashNode(none, a));
  expect(() => assertConsistent({ size1: 6n, root1, size2: 8n, root2 }, [none, a, two])).toThrow('32 bytes');
  expect(() => assertIncluded({ leaf: a, index: 0n, size: 2n, root: hashNode(a, two) }, [two])).toThrow(
    '32 bytes',
  );
});

test('what lies outside a tree is refused when it is asked for', async () => {
  const { hashes } = tiledLog(numbered(3));
  for (const [index, size] of [
    [3n, 3n],
    [-1n, 3n],
    [0n, 0n],
  ] as const)
    await expect(proveInclusion(index, size, hashes(3n))).rejects.toThrow('has no leaf');
  await expect(proveConsistency(0n, 3n, hashes(3n))).rejects.toThrow('nothing can be proved');
  await expect(proveConsistency(4n, 3n, hashes(3n))).rejects.toThrow('can not grow');
});
