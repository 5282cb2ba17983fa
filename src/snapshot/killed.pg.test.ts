import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '../demo/history/random.ts';
import { createContentRoot, generated } from '../testing/content.ts';
import { endingOf } from '../testing/ending.ts';
import { EVERY_MONTH_CHANGED, MANY_MONTHS } from '../testing/many-months.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../testing/postgres.ts';
import { startSnapshot } from '../testing/snapshot-process.ts';
import { snapshotCommand } from './command.ts';
import { readContent } from './content.ts';
import { withPostgres } from './tpc/postgres.ts';

const SEED = 20_260_321;

async function createLedger(): Promise<LedgerDatabase> {
  const database = await createLedgerDatabase();
  onTestFinished(() => database.drop());
  await withClient(database.ownerUrl, (client) => client.query(MANY_MONTHS));
  return database;
}

function snapshot(contentRoot: string, { readerUrl }: LedgerDatabase) {
  return endingOf(
    snapshotCommand({
      contentRoot,
      systemId: 'tpc',
      open: (work) => withPostgres({ url: readerUrl }, work),
      now: () => new Date().toISOString(),
    }),
  );
}

/** Everything the content says, without what each run draws anew: times and salts. */
async function whatItSays(root: string): Promise<string> {
  const { rows, entries, words } = await readContent(generated(root));
  const plain = (key: string, value: unknown) => {
    if (key === 'seen_at') return undefined;
    return typeof value === 'string' ? (words.get(value)?.text ?? value) : value;
  };
  return JSON.stringify({ rows, entries }, plain);
}

async function copyOf(root: string): Promise<string> {
  const copy = await createContentRoot();
  await cp(path.join(root, 'generated'), path.join(copy, 'generated'), { recursive: true });
  return copy;
}

/** A whole run: how long it takes, how often it changes a file, and which of these changes makes it the content. */
async function measure(root: string, { readerUrl }: LedgerDatabase) {
  const start = performance.now();
  const { code, stderr } = await startSnapshot(root, readerUrl, { dieAt: -1 }).ended;
  expect(code).toBe(0);
  const [, operations, commit] = /file operations: (\d+), commit: (\d+)/.exec(stderr)?.map(Number) ?? [];
  if (operations === undefined || commit === undefined) throw new Error(`no count in: ${stderr}`);
  return { milliseconds: performance.now() - start, operations, commit };
}

/** After each kill: what stands is one of `allowed`, and a run after it brings the last of them. */
async function expectWhole(
  root: string,
  database: LedgerDatabase,
  allowed: readonly string[],
): Promise<void> {
  expect(allowed.indexOf(await whatItSays(root)), 'neither the old content nor the new one').not.toBe(-1);
  // How long a dead run's lock holds others up is a test of its own.
  for (const folder of [generated(root), path.join(root, 'generated', 'log')])
    await rm(path.join(folder, '.lock'), { recursive: true, force: true });
  expect(await snapshot(root, database)).toMatchObject({ exitCode: 0 });
  expect(await whatItSays(root)).toBe(allowed.at(-1));
}

test('killed at 20 random moments, the content is the old one or the new one, and the next run succeeds', async () => {
  const database = await createLedger();
  const old = await createContentRoot();
  expect(await snapshot(old, database)).toMatchObject({ exitCode: 0 });
  await withClient(database.ownerUrl, (client) => client.query(EVERY_MONTH_CHANGED));
  const current = await copyOf(old);
  const { milliseconds, operations, commit } = await measure(current, database);
  const allowed = [await whatItSays(old), await whatItSays(current)];
  const random = createRandom(SEED, 'kills');

  for (let kill = 0; kill < 8; kill += 1) {
    const root = await copyOf(old);
    const run = startSnapshot(root, database.readerUrl);
    await setTimeout(random.int(0, Math.round(milliseconds)));
    run.kill('SIGKILL');
    await run.ended;
    await expectWhole(root, database, allowed);
  }
  // The writing is a small part of the whole: these fall into it, the last three on and beside its commit.
  const moments = Array.from({ length: 9 }, () => random.int(1, operations));
  for (const dieAt of [...moments, commit - 1, commit, commit + 1]) {
    const root = await copyOf(old);
    const { signal } = await startSnapshot(root, database.readerUrl, { dieAt }).ended;
    expect(signal).toBe('SIGKILL');
    await expectWhole(root, database, allowed);
  }
});

test('a first run killed at 5 random moments leaves nothing published, or everything, and the next run succeeds', async () => {
  const database = await createLedger();
  const none = await createContentRoot();
  const current = await createContentRoot();
  const { operations } = await measure(current, database);
  const allowed = [await whatItSays(none), await whatItSays(current)];
  const random = createRandom(SEED, 'first kills');
  for (const dieAt of [1, 2, ...Array.from({ length: 3 }, () => random.int(3, operations))]) {
    const root = await createContentRoot();
    const { signal } = await startSnapshot(root, database.readerUrl, { dieAt }).ended;
    expect(signal).toBe('SIGKILL');
    await expectWhole(root, database, allowed);
  }
});
