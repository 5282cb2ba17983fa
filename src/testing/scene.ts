import { expect, onTestFinished } from 'vitest';
import { DATASET_NAMES, type DatasetName, isOptIn } from '../ledger/dataset.ts';
import type { Failure, Manifest } from '../ledger/manifest.ts';
import type { PostgresOptions } from '../postgres/transaction.ts';
import { type Ending, snapshotCommand } from '../snapshot/command.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { createContentRoot, generated, readManifest, readTree, within } from './content.ts';
import { type Ended, endingOf } from './ending.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from './postgres.ts';
import { fillSmallLedger, NOW } from './small-ledger.ts';

export interface SnapshotOptions extends Partial<PostgresOptions> {
  readonly root?: string;
  readonly now?: string;
  readonly patience?: number;
  readonly onStep?: (message: string) => void;
}

/** A ledger with a small history, a content root, and the snapshot that brings one into the other. */
export interface Scene {
  readonly database: LedgerDatabase;
  readonly root: string;
  /** SQL as the ledger's owner, who its triggers stop. */
  asOwner(sql: string): Promise<void>;
  /** SQL past triggers and foreign keys: what a mistake or a fraud in the database can do. */
  behindTheLedger(sql: string): Promise<void>;
  /** The same run as in production; every one a quarter of an hour after the one before. */
  snapshot(options?: SnapshotOptions): Promise<Ended<Ending>>;
}

/** What stands before a run that is to fail. */
export interface Standing {
  readonly tree: ReadonlyMap<string, string>;
  readonly manifest: Manifest;
}

/** Makes a scene, which is gone after the test. */
export async function createScene(): Promise<Scene> {
  const database = await createLedgerDatabase();
  onTestFinished(() => database.drop());
  await withClient(database.ownerUrl, fillSmallLedger);
  return sceneOf(database);
}

/** The same around a ledger of any form. */
export async function sceneOf(database: LedgerDatabase): Promise<Scene> {
  const root = await createContentRoot();
  const run = (sql: string) =>
    withClient(database.ownerUrl, async (client) => {
      await client.query(sql);
    });
  let runs = 0;
  return {
    database,
    root,
    asOwner: run,
    behindTheLedger: (sql) => run(`SET session_replication_role = replica; ${sql}`),
    snapshot(options = {}) {
      const quarter = new Date(Date.parse(NOW) + runs++ * 15 * 60_000).toISOString();
      const { now = quarter, patience, onStep, root: contentRoot = root, ...postgres } = options;
      return endingOf(
        snapshotCommand({
          contentRoot,
          systemId: 'tpc',
          open: (work) => withPostgres({ url: database.readerUrl, ...postgres }, work),
          now: () => now,
          ...(patience === undefined ? {} : { patience }),
          ...(onStep === undefined ? {} : { onStep }),
        }),
      );
    },
  };
}

/** A scene of which a first, good snapshot is published. */
export async function createPublishedScene(): Promise<{ scene: Scene; standing: Standing }> {
  const scene = await createScene();
  const ending = await scene.snapshot();
  expect(ending.text).not.toContain('FAILED');
  expect(ending.exitCode).toBe(0);
  return { scene, standing: await standingIn(scene.root) };
}

export async function standingIn(root: string): Promise<Standing> {
  return { tree: await readTree(generated(root)), manifest: await readManifest(root) };
}

/**
 * The run failed for these datasets and for no other: exit code 1, their files as they were to the byte, each
 * stale with its reason; the others read anew. And nobody's secrets in what it said.
 */
export async function expectStale(
  scene: Scene,
  ending: Ended<Ending>,
  before: Standing,
  reasons: Partial<Record<DatasetName, Failure>>,
): Promise<void> {
  const { tree, manifest } = await standingIn(scene.root);
  // What nobody asked for was never read.
  const asked = DATASET_NAMES.filter(
    (name) => !isOptIn(name) || before.manifest.datasets[name].state !== 'absent',
  );
  const states = asked.map((name) => [name, manifest.datasets[name].state, manifest.datasets[name].reason]);
  expect(states).toEqual(
    asked.map((name) => [name, reasons[name] ? 'stale' : 'current', reasons[name] ?? null]),
  );
  for (const name of Object.keys(reasons) as DatasetName[]) {
    expect(manifest.datasets[name]).toEqual({
      ...before.manifest.datasets[name],
      state: 'stale',
      reason: reasons[name],
    });
  }
  expect(within(tree, Object.keys(reasons))).toEqual(within(before.tree, Object.keys(reasons)));
  expect(ending.exitCode).toBe(1);
  expectNoSecrets(scene, ending.text);
}

/** Nothing was published, and nothing of what stood was touched. */
export async function expectUntouched(scene: Scene, ending: Ended<Ending>, before: Standing): Promise<void> {
  expect(await readTree(generated(scene.root))).toEqual(before.tree);
  expect(ending.exitCode).toBe(1);
  expectNoSecrets(scene, ending.text);
}

/** Neither an address nor a password nor a stack trace: in a public repository the log is public too. */
export function expectNoSecrets({ database }: Scene, text: string): void {
  const { hostname, port, pathname } = new URL(database.readerUrl);
  const owner = new URL(database.ownerUrl);
  for (const secret of [
    hostname,
    `:${port}`,
    pathname.slice(1),
    database.reader.password,
    owner.password,
    'postgres://',
  ])
    expect(text).not.toContain(secret);
  expect(text).not.toMatch(/^\s+at /m);
}
