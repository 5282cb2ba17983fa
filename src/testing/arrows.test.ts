import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { folders } from '../../.dependency-cruiser.mjs';
import { withMap } from '../commands/map.ts';

/** The folder of `src` that a path belongs to: the unit that arrows connect. */
function houseOf(file: string): string {
  const [first = ''] = path.relative('src', file).split(path.sep);
  return first;
}

/** What an Astro file imports of ours: dependency-cruiser reads no .astro files, the rules hold for them too. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const { importedFiles } = ts.preProcessFile(source, true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.normalize(path.join(path.dirname(file), name)));
}

describe('arrows between the folders, in Astro files', () => {
  const files = globSync('src/**/*.astro');

  test('there are Astro files to look at', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(files.length);
  });

  test.each(files)('%s imports only what its folder may', (file) => {
    const own = houseOf(file);
    const may = (folders as Record<string, { may: string[] }>)[own]?.may ?? [];
    const against = importsOf(file).filter((target) => ![own, ...may].includes(houseOf(target)));
    expect(against).toEqual([]);
  });
});

describe('the list of folders', () => {
  const names = Object.keys(folders);

  test('names every folder of src but the one for tests', () => {
    const there = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(there.map(({ name }) => name).toSorted()).toEqual([...names, 'testing'].toSorted());
  });

  test.each(Object.entries(folders))('%s imports only what stands above it', (folder, { may }) => {
    expect(may.filter((other) => names.indexOf(other) >= names.indexOf(folder))).toEqual([]);
  });

  test('is the map in src/README.md (else: npm run map)', () => {
    const readme = readFileSync('src/README.md', 'utf8');
    expect(withMap(readme)).toBe(readme);
  });
});
