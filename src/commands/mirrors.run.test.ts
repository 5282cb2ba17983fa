import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { formatEntry } from '../log/entry.ts';
import { fsck } from '../log/fsck.ts';
import { httpLog } from '../log/http-log.ts';
import { parsePolicy } from '../log/policy.ts';
import { toBase64 } from '../log/wire.ts';
import { mirror } from '../outside/mirror.ts';
import { askedIn } from '../site/log/mirrors.ts';
import { createMirror } from '../site/server/mirror.ts';
import { keepLog, someEntries } from '../testing/kept-log.ts';
import { startLogSite } from '../testing/log-site.ts';
import { closedAddress, startPeer } from '../testing/peer.ts';
import { runCommand } from '../testing/script-process.ts';
import { POLICY } from '../testing/signed-log.ts';
import { tiledLog } from '../testing/tiled-log.ts';

const ENTRIES = someEntries(300);
const log = tiledLog(ENTRIES.map(formatEntry));
const fork = tiledLog(
  ENTRIES.map((entry, at) => formatEntry(at === 3 ? { ...entry, hash: 'f'.repeat(64) } : entry)),
);

let content = '';
beforeEach(async () => {
  content = await scratch();
  await keepLog(content, ENTRIES, [300]);
});

async function scratch(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-mirrors-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
async function name(...addresses: string[]): Promise<void> {
  const lines = addresses.map((address) => `  - address: ${address}\n    run_by: Somebody\n`);
  await mkdir(path.join(content, 'written/log'), { recursive: true });
  await writeFile(path.join(content, 'written/log/mirrors.yaml'), `mirrors:\n${lines.join('')}`);
}
const compare = () => runCommand('mirror', ['compare', '--content', content], {});

/** What `npm run mirror` makes of a site, served as `npm run mirror -- serve` does. */
async function servedCopy(of = log, size = 300): Promise<string> {
  const [site, folder] = [await startLogSite(), await scratch()];
  await site.show(of, size);
  await mirror(httpLog(new URL(`${site.url}/log/`)), folder);
  await writeFile(path.join(folder, 'diary.txt'), 'of nobody’s business');
  const app = await createMirror(folder);
  onTestFinished(() => app.close());
  return app.listen({ port: 0, host: '127.0.0.1' });
}

test('each mirror is asked over HTTP, and what it said is kept with its time for the pages that are built next', async () => {
  const [same, behind, other] = await Promise.all([servedCopy(), servedCopy(log, 200), servedCopy(fork)]);
  const garbage = await startPeer((_, response) => void response.end('<html>Welcome</html>'));
  const silent = await closedAddress();
  await name(same, `${behind}/`, silent, garbage.url);
  const told = await compare();
  const root = toBase64(await log.root(300n));
  expect(told).toMatchObject({ code: 2 });
  expect(told.stdout.trimEnd().split('\n')).toEqual([
    `${same}: Same as here: 300 entries, root ${root}.`,
    expect.stringContaining(`${behind}/: Behind, and a part of this history: its 200 entries`),
    `${silent}: Did not answer: can not tell.`,
    `${garbage.url}: Answered with what is no copy of this log (note): can not tell.`,
  ]);
  expect(askedIn(content)).toMatchObject({
    here: { size: '300', root },
    found: [
      { verdict: 'same' },
      { verdict: 'behind', size: '200' },
      { verdict: 'silent' },
      { fault: 'note' },
    ],
  });

  await name(same);
  expect(await compare()).toMatchObject({ code: 0 });
  await name(same, other);
  const alarm = await compare();
  expect(alarm).toMatchObject({ code: 1 });
  const roots = [await fork.root(300n), await log.root(300n)].map(toBase64);
  expect(alarm.stdout).toContain(
    `ANOTHER history, which this log signed too: 300 entries with the root ${roots[0]}; here are 300 with the root ${roots[1]}`,
  );
});

test('a copy is served as the format asks, and nothing else of its folder', async () => {
  const address = await servedCopy();
  const { faults } = await fsck(httpLog(new URL(`${address}/`)), parsePolicy(POLICY));
  expect(faults).toEqual([]);
  for (const [file, status, type] of [
    ['checkpoint', 200, 'text/plain; charset=utf-8'],
    ['tile/entries/000', 200, 'application/octet-stream'],
    ['tile/0/009', 404, 'text/plain'],
    ['diary.txt', 404, 'text/plain'],
    ['.incoming/x', 404, 'text/plain'],
    ['tile/%2e%2e/diary.txt', 404, 'text/plain'],
  ] as const) {
    const { headers, status: told } = await fetch(`${address}/${file}`);
    expect([file, told, headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([
      file,
      status,
      expect.stringContaining(type),
      '*',
    ]);
  }
});

test('what is wrong in the file is said at once, each with its place; without mirrors there is nobody to ask', async () => {
  expect(await compare()).toMatchObject({ code: 0, stdout: expect.stringContaining('names no mirror') });
  await mkdir(path.join(content, 'written/log'), { recursive: true });
  await writeFile(
    path.join(content, 'written/log/mirrors.yaml'),
    'mirrors:\n  - address: ftp://x\n  - address: https://y/\n    run_by: ""\n    since: 2020\n',
  );
  const { code, stderr } = await compare();
  expect(code).toBe(1);
  for (const said of [
    'mirrors.yaml:2:14 mirrors.0.address: expected an address',
    'mirrors.0.run_by: ',
    'mirrors.1.run_by: ',
    'mirrors.1.since',
  ])
    expect(stderr).toContain(said);
  expect(askedIn(content)).toBeNull();
});
