import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/github/job.ts';
import { snapshotReport } from '../src/github/snapshot-report.ts';
import { snapshotCommand } from '../src/snapshot/command.ts';
import { withPostgres } from '../src/sources/tpc/postgres.ts';
import { showSteps } from './steps.ts';

// npm run snapshot [-- --system tpc] [--content content]
// DATABASE_URL   a postgres:// address; TLS as pg reads it from there
// DATABASE_ROLE  optional: a role to take on before reading
const { values } = parseArgs({
  options: {
    system: { type: 'string', default: 'tpc' },
    content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
  },
});
const url = process.env.DATABASE_URL;
if (url === undefined || url === '') {
  console.error(
    'DATABASE_URL is not set. Give the postgres:// address of a login that can only read (see README).',
  );
  await showOnGitHub(snapshotReport(values.system, null));
  process.exit(1);
}
const steps = showSteps();
const ending = await snapshotCommand({
  contentRoot: values.content,
  systemId: values.system,
  open: (work) => withPostgres({ url, role: process.env.DATABASE_ROLE }, work),
  now: () => new Date().toISOString(),
  onStep: steps.step,
});
steps.done();
console.log(ending.text);
await showOnGitHub(snapshotReport(values.system, ending.report));
process.exitCode = ending.exitCode;
