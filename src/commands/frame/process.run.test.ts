import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createContent } from '../../testing/check-run.ts';
import { startPeer } from '../../testing/peer.ts';
import { runCommand, startCommand } from '../../testing/script-process.ts';

test('a command that is told to end says so, releases what it had locked, and ends with 143', async () => {
  const asked = Promise.withResolvers<void>();
  const silent = await startPeer(() => asked.resolve());
  const root = await createContent([{ kind: 'http', request: { url: silent.url } }]);
  const check = startCommand('check', ['--content', root], { LANG: 'id_ID.UTF-8' });
  await asked.promise;
  check.kill('SIGTERM');
  const { code, stdout, stderr } = await check.ended;
  expect(code).toBe(143);
  expect(stdout).toBe('');
  expect(stderr).toContain('Dihentikan oleh SIGTERM sebelum selesai.');
  expect(await readdir(path.join(root, 'generated', 'status'))).toEqual([]);
});

test('a server that is told to end closes and ends with 0', async () => {
  const dist = await mkdtemp(path.join(tmpdir(), 'terang-dist-'));
  onTestFinished(() => rm(dist, { recursive: true, force: true }));
  for (const folder of ['client', 'server']) await mkdir(path.join(dist, folder));
  // Stands for what Astro builds: nothing is answered on demand.
  await writeFile(
    path.join(dist, 'server', 'entry.mjs'),
    'export const handler = (request, response, next) => next();',
  );
  await writeFile(path.join(dist, 'client', '404.html'), '<!doctype html><title>x</title>');
  const serve = startCommand('serve', ['--dist', dist], { PORT: '0' });
  await serve.said('Serving at http://localhost:');
  serve.kill('SIGTERM');
  expect(await serve.ended).toMatchObject({ code: 0, stderr: '' });
});

test('an answer goes to standard output, a reason to standard error', async () => {
  expect(await runCommand('--help', [], {})).toMatchObject({ code: 0, stderr: '' });
  expect(await runCommand('snapshto', [], {})).toMatchObject({ code: 1, stdout: '' });
});
