import './last-words.ts';
import { parseArgs } from 'node:util';
import { checkReport } from '../src/commands/github/check-report.ts';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { checkCommand } from '../src/status/run/command.ts';
import { showSteps } from './steps.ts';

// npm run check [-- --system tpc] [--content content]
// TERANG_CANARIES  http(s) addresses, separated by commas: when none of them answers, we are offline
// and the settings that the systems' files name as env:NAME
const { values } = parseArgs({
  options: {
    system: { type: 'string' },
    content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
  },
});
const steps = showSteps();
const ending = await checkCommand({
  contentRoot: values.content,
  systemId: values.system,
  settings: process.env,
  now: () => new Date().toISOString(),
  onStep: steps.step,
});
steps.done();
console.log(ending.text);
await showOnGitHub(checkReport(ending));
process.exitCode = ending.exitCode;
// A name that is still being looked up can not be called back: it must not keep the process.
setTimeout(() => process.exit(), 1_000).unref();
