import './last-words.ts';
import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { snapshotReport } from '../src/commands/github/snapshot-report.ts';
import { snapshotCommand } from '../src/snapshot/command.ts';
import { withPostgres } from '../src/snapshot/tpc/postgres.ts';
import { ending } from './ending.ts';
import { showSteps } from './steps.ts';

// npm run snapshot [-- --system tpc] [--content content]
// DATABASE_URL   a postgres:// address; TLS as pg reads it from there
// DATABASE_ROLE  optional: a role to take on before reading
await ending(async () => {
  const { values } = parseArgs({
    options: {
      system: { type: 'string', default: 'tpc' },
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    },
  });
  if (values.system !== 'tpc')
    throw new Error(`There is no source for the system "${values.system}"; there is one for tpc.`);
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === '') {
    await showOnGitHub(snapshotReport(values.system, null));
    throw new Error(
      'DATABASE_URL is not set. Give the postgres:// address of a login that can only read (see README).',
    );
  }
  const steps = showSteps();
  const answer = await snapshotCommand({
    contentRoot: values.content,
    systemId: values.system,
    open: (work) => withPostgres({ url, role: process.env.DATABASE_ROLE }, work),
    now: () => new Date().toISOString(),
    onStep: steps.step,
  });
  steps.done();
  console.log(answer.text);
  await showOnGitHub(snapshotReport(values.system, answer.report));
  process.exitCode = answer.exitCode;
});
