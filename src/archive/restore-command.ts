import path from 'node:path';
import { RESTORE_TESTS } from '../reports/model/monthly-folders.ts';
import type { RestoreResult } from '../reports/model/restore-test.ts';
import { assertClockOf } from '../store/clock.ts';
import { exclusively } from '../store/lock.ts';
import { writeMonth } from '../store/month-files.ts';
import { rootOf } from '../store/published.ts';
import { archivedMonths, archivesIn } from './folder.ts';
import { readPruned } from './pruned.ts';
import { NotWholeRefusal } from './refusal.ts';
import { restoreArchive } from './restore.ts';

export interface RestoreCommand {
  readonly contentRoot: string;
  /** The folder of an archive; without it the newest of our own whose files are there. */
  readonly folder?: string | undefined;
  /** As schedules ask: then it is no fault that there is nothing to test yet. */
  readonly due: boolean;
  readonly now: string;
  /** What this machine's clock says, where the test is told as of another time; `now` unless given. */
  readonly clock?: string;
  /** Opens an empty database, asked only where there is something to restore. */
  readonly open: () => Promise<{ readonly url: string; readonly close: () => Promise<void> }>;
  readonly onStep?: (message: string) => void;
}

export interface RestoreEnding {
  readonly text: string;
  /** 0 passed; 1 failed, or could not be carried out; 2 nothing to test yet, which is no pass (0 where `due`). */
  readonly exitCode: 0 | 1 | 2;
  /** Null where no test was carried out. */
  readonly result: RestoreResult | null;
}

const NOTHING =
  'Nothing to test yet: no month is archived whose files are here. Whether one can be restored is not known.';

/**
 * `npm run restore-test`, without the process around it. How the test of an archive of our own ended is kept; where
 * there is none, nothing is kept, so that whoever asks finds that it is not known.
 */
export async function restoreCommand(command: RestoreCommand): Promise<RestoreEnding> {
  const { contentRoot, due, now, open, onStep = () => undefined } = command;
  const own = command.folder === undefined ? await newestOf(contentRoot) : null;
  const folder = command.folder ?? (own === null ? null : path.join(archivesIn(contentRoot), own));
  if (folder === null) return { text: NOTHING, exitCode: due ? 0 : 2, result: null };
  onStep(`Restoring ${folder}`);
  const keep = async (result: RestoreResult) =>
    exclusively(rootOf(contentRoot, RESTORE_TESTS), { onStep }, async () => {
      await assertClockOf(contentRoot, command.clock ?? now);
      await attestRestore(contentRoot, result);
    });
  const ending = (result: RestoreResult): RestoreEnding => ({
    text: JSON.stringify(result, null, 1),
    exitCode: result.result === 'passed' ? 0 : 1,
    result,
  });
  const database = await open();
  try {
    const result = await restoreArchive(folder, database.url, now);
    if (own !== null) await keep(result);
    return ending(result);
  } catch (error) {
    if (own === null || !(error instanceof NotWholeRefusal)) throw error;
    onStep(error.message);
    const failed = notRestored(own, error.demo, now);
    await keep(failed);
    return ending(failed);
  } finally {
    await database.close();
  }
}

async function newestOf(contentRoot: string): Promise<string | null> {
  for (const month of (await archivedMonths(contentRoot)).toReversed())
    if ((await readPruned(path.join(archivesIn(contentRoot), month))) === null) return month;
  return null;
}

/** Keeps how the restore test of an archive of our own ended, for the archive page; the newest of a month stands. */
export async function attestRestore(contentRoot: string, result: RestoreResult): Promise<string> {
  return writeMonth(contentRoot, RESTORE_TESTS, result.month, result, result.tested_at);
}

/** What stands for a test that ended before Postgres could compute anything: the archive itself was not whole. */
export function notRestored(month: string, demo: boolean, now: string): RestoreResult {
  return {
    format: 'terang/restore-test/1',
    month,
    demo,
    archive_sha256: '',
    tested_at: now,
    result: 'failed',
    rows: {},
    totals: { month: {}, batches: {} },
    hashes: { match: 0, mismatch: 0, missing: 0 },
    differences: ['the archive is not whole'],
  };
}
