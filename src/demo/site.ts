import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chainCommand } from '../chain/run/command.ts';
import { withClient } from '../postgres/client.ts';
import { snapshotCommand } from '../snapshot/command.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { checkCommand } from '../status/run/command.ts';
import type { RunAnswers } from '../status/run/run.ts';
import { openDemoDatabase } from './database.ts';
import { enterInOrder } from './entered.ts';
import { alterBatch, fillHistory } from './history.ts';
import { installLedger } from './ledger.ts';
import { signDemoLog } from './log.ts';
import { archiveClosedMonths, auditClosedMonths } from './monthly.ts';
import { writeDemoNotes } from './notes/write.ts';
import { writePast } from './past/write.ts';
import { makeDemoReports } from './reports.ts';
import { openDemoWorld } from './world/world.ts';

/** The seed of the invented history: the same figures for everyone, only the dates follow the clock. */
export const SEED = 20_260_105;
/** How long before the present snapshot the demo pretends the one before it was taken. */
const EARLIER = 15 * 60_000;

export interface DemoContentOptions {
  /** Where written content is copied from: the repository's own `content`. */
  readonly from: string;
  /** The scratch folder that becomes the content root. Emptied first: a demo begins anew. */
  readonly to: string;
  readonly now: Date;
  readonly onStep: (message: string) => void;
}

/**
 * Makes the content of the demo the way production does: a Postgres ledger, a reading role, two snapshots.
 * Between the two a batch is altered in the database, so that the pages show what a rewrite looks like. Then the
 * checks of all five systems run once, behind a past that is invented, invented notes are published edit by edit, the
 * latest closed months, audited before that, are archived and restored, and the routines of 60 days become reports. At last
 * all of it is entered into the log in the order in which it is told to have happened.
 *
 * @throws Error with the snapshot's own words when one of them fails
 */
export async function makeDemoContent({ from, to, now, onStep }: DemoContentOptions): Promise<void> {
  const began = Date.now();
  // The databases' own clock goes on while the demo is made, and ages are held against it.
  const clock = () => new Date(now.getTime() + Date.now() - began);
  await rm(to, { recursive: true, force: true });
  await mkdir(path.join(to, 'generated'), { recursive: true });
  // Without the notes of people: what they say and show is not invented, and would stand among notes that are.
  const isNote = (file: string) => /[\\/](incidents|maintenance)[\\/].+\.[a-z]+$/.test(file);
  await cp(path.join(from, 'written'), path.join(to, 'written'), {
    recursive: true,
    filter: (file) => !isNote(file),
  });
  await askForLookup(path.join(to, 'written', 'systems', 'tpc', 'system.yaml'));
  onStep('Starting an embedded Postgres');
  const database = await openDemoDatabase();
  const snapshot = async (at: Date) => {
    const ending = await snapshotCommand({
      contentRoot: to,
      systemId: 'tpc',
      open: (work) => withPostgres({ url: database.url, role: 'tpc_reader' }, work),
      now: () => at.toISOString(),
      onStep: (message) => onStep(`Snapshot: ${message.toLowerCase()}`),
    });
    if (ending.exitCode !== 0) throw new Error(ending.text);
  };
  try {
    await withClient(database.url, installLedger);
    await withClient(database.url, (client) =>
      fillHistory(client, {
        now,
        seed: SEED,
        onProgress: (done, total) =>
          onStep(`Inventing 18 months of distributions: ${done} of ${total} batches`),
      }),
    );
    await snapshot(new Date(now.getTime() - EARLIER));
    // Before the batch is altered: what happens today was not seen on the first of the month.
    const monthly = { contentRoot: to, now: now.toISOString(), onStep };
    await auditClosedMonths({ ...monthly, url: database.url });
    await withClient(database.url, alterBatch);
    await snapshot(now);
    await makeDemoStatus({ contentRoot: to, database, now: clock, seed: SEED, onStep });
    onStep('Publishing invented incidents and maintenance');
    await writeDemoNotes({ contentRoot: to, now: clock() });
    // By the clock of now: what the steps before published is dated later than their beginning.
    await archiveClosedMonths({ ...monthly, now: clock().toISOString() });
    onStep('Inventing 60 days of reports');
    await makeDemoReports(to, clock().toISOString());
    await enterInOrder(to);
    await signDemoLog(to, clock().toISOString());
  } finally {
    await database.close();
  }
}

/** The demo's operator lets people look up whether they were paid, which is off until somebody asks for it. */
async function askForLookup(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const asked = text.replace(/^( +)daily: .*$/m, '$&\n$1lookup: {}');
  if (asked === text)
    throw new Error(`${file} publishes no daily figures, behind which the lookup was to stand`);
  await writeFile(file, asked);
}

interface DemoStatusOptions {
  /** A content root that holds the written systems and a snapshot of the ledger. */
  readonly contentRoot: string;
  /** The running demo database with the ledger in it. */
  readonly database: { readonly url: string };
  /** The demo's clock, which the invented services follow too. */
  readonly now: () => Date;
  readonly seed: number;
  readonly onStep: (message: string) => void;
}

/**
 * Makes the status of the demo the way production does: behind an invented past of a year, the real checks ask
 * the demo's world once, and so does whoever asks the chain.
 *
 * @throws Error with the run's own words when it could not be kept
 */
async function makeDemoStatus(options: DemoStatusOptions): Promise<RunAnswers> {
  const { contentRoot, database, now, seed, onStep } = options;
  onStep('Inventing a year of checks');
  await writePast({ contentRoot, now: now(), seed });
  onStep("Opening the demo's platforms on loopback");
  const world = await openDemoWorld({ database, now });
  try {
    const { answers } = await checkCommand({
      contentRoot,
      settings: world.settings,
      now: () => now().toISOString(),
      onStep: (message) => onStep(`Checks: ${message.toLowerCase()}`),
      demo: true,
    });
    await chainCommand({
      contentRoot,
      systemId: 'tpc',
      settings: world.settings,
      now: () => now().toISOString(),
      most: Number.POSITIVE_INFINITY,
      pace: 0,
      onStep: (message) => onStep(`Chain: ${message}`),
    });
    return answers;
  } finally {
    await world.close();
  }
}
