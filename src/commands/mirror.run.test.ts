import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { formatEntry } from '../log/entry.ts';
import { someEntries } from '../testing/kept-log.ts';
import { startLogSite } from '../testing/log-site.ts';
import { runCommand } from '../testing/script-process.ts';
import { tiledLog } from '../testing/tiled-log.ts';

const ENTRIES = someEntries(300);
const log = tiledLog(ENTRIES.map(formatEntry));
const rewritten = ENTRIES.map((entry, at) => (at === 3 ? { ...entry, hash: 'f'.repeat(64) } : entry));
const fork = tiledLog(rewritten.map(formatEntry));

test('npm run mirror ends with 0 when the copy is what was signed, 1 at a rewrite, 2 when nothing is known', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-mirror-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const site = await startLogSite();
  const run = (...args: string[]) => runCommand('mirror', args, {});

  expect(await run(site.url, folder)).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('Not known: '),
  });
  await site.show(log, 200);
  expect(await run(site.url, folder)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('all 200 entries'),
  });
  await site.show(fork, 300);
  expect(await run(site.url, folder)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('rewrote its'),
  });
  await site.show(log, 300);
  expect(await run(site.url, folder)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('200 to 300'),
  });
  const judged = await runCommand('log', ['fsck', folder, path.join(folder, 'policy')], {});
  expect(judged).toMatchObject({ code: 0, stdout: expect.stringContaining('300 entries, and every tile') });
  expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining('Say which site') });
});
