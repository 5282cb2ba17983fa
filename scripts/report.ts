import './last-words.ts';
import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { reportsReport } from '../src/commands/github/reports-report.ts';
import { reportDue } from '../src/reports/command.ts';
import { reportOne } from '../src/reports/one.ts';
import { ending } from './ending.ts';
import { showSteps } from './steps.ts';

// npm run report -- <system> <routine> [--at 2026-11-22T09:00:00Z]   one routine now, or as it would have been
// npm run report -- --due [--encrypt-to age1…] [--content content]   whatever is due: on time, late, missed
// TERANG_INTERNAL       the folder of internal routines, one folder a system
// TERANG_AGE_RECIPIENT  the team's key, as --encrypt-to
// and the settings that the systems' files name as env:NAME
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      due: { type: 'boolean', default: false },
      at: { type: 'string' },
      'encrypt-to': { type: 'string', default: process.env.TERANG_AGE_RECIPIENT },
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    },
  });
  const steps = showSteps();
  const command = {
    contentRoot: values.content,
    internalFolder: process.env.TERANG_INTERNAL || undefined,
    scratch: '.terang',
    settings: process.env,
    now: () => new Date().toISOString(),
    encryptTo: values['encrypt-to'],
    publicMachine: process.env.GITHUB_ACTIONS === 'true',
    onStep: steps.step,
  };
  const [systemId = '', routineId = ''] = positionals;
  if (values.due ? positionals.length > 0 : positionals.length !== 2)
    throw new Error('Say which: npm run report -- <system> <routine>, or --due alone.');
  const answer = values.due
    ? await reportDue(command)
    : await reportOne({ ...command, systemId, routineId, at: values.at });
  steps.done();
  console.log(answer.text);
  await showOnGitHub(reportsReport(answer));
  process.exitCode = answer.exitCode;
});
// A name that is still being looked up can not be called back: it must not keep the process.
setTimeout(() => process.exit(), 1_000).unref();
