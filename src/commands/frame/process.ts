import { constants } from 'node:os';
import { translator } from '../../words/translator.ts';
import { showOnGitHub } from '../github/job.ts';
import type { Machine, Told } from './carry-out.ts';
import { errorText } from './error-text.ts';
import { languagesOf } from './languages.ts';
import { showSteps } from './steps.ts';

/** How long what a command left open (a name that is still being looked up) may keep the process, in milliseconds. */
const LINGER = 1_000;

/**
 * Runs `work` as this process: steps and reasons on standard error, the answer on standard output, what GitHub shows,
 * and the exit code. SIGINT and SIGTERM end it in an orderly way.
 */
export async function runProcess(work: (machine: Machine) => Promise<Told>): Promise<void> {
  const { env } = process;
  const steps = showSteps();
  const stops: (() => Promise<void>)[] = [];
  let ended = false;
  const say = translator(languageOf(env)).t;
  process.on('uncaughtException', (error) => {
    steps.done();
    print('stderr', errorText(error, say, env.DEBUG !== undefined));
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      steps.done();
      for (const stop of stops) await stop();
      if (ended) process.exit(0);
      print('stderr', say('frame.stopped', { signal }));
      process.exit(128 + constants.signals[signal]);
    });
  const { text, exitCode, isAnswer, job } = await work({
    env,
    now: () => new Date().toISOString(),
    step: steps.step,
    tell: (message) => print('stderr', message),
    isTerminal: process.stdin.isTTY === true,
    onStop: (stop) => stops.push(stop),
  });
  ended = true;
  steps.done();
  if (text !== '') print(isAnswer ? 'stdout' : 'stderr', text);
  if (job !== undefined) await showOnGitHub(job);
  process.exitCode = exitCode;
  if (stops.length === 0) setTimeout(() => process.exit(), LINGER).unref();
}

/** For what is said outside of a command's own words. */
function languageOf(env: NodeJS.ProcessEnv) {
  try {
    return languagesOf(undefined, env)[0];
  } catch {
    return 'en'; // The command itself says that TERANG_LANG names no language.
  }
}

function print(stream: 'stdout' | 'stderr', text: string): void {
  process[stream].write(`${text}\n`);
}
