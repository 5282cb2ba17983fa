import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { attestRestore, notRestored } from '../src/archive/attest.ts';
import { archivedMonths, archivesIn } from '../src/archive/folder.ts';
import { NotWholeRefusal } from '../src/archive/refusal.ts';
import { restoreArchive } from '../src/archive/restore.ts';
import { openDemoDatabase } from '../src/demo/database.ts';
import { restoreReport } from '../src/github/archive-report.ts';
import { showOnGitHub } from '../src/github/job.ts';
import { ending } from './ending.ts';
import { showSteps } from './steps.ts';

// npm run restore-test [-- <folder of an archive>] [--result <file>] [--content content]
// Without a folder: the newest of our own, and its result is kept in content/generated/archive-tests
// RESTORE_DATABASE_URL  an empty database; without it an embedded Postgres, whose data go again
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      result: { type: 'string' },
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    },
  });
  const newest = (await archivedMonths(values.content)).at(-1);
  const folder =
    positionals[0] ?? (newest === undefined ? null : path.join(archivesIn(values.content), newest));
  if (folder === null) throw new Error('No month is archived yet: there is nothing to restore.');
  const isOwn = positionals[0] === undefined;
  const now = new Date().toISOString();
  const steps = showSteps();
  steps.step(`Restoring ${folder}`);
  const given = process.env.RESTORE_DATABASE_URL;
  const database = given ? { url: given, close: async () => undefined } : await openDemoDatabase();
  try {
    const result = await restoreArchive(folder, database.url, now);
    if (isOwn) await attestRestore(values.content, result);
    const text = `${JSON.stringify(result, null, 1)}\n`;
    if (values.result !== undefined) await writeFile(values.result, text);
    steps.done();
    await showOnGitHub(restoreReport(result));
    process.stdout.write(text);
    process.exitCode = result.result === 'passed' ? 0 : 1;
  } catch (error) {
    steps.fail('The archive was not restored');
    if (isOwn && newest !== undefined && error instanceof NotWholeRefusal)
      await attestRestore(values.content, notRestored(newest, error.demo, now));
    await showOnGitHub(restoreReport(null));
    throw error;
  } finally {
    await database.close();
  }
});
