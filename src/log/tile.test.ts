import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbered, tiledLog } from '../testing/tiled-log.ts';
import { completeRoot, hashLeaf, rootAt } from './merkle.ts';
import { parseTilePath, readBundle, readTile, type Tile, tilePath, writeBundle } from './tile.ts';
import { tileHashes } from './tile-hashes.ts';
import { tilesOf } from './tiling.ts';

describe('addresses', () => {
  test.each<[string, Tile]>([
    ['tile/0/x001/x234/067', { level: 0, index: 1234067n, width: 256 }],
    ['tile/0/000', { level: 0, index: 0n, width: 256 }],
    ['tile/1/999.p/1', { level: 1, index: 999n, width: 1 }],
    ['tile/63/x001/000.p/255', { level: 63, index: 1000n, width: 255 }],
    ['tile/entries/007.p/12', { level: 'entries', index: 7n, width: 12 }],
  ])('%s is the address of one tile', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test('every tile has one address', () =>
    fc.assert(
      fc.property(
        fc.record({
          level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
          index: fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }),
          width: fc.integer({ min: 1, max: 256 }),
        }),
        (tile) => {
          expect(parseTilePath(tilePath(tile))).toEqual(tile);
        },
      ),
    ));

  test.each([
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/x001/x000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/257',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/0/../000',
  ])('%s is no address of a tile', (path) => {
    expect(() => parseTilePath(path)).toThrow(expect.objectContaining({ fault: 'tile' }));
  });
});

describe('the files of a log', () => {
  const entries = numbered(70_000);
  const files = [...tilesOf(entries, [])];

  test("70,000 entries take the tiles of the specification's example", () => {
    const at = (level: string) => files.filter(({ path }) => path.startsWith(`tile/${level}/`));
    expect(at('0').filter(({ path }) => !path.includes('.p/'))).toHaveLength(273);
    expect(files.map(({ path }) => path).filter((path) => path.includes('.p/'))).toEqual([
      'tile/0/273.p/112',
      'tile/entries/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect(at('1').map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['tile/1/000', 8192],
      ['tile/1/001.p/17', 17 * 32],
    ]);
    expect(files).toHaveLength(273 + 1 + 2 + 1 + 274);
  });

  test('256 entries take a full tile and one hash above it', () => {
    expect([...tilesOf(numbered(256), [])].map(({ path }) => path)).toEqual([
      'tile/0/000',
      'tile/entries/000',
      'tile/1/000.p/1',
    ]);
    expect([...tilesOf([], [])]).toEqual([]);
  });

  test('each tile that a published checkpoint needs is there, until a full one takes its place', () => {
    const paths = [...tilesOf(numbered(600), [3n, 300n, 520n, 520n, 700n])].map(({ path }) => path);
    expect(paths).toEqual([
      'tile/0/000',
      'tile/entries/000',
      'tile/0/001',
      'tile/entries/001',
      'tile/0/002.p/8',
      'tile/entries/002.p/8',
      'tile/0/002.p/88',
      'tile/entries/002.p/88',
      'tile/1/000.p/1',
      'tile/1/000.p/2',
    ]);
  });

  test('a tile holds what the definition says, and a bundle the entries beneath it', () => {
    const bytesAt = (wanted: string) => files.find(({ path }) => path === wanted)?.bytes ?? new Uint8Array();
    const read = (path: string) => readTile(parseTilePath(path), bytesAt(path));
    const leaves = entries.slice(256, 512).map(hashLeaf);
    expect(read('tile/0/001')).toEqual(leaves);
    expect(read('tile/1/000')[1]).toEqual(completeRoot(leaves));
    expect(read('tile/2/000.p/1')).toEqual([completeRoot(read('tile/1/000'))]);
    const last = 'tile/entries/273.p/112';
    expect(readBundle(parseTilePath(last), bytesAt(last))).toEqual(entries.slice(69_888));
  });

  test('a tree is read also after a narrower tile of it was put away, and not where all are gone', async () => {
    const [now, then] = [tiledLog(numbered(600)), tiledLog(numbered(300))];
    expect(now.files.has('tile/0/001.p/44')).toBe(false);
    expect(await now.root(300n)).toEqual(await then.root(300n));
    await expect(
      rootAt(
        300n,
        tileHashes(300n, async () => null),
      ),
    ).rejects.toThrow('tile/1/000.p/1 is missing');
  });
});

describe('bytes that are not what their address says', () => {
  const tile = parseTilePath('tile/entries/000.p/2');
  const bundle = writeBundle([utf8ToBytes('one'), new Uint8Array()]);

  test('a bundle gives back its entries, an empty one and the longest too', () => {
    expect(readBundle(tile, bundle)).toEqual([utf8ToBytes('one'), new Uint8Array()]);
    const longest = new Uint8Array(65_535).fill(7);
    expect(readBundle({ ...tile, width: 1 }, writeBundle([longest]))).toEqual([longest]);
    expect(() => writeBundle([new Uint8Array(65_536)])).toThrow('65536 bytes');
  });

  test.each([
    ['cut off in an entry', bundle.slice(0, 4)],
    ['cut off in a length', bundle.slice(0, 6)],
    ['with a byte behind it', Uint8Array.of(...bundle, 0)],
    ['with an entry too many', Uint8Array.of(...bundle, 0, 0)],
    ['with an entry too few', bundle.slice(0, 5)],
    ['that is empty', new Uint8Array()],
  ])('a bundle %s is refused', (_, bytes) => {
    expect(() => readBundle(tile, bytes)).toThrow(expect.objectContaining({ fault: 'tile' }));
  });

  test.each([0, 32, 63, 65, 96])('two hashes do not take %i bytes', (length) => {
    expect(() => readTile({ level: 0, index: 0n, width: 2 }, new Uint8Array(length))).toThrow('has');
  });
});
