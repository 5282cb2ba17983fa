import { RESTORE_TESTS } from '../reports/model/monthly-folders.ts';
import type { RestoreResult } from '../reports/model/restore-test.ts';
import { writeMonth } from '../store/month-files.ts';

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
