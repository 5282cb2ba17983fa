import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { createRepository } from '../../testing/repository.ts';
import { siteText } from '../../testing/site.ts';

const log = { info: () => undefined };

/** Runs what stands at the beginning and the end of a build, in the folder of a project, with these files between. */
async function built(folder: string, content: string, files: Readonly<Record<string, string>>) {
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  vi.stubEnv('TERANG_CONTENT', content);
  vi.stubEnv('TERANG_BUILT_FROM', undefined);
  vi.stubEnv('SOURCE_DATE_EPOCH', '1769904000');
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  vi.resetModules();
  const { buildBegins, buildEnds } = await import('./build-record.ts');
  await buildBegins.hooks['astro:build:start']?.({ logger: log } as never);
  const dist = path.join(folder, 'dist', 'client');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, name), text);
  }
  const end = buildEnds({ site: 'https://terang.example', base: '/some/' }).hooks['astro:build:done'];
  await end?.({ dir: pathToFileURL(`${dist}/`), logger: log } as never);
  const read = (name: string) => readFile(path.join(dist, name), 'utf8');
  const list = await read('log/build.sha256');
  return { list, statement: JSON.parse(await read('log/build.json')) as Record<string, unknown> };
}

test('a build says what it was made from, and lists its files, those of the log too', async () => {
  const { folder, contentRoot, git } = await createRepository({
    '.gitignore': 'dist/\n',
    'content/written/site.yaml': siteText(),
  });
  const files = { 'verify.mjs': 'verifier', 'log/checkpoint': 'signed', 'en/index.html': '' };
  const { list, statement } = await built(folder, contentRoot, files);
  const names = ['en/index.html', 'log/checkpoint', 'verify.mjs'] as const;
  expect(list).toBe(names.map((name) => `${sha256Hex(files[name])}  ${name}\n`).join(''));
  expect(statement).toEqual({
    format: 'terang/build/1',
    demo: false,
    source: { commit: (await git('rev-parse', 'HEAD')).trim(), content: 'content' },
    epoch: 1_769_904_000,
    site: 'https://terang.example',
    base: '/some/',
    node: process.versions.node,
    tree_size: 0,
    files: { count: 3, bytes: 14, sha256: sha256Hex(list) },
    verifiers: { 'verify.mjs': sha256Hex('verifier') },
  });
  // Built again over what was there, it says the same.
  expect(await built(folder, contentRoot, files)).toEqual({ list, statement });
});

test('a build of content that git ignores, as that of a demo, says that nobody else can make it', async () => {
  const { folder } = await createRepository({ '.gitignore': 'dist/\n.terang/\n' });
  const content = path.join(folder, '.terang', 'content');
  await mkdir(path.join(content, 'written'), { recursive: true });
  await writeFile(path.join(content, 'written', 'site.yaml'), siteText());
  const { statement } = await built(folder, content, { 'index.html': '' });
  expect(statement.source).toEqual({ commit: null, because: 'not-committed' });
});
