import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type RestoreResult, restoreResultSchema } from '../reports/model/restore-test.ts';
import { writeAtomically } from '../store/atomic-file.ts';

/** Keeps how the restore test of an archive of our own ended, for the archive page; the newest of a month stands. */
export async function attestRestore(contentRoot: string, result: RestoreResult): Promise<string> {
  const folder = path.join(contentRoot, 'generated', 'archive-tests');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${result.month}.json`);
  await writeAtomically(file, `${JSON.stringify(restoreResultSchema.parse(result), null, 1)}\n`);
  return file;
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
