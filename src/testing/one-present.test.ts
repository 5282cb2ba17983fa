import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
/** What becomes files of a site. Components hold what runs in a reader's browser too, which has a clock of its own. */
const BUILT = [
  'site/content.ts',
  '{site/{content,views,og,log,layouts},pages,words,open-data}/**/*.{ts,astro}',
];
const CLOCK =
  /\bDate\.now\(\)|\bnew Date\(\)|\bDate\(\)|Temporal\.Now\b|Math\.random\(|randomUUID|randomBytes/;

test('what is built asks no clock and no dice: its present is that of the build (build/instant.ts)', () => {
  const files = BUILT.flatMap((glob) => globSync(glob, { cwd: ROOT })).filter(
    (file) => !/\.test\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => CLOCK.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});
