import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldFaults } from '../fold/faults.ts';
import { parseEntry } from '../log/entry.ts';
import { openLog } from '../store/kept-log.ts';
import { builtAs } from '../testing/published-content.ts';
import { createRepository, temporaryFolder } from '../testing/repository.ts';
import { enterBuild } from './enter.ts';
import { sourceOf } from './source.ts';

const NOW = '2026-03-01T00:00:00.500Z';

describe('a build', () => {
  test('is entered once, however often it is published, and content is the fold of the log then', async () => {
    const { contentRoot } = await createRepository();
    expect(await enterBuild(contentRoot, builtAs(), NOW)).toBe(true);
    expect(await enterBuild(contentRoot, builtAs(), NOW)).toBe(false);
    expect(await enterBuild(contentRoot, builtAs({ epoch: 1_769_904_900 }), NOW)).toBe(true);
    const entries = [...(openLog(contentRoot)?.entries() ?? [])].map((line) => parseEntry(line));
    expect(entries.filter(({ kind }) => kind === 'build').map(({ id }) => id)).toEqual([
      `${'c'.repeat(40)}/1769904000/https%3A%2F%2Fterang.example%2F`,
      `${'c'.repeat(40)}/1769904900/https%3A%2F%2Fterang.example%2F`,
    ]);
    expect(foldFaults(contentRoot, NOW)).toEqual([]);
  });

  test('that gave other bytes of the same commit and instant is refused by name, and changes nothing', async () => {
    const { contentRoot, git } = await createRepository();
    await enterBuild(contentRoot, builtAs(), NOW);
    await git('add', '--all');
    const other = builtAs({ files: { count: 3, bytes: 300, sha256: '4'.repeat(64) } });
    await expect(enterBuild(contentRoot, other, NOW)).rejects.toThrow('the build is not reproducible');
    expect(await git('diff', '--name-only')).toBe('');
  });

  test('of invented content is not entered into a log of real content', async () => {
    const { contentRoot } = await createRepository();
    await enterBuild(contentRoot, builtAs(), NOW);
    const demo = builtAs({ demo: true, epoch: 1_769_904_900 });
    await expect(enterBuild(contentRoot, demo, NOW)).rejects.toThrow('Use a folder of its own');
  });
});

describe('what a build is made from', () => {
  test('is the commit, where all that lies in the folder is in it', async () => {
    const { folder, contentRoot, git } = await createRepository();
    const commit = (await git('rev-parse', 'HEAD')).trim();
    expect(await sourceOf(folder, contentRoot)).toEqual({ commit, content: 'content' });
  });

  test.each([
    ['a changed file', 'content/generated/README.md'],
    ['a new file', 'src/pages/another.astro'],
  ])('is no commit where there is %s', async (_, file) => {
    const clone = await createRepository();
    await clone.write(file, 'other');
    expect(await sourceOf(clone.folder, clone.contentRoot)).toEqual({ commit: null, because: 'changed' });
  });

  test('is no commit where git ignores the content, as that of a demo, or it lies elsewhere', async () => {
    const clone = await createRepository({ '.gitignore': '.terang/\n' });
    await clone.write('.terang/demo/content/generated/log/head.json', '{}');
    const none = { commit: null, because: 'not-committed' };
    expect(await sourceOf(clone.folder, path.join(clone.folder, '.terang/demo/content'))).toEqual(none);
    expect(await sourceOf(clone.folder, await temporaryFolder())).toEqual(none);
  });

  test('is no commit where there is no repository, none with a commit, or a larger one around the project', async () => {
    const none = { commit: null, because: 'no-repository' };
    const plain = await temporaryFolder();
    await mkdir(path.join(plain, 'content'));
    expect(await sourceOf(plain, path.join(plain, 'content'))).toEqual(none);
    const { folder, contentRoot, git } = await createRepository();
    expect(await sourceOf(contentRoot, path.join(contentRoot, 'generated'))).toEqual(none);
    await git('update-ref', '-d', 'HEAD');
    expect(await sourceOf(folder, contentRoot)).toEqual(none);
  });
});
