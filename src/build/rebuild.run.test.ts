import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { turnOf } from '../site/server/ageing.ts';
import { createSite } from '../site/server/site.ts';
import { builtAs } from '../testing/published-content.ts';
import { createRepository, temporaryFolder } from '../testing/repository.ts';
import { lendPackages, smallProject } from '../testing/small-project.ts';
import { listFolder } from './file-list.ts';
import { makeAnew } from './make-anew.ts';
import { type Rebuilt, rebuild, statementIn } from './rebuild.ts';
import { type Ask, askAddress, askFolder } from './served.ts';
import { type Built, LIST_FILE, STATEMENT_FILE, UNLISTED } from './statement.ts';

// Two builds of a site, on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const run = promisify(execFile);
const ANOTHER_DAY = path.resolve(import.meta.dirname, '../testing/another-day.mjs');

test('a site is built twice, elsewhere and by another clock, zone, language, umask and number of cores, into the same bytes; what is altered in it is named', async () => {
  const { folder, remote } = await smallProject();
  await lendPackages(folder);
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1' },
    ...{ SITE_URL: 'https://terang.example', BASE_PATH: '/some/', SOURCE_DATE_EPOCH: '1770098400' },
    ...{ TZ: 'Asia/Jakarta', LANG: 'id_ID.UTF-8', LC_ALL: 'id_ID.UTF-8' },
    NODE_OPTIONS: `--import=${ANOTHER_DAY}`,
  };
  await run('sh', ['-c', 'umask 077; exec taskset -c 0 npm run --silent build:site'], { cwd: folder, env });
  const client = path.join(folder, 'dist/client');

  // Judged by coreutils: every file is in the list, but the two that can not be.
  await run('sha256sum', ['--check', '--strict', '--quiet', LIST_FILE], { cwd: client });
  const all = (await listFolder(client)).files.map((file) => file.path);
  const listed = (await listFolder(client, UNLISTED)).files;
  expect(all.length - listed.length).toBe(2);
  const statement = statementIn(await readFile(path.join(client, STATEMENT_FILE), 'utf8'));
  expect(statement).toMatchObject({ epoch: 1_770_098_400, base: '/some/', files: { count: listed.length } });
  expect(statement?.verifiers['verify.mjs']).toBe(listed.find((file) => file.path === 'verify.mjs')?.sha256);

  vi.stubEnv('TZ', 'America/St_Johns');
  vi.stubEnv('LC_ALL', 'C');
  onTestFinished(() => void vi.unstubAllEnvs());
  const again = await temporaryFolder();
  const making = { repository: `file://${remote}`, install: lendPackages };
  let made: ReturnType<typeof makeAnew> | undefined;
  const held = (ask: Ask, present: readonly string[] = []) =>
    rebuild({
      ask,
      present,
      turnOf,
      make: (built) => {
        made ??= makeAnew(built, again, making);
        return made;
      },
    });
  const app = await createSite({ dist: path.join(folder, 'dist'), base: '/some/' });
  onTestFinished(() => app.close());
  const address = `${await app.listen({ port: 0, host: '127.0.0.1' })}/some`;
  const same = { verdict: 'same', counted: listed.length };
  expect(await held(askFolder(client), all)).toEqual(same);
  // Its pages are long out of date, and the server says so.
  expect(await held(askAddress(address))).toEqual(same);

  const file = path.join(client, 'data/batches.csv');
  const bytes = await readFile(file);
  bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
  await writeFile(file, bytes);
  const page = path.join(client, 'en/index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('</main>', 'Profit! </main>'));
  await rm(path.join(client, 'verify.sh'));
  await writeFile(path.join(client, 'added.html'), '');
  const differences = [
    { path: 'data/batches.csv', is: 'other' },
    { path: 'en/index.html', is: 'other' },
    { path: 'verify.sh', is: 'missing' },
  ];
  const [added, ...served] = [{ path: 'added.html', is: 'added' }, ...differences];
  expect(await held(askAddress(address))).toEqual({
    verdict: 'differs',
    counted: listed.length,
    differences: served,
  });
  const inFolder = await held(askFolder(client), [...all, 'added.html']);
  expect(inFolder).toEqual({
    verdict: 'differs',
    counted: listed.length + 1,
    differences: [added, ...served],
  });

  // A list that was redone with what it lists.
  const list = path.join(client, LIST_FILE);
  await writeFile(list, `${await readFile(list, 'utf8')}${'0'.repeat(64)}  zzz\n`);
  expect(await held(askAddress(address))).toMatchObject({
    differences: [...served, { path: 'zzz', is: 'added' }, { path: LIST_FILE, is: 'other' }],
  });
});

describe('it can not be told', () => {
  const says =
    (text: string | null): Ask =>
    async (file) =>
      text === null || file !== STATEMENT_FILE
        ? { bytes: null, because: 'missing' }
        : { bytes: Buffer.from(text), at: 0 };
  const from = (repository: string, install?: () => Promise<void>) => (built: Built, folder: string) =>
    makeAnew(built, folder, { repository, ...(install === undefined ? {} : { install }) });
  const told = (ask: Ask, make = from('/nowhere')): Promise<Rebuilt> =>
    rebuild({ ask, present: [], turnOf: () => null, make });

  test.each([
    ['where a site states nothing', null, 'no-statement'],
    ['where it states what is none', '{"format":"terang/build/2"}', 'no-statement'],
    ['where it states no JSON', '<html>', 'no-statement'],
    [
      'where its content is in no commit, as that of a demo',
      JSON.stringify({ ...builtAs(), demo: true, source: { commit: null, because: 'not-committed' } }),
      'not-committed',
    ],
    ['where there is no such repository', JSON.stringify(builtAs()), 'no-commit'],
  ])('%s', async (_, text, because) => {
    expect(await told(says(text))).toMatchObject({ verdict: 'unknown', because });
  });

  test('where the site is published anew each time that it is read', async () => {
    let epoch = 1_769_904_000;
    const moving: Ask = (file) => says(JSON.stringify(builtAs({ epoch: ++epoch })))(file);
    expect(await told(moving)).toMatchObject({ verdict: 'unknown', because: 'moved-on' });
  });

  test('where the site does not answer', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const silent = askAddress(`http://127.0.0.1:${port}/`);
    expect(await told(silent)).toMatchObject({
      because: 'no-statement',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('where the repository does not have the commit, its packages can not be installed, or its build fails', async () => {
    const { remote, folder, git, write } = await createRepository();
    const at = async (commit: string) =>
      says(JSON.stringify(builtAs({ source: { commit, content: 'content' } })));
    const head = (await git('rev-parse', 'HEAD')).trim();
    expect(await told(await at('a'.repeat(40)), from(remote))).toMatchObject({ because: 'no-commit' });
    const offline = () =>
      Promise.reject(Object.assign(new Error('npm'), { stdout: '', stderr: 'registry: ENOTFOUND' }));
    expect(await told(await at(head), from(remote, offline))).toEqual({
      verdict: 'unknown',
      because: 'install-failed',
      detail: 'registry: ENOTFOUND',
    });
    await write('package.json', '{"scripts":{"build:site":"echo no such page && exit 1"}}');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'Broken');
    const broken = (await git('rev-parse', 'HEAD')).trim();
    expect(
      await told(
        await at(broken),
        from(folder, async () => undefined),
      ),
    ).toMatchObject({
      because: 'build-failed',
      detail: expect.stringContaining('no such page'),
    });
  });
});
