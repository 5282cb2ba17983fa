import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { addCheckpoint } from '../log/add-checkpoint.ts';
import { formatSkey, formatVkey, generateKey, type SignerKey } from '../log/key.ts';
import { parsePolicy } from '../log/policy.ts';
import { toBase64, utf8Bytes } from '../log/wire.ts';
import { type LogSite, startLogSite } from '../testing/log-site.ts';
import { runCommand, startCommand } from '../testing/script-process.ts';
import { LOG_KEY, signedCheckpoint } from '../testing/signed-log.ts';
import { numbered, tiledLog } from '../testing/tiled-log.ts';
import { freePort } from './port.ts';

const ENTRIES = numbered(300);
const log = tiledLog(ENTRIES);
const ANY_TIME = { from: 0n, until: 2n ** 63n };
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
  const { stdout: alarm } = await look();
  for (const { root } of [log, fork]) expect(alarm).toContain(`root ${toBase64(await root(300n))}`);
  expect(alarm).toContain('What to do: ');
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

test('a history that is damaged is named with file, line and what to do, and nothing is cosigned', async () => {
  const made = await run(['key', 'friend.example/witness']);
  const [, secret = ''] = /^(PRIVATE\+KEY\+\S+)$/m.exec(made.stdout) ?? [];
  const env = { TERANG_WITNESS_KEY: secret };
  await site.show(log, 200);
  await run([site.url, '--folder', folder], env);
  const file = path.join(folder, 'history.jsonl');
  const honest = await readFile(file, 'utf8');
  for (const [text, line] of [
    [`${honest}garbage\n`, 2],
    [`${honest}{"note":"x","seen":"2026-01-01T00:00:00Z"}\n`, 2],
    [honest.slice(0, -9), 1],
    [`\n${honest}`, 1],
  ] as const) {
    await writeFile(file, text);
    const { code, stderr } = await run([site.url, '--folder', folder], env);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${file}, line ${line}: `)]);
    expect(stderr).toContain('Put the file back');
    expect(stderr).not.toMatch(/^\s+at |fault of the program/m);
    expect(await readFile(file, 'utf8')).toBe(text);
  }
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

describe('npm run witness -- serve', () => {
  let key: SignerKey;
  beforeEach(async () => {
    key = await generateKey('friend.example/witness', 'cosignature');
  });

  /** A witness as a process of its own, and the log that asks it. */
  async function served(state: string, preload: readonly string[] = [], more: Record<string, string> = {}) {
    const port = await freePort(0);
    const env = { TERANG_WITNESS_KEY: formatSkey(key), PORT: String(port), ...more };
    const process = startCommand('witness', ['serve', '--folder', state], env, preload);
    await process.said('Answering at');
    const [asked] = parsePolicy(
      `log ${formatVkey(LOG_KEY)}\nwitness friend ${formatVkey(key)} http://127.0.0.1:${port}\nquorum friend\n`,
    ).witnesses;
    if (asked === undefined) throw new Error('no witness');
    const ask = async (size: bigint, of = log) => {
      const note = await signedCheckpoint(size, await of.root(size));
      return addCheckpoint(
        asked,
        { note, size, hashes: of.hashes(size), seenWithin: () => ANY_TIME },
        100n,
        30_000,
      );
    };
    return { process, ask };
  }
  const look = (state: string) => run([site.url, '--folder', state], { TERANG_WITNESS_KEY: formatSkey(key) });

  test('answers the log by what npm run witness saw, and the other way round', async () => {
    const env = { TERANG_WITNESS_KEY: formatSkey(key) };
    expect(await run(['serve', '--folder', folder], env)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${path.join(folder, 'policy')}, or look at it once`),
    });
    await site.show(log, 100);
    await look(folder);
    const { process, ask } = await served(folder);
    expect(await ask(250n)).toHaveProperty('cosignature');
    expect(await ask(300n, fork)).toMatchObject({ fault: 'fork' });
    await site.show(log, 300);
    expect(await look(folder)).toMatchObject({ code: 0, stdout: expect.stringContaining('from 250 to 300') });
    expect(await ask(280n)).toMatchObject({ fault: 'ahead' });
    expect(await ask(300n, fork)).toMatchObject({ fault: 'fork' });
    process.kill('SIGTERM');
    const { stdout, stderr } = await process.ended;
    expect(stdout).toContain(`for the log ${LOG_KEY.name}`);
    expect(stdout).toContain(`witness ${key.name} ${formatVkey(key)} http://localhost:`);
    expect(stderr).toMatch(/Z 409 300\n/);
    const root = toBase64(await fork.root(300n));
    expect(stderr).toContain(`and 300 with the root ${root}. Nothing was cosigned. What to do: `);
  });

  test('killed before any operation on a file, it goes on from what it had seen', async () => {
    await site.show(log, 100);
    await look(folder);
    const ends = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const state = `${folder}-${at}`;
        await cp(folder, state, { recursive: true });
        onTestFinished(() => rm(state, { recursive: true }));
        const { process, ask } = await served(state, DYING, { DIE_AT: String(at + 1) });
        const killed = 'fault' in (await ask(200n));
        process.kill('SIGKILL');
        await process.ended;
        // A lock whose holder was killed is given up after seconds.
        const again = await served(state);
        const later = [await again.ask(300n, fork), await again.ask(300n)];
        expect([at, ...later]).toEqual([
          at,
          expect.objectContaining({ fault: 'fork' }),
          expect.objectContaining({ cosignature: expect.anything() }),
        ]);
        return killed;
      }),
    );
    // A draft, its sync and its rename, of the history and of what monitors read.
    expect(ends.filter((killed) => killed).length).toBeGreaterThan(6);
    expect(ends).toContain(false);
  });
});

/** What kills a process just before one of its operations on files. */
const DYING = ['--import', path.resolve(import.meta.dirname, '../testing/die-while-writing.ts')];
