import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { utf8Bytes } from '../log/wire.ts';
import { type LogSite, startLogSite } from '../testing/log-site.ts';
import { runCommand } from '../testing/script-process.ts';
import { numbered, tiledLog } from '../testing/tiled-log.ts';

const ENTRIES = numbered(300);
const log = tiledLog(ENTRIES);
const fork = tiledLog(ENTRIES.with(3, utf8Bytes('another')));

let folder = '';
let site: LogSite;
const run = (args: readonly string[], env: Record<string, string> = {}) => runCommand('witness', args, env);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'terang-witness-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  site = await startLogSite();
});

test('npm run witness ends with 0 when it cosigned, 1 at a fork or a rollback, 2 when nothing is known', async () => {
  const made = await run(['key', 'friend.example/witness']);
  const [, secret = ''] = /^(PRIVATE\+KEY\+\S+)$/m.exec(made.stdout) ?? [];
  expect(made.stdout).toContain('witness friend.example/witness friend.example/witness+');
  const env = { TERANG_WITNESS_KEY: secret };
  const look = (...more: string[]) => run([site.url, '--folder', folder, ...more], env);

  expect(await look()).toMatchObject({ code: 2, stdout: expect.stringContaining('Not known: ') });
  await site.show(log, 200);
  expect(await look()).toMatchObject({ code: 0, stdout: expect.stringContaining('met with 200 entries') });
  await site.show(log, 300);
  expect(await look()).toMatchObject({ code: 0, stdout: expect.stringContaining('from 200 to 300') });
  await site.show(fork, 300);
  expect(await look()).toMatchObject({ code: 1, stdout: expect.stringContaining('rewrote its history') });
  await site.show(log, 200);
  expect(await look()).toMatchObject({ code: 1, stdout: expect.stringContaining('shows 200 entries') });
  await site.show(log, 300);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await look('--standstill', 'PT1S')).toMatchObject({
    code: 2,
    stdout: expect.stringContaining('STANDSTILL'),
  });
  expect((await readdir(folder)).toSorted()).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    'alarms.jsonl',
    'history.jsonl',
    'policy',
  ]);
});

test('it says what is missing: the site, the key, or an address', async () => {
  for (const [args, env, said] of [
    [[], {}, 'Say which site'],
    [[site.url, '--folder', folder], {}, 'TERANG_WITNESS_KEY is not set'],
    [['ftp://nowhere'], { TERANG_WITNESS_KEY: 'x' }, 'a signer'],
    [[site.url, '--standstill', 'long'], {}, 'is no duration'],
  ] as const) {
    const { code, stderr } = await run(args, env);
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(stderr).not.toMatch(/^\s+at /m);
  }
});
