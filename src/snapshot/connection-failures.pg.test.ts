import { createServer } from 'node:net';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DatasetName } from '../ledger/dataset.ts';
import { generated, readTree } from '../testing/content.ts';
import { createRelay } from '../testing/relay.ts';
import {
  createPublishedScene,
  createScene,
  expectNoSecrets,
  expectStale,
  type Scene,
} from '../testing/scene.ts';

const all = (failure: 'source-unreachable' | 'access-denied' | 'connection-lost') => ({
  batches: failure,
  ledger: failure,
  changelog: failure,
  split: failure,
  wallets: failure,
  metrics: failure,
  daily: failure,
});

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** The reader's address with something about it changed. */
function changed(scene: Scene, change: (url: URL) => void): string {
  const url = new URL(scene.database.readerUrl);
  change(url);
  return url.href;
}

/** Keeps a table locked for everyone else until the test is over. */
async function lock(scene: Scene, table: string): Promise<void> {
  const client = new pg.Client(scene.database.ownerUrl);
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
}

describe('a database that can not be reached leaves everything stale:', () => {
  test('nothing listens at the address', async () => {
    const { scene, standing } = await createPublishedScene();
    const port = await freePort();
    const ending = await scene.snapshot({ url: changed(scene, (url) => (url.port = port)) });
    expect(ending.text).toContain(
      'Connecting to the database: nothing listens at the address in DATABASE_URL.',
    );
    expect(ending.text).toContain(
      'batches: STALE (source-unreachable), 4 rows of 2026-03-20T09:10:11.123Z stand',
    );
    expect(ending.text).not.toContain(`:${port}`);
    await expectStale(scene, ending, standing, all('source-unreachable'));
  });

  test('the password is wrong', async () => {
    const { scene, standing } = await createPublishedScene();
    const ending = await scene.snapshot({ url: changed(scene, (url) => (url.password = 'guessed-it')) });
    expect(ending.text).toContain('the database refused the password. Check DATABASE_URL');
    expect(ending.text).not.toContain('guessed-it');
    await expectStale(scene, ending, standing, all('access-denied'));
  });

  test('the address has no password', async () => {
    const { scene, standing } = await createPublishedScene();
    const ending = await scene.snapshot({ url: changed(scene, (url) => (url.password = '')) });
    expect(ending.text).toContain('the database refused the password. Check DATABASE_URL');
    await expectStale(scene, ending, standing, all('access-denied'));
  });

  test('the database does not exist', async () => {
    const { scene, standing } = await createPublishedScene();
    const ending = await scene.snapshot({ url: changed(scene, (url) => (url.pathname = '/no_such_db')) });
    expect(ending.text).toContain('the database named in DATABASE_URL does not exist');
    await expectStale(scene, ending, standing, all('source-unreachable'));
  });

  test('TLS is asked for, and the server has none', async () => {
    const { scene, standing } = await createPublishedScene();
    const ending = await scene.snapshot({
      url: changed(scene, (url) => (url.search = '?sslmode=verify-full')),
    });
    expect(ending.text).toContain('TLS failed. Check sslmode and sslrootcert in DATABASE_URL');
    await expectStale(scene, ending, standing, all('source-unreachable'));
  });

  test.each([
    'reader:hunter2@localhost/terang',
    'postgres://reader:hunter2@h:70000/d',
    'postgres://reader:hunter2@h/d?sslrootcert=/hunter2',
  ])('the address can not be read (%#), and is not quoted', async (url) => {
    const { scene, standing } = await createPublishedScene();
    const ending = await scene.snapshot({ url });
    expect(ending.text).toContain('DATABASE_URL can not be read as postgres://user:password@host/database.');
    expect(ending.text).not.toContain('hunter2');
    await expectStale(scene, { ...ending, text: '' }, standing, all('source-unreachable'));
  });
});

test('a first run that reaches no database writes nothing', async () => {
  const scene = await createScene();
  const ending = await scene.snapshot({ url: changed(scene, (url) => (url.password = 'guessed-it')) });
  expect(ending.text).toContain('Nothing was ever published here, and nothing was written.');
  expect(ending.exitCode).toBe(1);
  expect([...(await readTree(generated(scene.root))).keys()]).toEqual([]);
  expectNoSecrets(scene, ending.text);
});

test('a statement timeout leaves its dataset stale; the others are read anew', async () => {
  const { scene, standing } = await createPublishedScene();
  await lock(scene, 'tpc_changelog');
  const ending = await scene.snapshot({ statementTimeout: 1_000 });
  expect(ending.text).toContain(
    'FAILED changelog: Reading changelog: the statement took longer than its timeout (canceling statement due to statement timeout).',
  );
  await expectStale(scene, ending, standing, { changelog: 'timeout' });
});

test('a view that takes too long is a timeout too', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`ALTER TABLE tpc_public_wallets RENAME TO wallets_kept;
    CREATE VIEW tpc_public_wallets AS SELECT name, address, type, explorer_url FROM wallets_kept, pg_sleep(20);
    GRANT SELECT ON tpc_public_wallets TO tpc_reader`);
  const ending = await scene.snapshot({ statementTimeout: 1_000 });
  await expectStale(scene, ending, standing, { wallets: 'timeout' });
});

/** What is read after the batches and the ledger. */
const REST = ['changelog', 'split', 'wallets', 'metrics', 'daily'] as const satisfies DatasetName[];
const lost = Object.fromEntries(REST.map((name) => [name, 'connection-lost' as const]));

test('a connection that the database ends keeps what was read before it, and loses the rest once', async () => {
  const { scene, standing } = await createPublishedScene();
  await lock(scene, 'tpc_changelog');
  const running = scene.snapshot();
  await expect.poll(() => terminateWaiting(scene), { timeout: 4_000 }).toBe(1);
  const ending = await running;
  expect(ending.text).toContain(
    `FAILED ${REST.join(', ')}: Reading changelog: the database ended the connection.`,
  );
  await expectStale(scene, ending, standing, lost);
});

async function terminateWaiting(scene: Scene): Promise<number | null> {
  const client = new pg.Client(scene.database.ownerUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'terang-snapshot' AND wait_event_type = 'Lock'`,
    );
    return rowCount;
  } finally {
    await client.end();
  }
}

test('a connection cut in the middle of the rows publishes none of them', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`INSERT INTO tpc_changelog (created_at, key, reason)
    SELECT '2026-03-19T00:00:00Z', 'limit_' || n, repeat('because ', 20) FROM generate_series(1, 5000) AS n`);
  const relay = await createRelay(scene.database.readerUrl, { afterBytes: 400_000, mishap: 'cut' });
  const ending = await scene.snapshot({ url: relay.url });
  expect(ending.text).toContain(
    `FAILED ${REST.join(', ')}: Reading changelog: the connection to the database was cut.`,
  );
  await expectStale(scene, ending, standing, lost);
});

test('a network that falls silent in the middle of the rows does not keep the run for ever', async () => {
  const { scene, standing } = await createPublishedScene();
  await scene.asOwner(`INSERT INTO tpc_changelog (created_at, key, reason)
    SELECT '2026-03-19T00:00:00Z', 'limit_' || n, repeat('because ', 20) FROM generate_series(1, 5000) AS n`);
  const relay = await createRelay(scene.database.readerUrl, { afterBytes: 400_000, mishap: 'hold' });
  const ending = await scene.snapshot({ url: relay.url, silence: 2_000 });
  expect(ending.text).toContain('The database fell silent: nothing came from it for 2 s.');
  await expectStale(scene, ending, standing, lost);
});

test.each([0, 1, 100, 400, 1_500])(
  'a connection cut after %i bytes ends with a message',
  async (afterBytes) => {
    const { scene, standing } = await createPublishedScene();
    const relay = await createRelay(scene.database.readerUrl, { afterBytes, mishap: 'cut' });
    const ending = await scene.snapshot({ url: relay.url });
    expect(ending.text).toMatch(/FAILED .*: the connection to the database was cut\./);
    await expectStale(scene, ending, standing, all('connection-lost'));
  },
);
