import { spawn } from 'node:child_process';
import path from 'node:path';
import { environmentOf, PARTS, type Part } from '../src/commands/repository/part.ts';
import { settingsPrefixes } from '../src/systems/system-file.ts';

// npm run scheduled -- [<part>] [--push]: what the schedule does, on GitHub's runners or under plain cron: the notes,
// the checks, drafts of notes for what they saw (never published by themselves), the snapshot, the routines that are
// due, one commit of what they wrote; or one of these parts alone (notes, check, drafts, snapshot, report, commit).
// A part that fails keeps none of the others from running; in the end the exit code is 1. Each part is given its own
// settings and no other's: see src/commands/repository/part.ts. Arguments go to the parts that commit (that of the notes is
// its own, so that no other run can come between a note and the rest).
const MINUTE = 60_000;
const NAMES = Object.keys(PARTS) as Part[];

const [first = '', ...others] = process.argv.slice(2);
const one = NAMES.filter((name) => name === first);
const [parts, args] = one.length > 0 ? [one, others] : [NAMES, process.argv.slice(2)];
if (one.length === 0 && first !== '' && !first.startsWith('--')) {
  console.error(`"${first}" is no part of the schedule: these are ${NAMES.join(', ')}.`);
  process.exit(1);
}

const prefixes = await settingsPrefixes(process.env.TERANG_CONTENT ?? 'content').catch((error: Error) => {
  console.error(`The systems can not be listed, so no part is given their settings: ${error.message}`);
  process.exitCode = 1;
  return new Map<string, string>();
});

for (const part of parts) {
  const { script, minutes, pushes, args: own } = PARTS[part];
  const file = path.join(import.meta.dirname, script);
  const child = spawn(process.execPath, [file, ...own, ...(pushes ? args : [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environmentOf(part, process.env, prefixes.values()),
    // What hangs is ended, so that what the others wrote is committed all the same.
    timeout: minutes * MINUTE,
    killSignal: 'SIGKILL',
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code === null) console.error(`${script} was ended: it did not answer within ${minutes} min.`);
  if (code !== 0) process.exitCode = 1;
}
