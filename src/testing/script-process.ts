import { spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** What a script started by a test is given, so that the next one need not compile the same modules: half its time. */
const COMPILED = {
  NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, '../../node_modules/.cache/compiled'),
};

/** What npm runs for every command. */
const ENTRY = path.resolve(import.meta.dirname, '../../scripts/terang.ts');

/** How a command ended: what `npm run` would show, and its exit code, or the signal that ended it. */
export interface ScriptEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command as a process of its own. */
export interface CommandProcess {
  readonly ended: Promise<ScriptEnd>;
  /** Resolves when it has said so on either stream, or has ended. */
  said(words: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts a command as npm does, with an environment of its own; it ends with the test at the latest. */
export function startCommand(
  command: string,
  args: readonly string[],
  env: Environment,
  preload: readonly string[] = [],
): CommandProcess {
  const child = spawn(process.execPath, [...preload, ENTRY, command, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
    });
  const ended = new Promise<ScriptEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...printed }));
  });
  return {
    ended,
    said: (words) =>
      new Promise((resolve) => {
        const look = () => {
          if (`${printed.stdout}${printed.stderr}`.includes(words)) resolve();
        };
        for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
        child.once('close', () => resolve());
        look();
      }),
    kill: (signal) => void child.kill(signal),
  };
}

/** Runs a command to its end. */
export function runCommand(command: string, args: readonly string[], env: Environment): Promise<ScriptEnd> {
  return startCommand(command, args, env).ended;
}
