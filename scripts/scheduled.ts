import { spawn } from 'node:child_process';
import path from 'node:path';

// npm run scheduled [-- --push]: what the schedule does, on GitHub's runners or under plain cron: the notes, the
// checks, drafts of notes for what they saw (never published by themselves), the snapshot, the routines that are due,
// one commit of what they wrote. A part that fails keeps none of the others from running; in the end the exit code
// is 1. Settings as of `npm run check` and `npm run snapshot`; arguments go to the commits (that of the notes is its
// own, so that no other run can come between a note and the rest).
const MINUTE = 60_000;
/** What hangs is ended, so that what the others wrote is committed all the same. */
const PARTS = [
  { script: 'notes.ts', args: process.argv.slice(2), timeout: MINUTE },
  { script: 'check.ts', args: [], timeout: 3 * MINUTE },
  { script: 'incident.ts', args: ['drafts'], timeout: MINUTE },
  { script: 'snapshot.ts', args: [], timeout: 4 * MINUTE },
  { script: 'report.ts', args: ['--due'], timeout: 3 * MINUTE },
  { script: 'commit-content.ts', args: process.argv.slice(2), timeout: 3 * MINUTE },
] as const;

for (const { script, args, timeout } of PARTS) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout,
    killSignal: 'SIGKILL',
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code === null) console.error(`${script} was ended: it did not answer within ${timeout / MINUTE} min.`);
  if (code !== 0) process.exitCode = 1;
}
