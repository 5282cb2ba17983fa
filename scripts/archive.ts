import './last-words.ts';
import { parseArgs } from 'node:util';
import { type ArchiveTask, archiveCommand } from '../src/archive/command.ts';
import { archiveReport } from '../src/commands/github/archive-report.ts';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { ending } from './ending.ts';
import { showSteps } from './steps.ts';

// npm run archive -- 2026-10 | --due | --verify <folder or address> | --prune 2025-10 [--yes-prune]
//   | --drop-samples 2026-10      [--content content]
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      due: { type: 'boolean', default: false },
      verify: { type: 'string' },
      prune: { type: 'string' },
      'yes-prune': { type: 'boolean', default: false },
      'drop-samples': { type: 'string' },
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    },
  });
  const tasks: ArchiveTask[] = positionals.map((month) => ({ task: 'make', month }));
  if (values.due) tasks.push({ task: 'due' });
  if (values.verify !== undefined) tasks.push({ task: 'verify', where: values.verify });
  if (values.prune !== undefined)
    tasks.push({ task: 'prune', month: values.prune, confirmed: values['yes-prune'] });
  if (values['drop-samples'] !== undefined)
    tasks.push({ task: 'drop-samples', month: values['drop-samples'] });
  const [task] = tasks;
  if (task === undefined || tasks.length > 1)
    throw new Error('Say one thing: a month (2026-10), --due, --verify, --prune or --drop-samples.');
  const steps = showSteps();
  const answer = await archiveCommand(task, {
    contentRoot: values.content,
    now: new Date().toISOString(),
    onStep: steps.step,
  });
  steps.done();
  if (answer.exitCode === 0) console.log(answer.text);
  else console.error(answer.text);
  await showOnGitHub(archiveReport(answer));
  process.exitCode = answer.exitCode;
});
