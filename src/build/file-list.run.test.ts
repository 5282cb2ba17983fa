import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { formatList, listFolder, parseList } from './file-list.ts';

const run = promisify(execFile);
const FILES = {
  'index.html': 'root',
  'en/index.html': '',
  '_astro/a.B-c.js': 'x',
  'Über uns/é è.txt': 'words',
  'en-x/*star.txt': '*',
};

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-list-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

test('a list is what sha256sum makes of the files, in the order of sort, and what it accepts', async () => {
  const folder = await folderOf(FILES);
  const list = formatList((await listFolder(folder)).files);
  const made = "find . -type f -printf '%P\\n' | LC_ALL=C sort | tr '\\n' '\\0' | xargs -0 sha256sum";
  expect(list).toBe((await run('sh', ['-c', made], { cwd: folder })).stdout);
  const { files, bytes } = await listFolder(folder, ['index.html']);
  expect([files.length, bytes]).toEqual([4, 7]);
  await writeFile(path.join(folder, 'list'), list);
  await run('sha256sum', ['--check', '--strict', 'list'], { cwd: folder });
});

test('sha256sum names a file whose last byte is another', async () => {
  const folder = await folderOf(FILES);
  await writeFile(path.join(folder, 'list'), formatList((await listFolder(folder)).files));
  await writeFile(path.join(folder, '_astro/a.B-c.js'), 'y');
  const judged = run('sha256sum', ['--check', '--strict', '--quiet', 'list'], { cwd: folder });
  await expect(judged).rejects.toMatchObject({ code: 1, stdout: '_astro/a.B-c.js: FAILED\n' });
});

test('what sha256sum wrote is read, also in its binary form', async () => {
  const folder = await folderOf({ a: '1', b: '2' });
  const { stdout } = await run('sha256sum', ['--binary', 'a', 'b'], { cwd: folder });
  expect(parseList(stdout)).toEqual((await listFolder(folder)).files);
});
