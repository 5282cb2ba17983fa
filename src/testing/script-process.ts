import { spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { COMPILED } from './compiled.ts';

const SCRIPTS = path.resolve(import.meta.dirname, '../../scripts');

/** How a script ended: what `npm run` would show, and its exit code. */
export interface ScriptEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of `scripts/` as npm does, with an environment of its own; it ends with the test at the latest. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ScriptEnd> {
  const child = spawn(process.execPath, [path.join(SCRIPTS, script), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...printed }));
  });
}
