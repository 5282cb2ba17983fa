import './last-words.ts';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { restoreCommand } from '../src/archive/restore-command.ts';
import { restoreReport } from '../src/commands/github/archive-report.ts';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { openDemoDatabase } from '../src/demo/database.ts';
import { ending } from './ending.ts';
import { showSteps } from './steps.ts';

// npm run restore-test [-- <folder of an archive> | --due] [--result <file>] [--content content]
// Without a folder: the newest of our own, and its result is kept in content/generated/archive-tests
// Exit code 0: passed; 1: failed, or not carried out; 2: nothing to test yet, which --due lets pass
// RESTORE_DATABASE_URL  an empty database; without it an embedded Postgres, whose data go again
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      due: { type: 'boolean', default: false },
      result: { type: 'string' },
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    },
  });
  if (positionals.length > 1) throw new Error('Say one folder at most: npm run restore-test -- <folder>.');
  const given = process.env.RESTORE_DATABASE_URL;
  const steps = showSteps();
  const answer = await restoreCommand({
    contentRoot: values.content,
    folder: positionals[0],
    due: values.due,
    now: new Date().toISOString(),
    open: async () => (given ? { url: given, close: async () => undefined } : openDemoDatabase()),
    onStep: steps.step,
  }).catch(async (error: unknown) => {
    steps.fail('The archive was not restored');
    await showOnGitHub(restoreReport(null));
    throw error;
  });
  const { text, exitCode, result } = answer;
  steps.done();
  if (values.result !== undefined && result !== null) await writeFile(values.result, `${text}\n`);
  await showOnGitHub(restoreReport(answer));
  if (exitCode === 0) console.log(text);
  else console.error(text);
  process.exitCode = exitCode;
});
