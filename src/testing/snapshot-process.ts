import { spawn } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { COMPILED } from './compiled.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/snapshot.ts');
const DIE_WHILE_WRITING = new URL('./die-while-writing.ts', import.meta.url).href;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run snapshot` as a process of its own. */
export interface SnapshotProcess {
  readonly ended: Promise<Exit>;
  /** Resolves when it has said so on standard error, or has ended. */
  said(words: string): Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void;
}

export interface ProcessOptions {
  /** Counts the operations that change files, and dies before this one; see `die-while-writing.ts`. */
  readonly dieAt?: number;
}

/** Starts the real script; it is killed with the test at the latest. */
export function startSnapshot(
  contentRoot: string,
  databaseUrl: string | undefined,
  { dieAt }: ProcessOptions = {},
): SnapshotProcess {
  const preload = dieAt === undefined ? [] : ['--import', DIE_WHILE_WRITING];
  const child = spawn(process.execPath, [...preload, SCRIPT, '--content', contentRoot], {
    env: { PATH: process.env.PATH, ...COMPILED, DATABASE_URL: databaseUrl, DIE_AT: String(dieAt) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      printed[stream] += text;
    });
  const ended = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...printed }));
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    ended,
    said: (words) =>
      new Promise((resolve) => {
        const look = () => {
          if (printed.stderr.includes(words)) resolve();
        };
        child.stderr.on('data', look);
        child.once('close', () => resolve());
        look();
      }),
    kill: (signal) => void child.kill(signal),
  };
}
