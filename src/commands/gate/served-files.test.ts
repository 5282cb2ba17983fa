import { describe, expect, test } from 'vitest';
import { tilesOf } from '../../log/tiling.ts';
import { numbered } from '../../testing/tiled-log.ts';
import { chooseFiles } from './served-files.ts';

describe('which files of a served log a run compares', () => {
  test.each([0, 1, 255, 256, 257, 3_000, 70_000, 98_304])('all of a log of %i entries', (size) => {
    const { paths, all, rounds } = chooseFiles(BigInt(size), 7);
    expect([...paths].toSorted()).toEqual(
      [...tilesOf(numbered(size), [])].map(({ path }) => path).toSorted(),
    );
    expect([all, rounds]).toEqual([paths.size, 1]);
  });

  test('of a million entries each within 15 runs, and what is new and the tiles above the leaves in every one', () => {
    const size = 1_000_000n;
    const { rounds, all } = chooseFiles(size, 0);
    expect([rounds, all]).toEqual([15, 2 * 3_907 + 16 + 1]);
    const runs = Array.from({ length: rounds }, (_, at) => chooseFiles(size, 1_000 + at).paths);
    expect(new Set(runs.flatMap((paths) => [...paths])).size).toBe(all);
    for (const paths of runs) {
      expect(paths.size).toBeLessThanOrEqual(256 + 512 + 17);
      for (const path of ['tile/2/000.p/15', 'tile/1/000', 'tile/1/015.p/66']) expect(paths).toContain(path);
      for (const path of ['tile/0/x003/906.p/64', 'tile/entries/x003/906.p/64', 'tile/entries/x003/779'])
        expect(paths).toContain(path);
    }
  });
});
