import { lstatSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ExpectedError } from '../core/expected-error.ts';
import { foldersIn, isThere } from './disk.ts';
import { type Git, GitError, gitIn } from './git.ts';
import type { Waiting } from './lock.ts';

/**
 * A lock of git's names nobody. So long, in milliseconds, it may be that of a program other than git (an editor that
 * brings its own), none of which takes longer to write an index.
 */
const YOUNG = 20_000;
const PATIENCE = 60_000;
const PAUSE = 250;
const PROCESSES = '/proc';

/**
 * Git that waits where another one holds a lock of the repository, and removes a lock whose git was killed, after
 * which no git would ever write there again.
 *
 * @throws GitError; ExpectedError when the other one does not end in time, or it can not be told whether there is one
 */
export function patientGit(folder: string, { patience = PATIENCE, onStep }: Waiting = {}): Git {
  const git = gitIn(folder);
  return async (...args) => {
    const until = performance.now() + patience;
    for (let first = true; ; first = false) {
      try {
        return await git(...args);
      } catch (error) {
        const lock = error instanceof GitError ? await lockIn(git, error) : null;
        if (lock === null) throw error;
        const { file, holder } = lock;
        if (holder === 'nobody') {
          onStep?.(`Removing ${path.basename(file)} of a git that was killed`);
          rmSync(file, { force: true });
        } else if (performance.now() < until) {
          if (first) onStep?.('Waiting for another git to end');
          await setTimeout(PAUSE);
        } else throw new ExpectedError(heldFor(file, holder), { cause: error });
      }
    }
  };
}

interface Lock {
  readonly file: string;
  /** The id of a process of git that may hold it. */
  readonly holder: number | 'nobody' | 'too young to tell' | 'not known';
}

/** The lock of this repository (not of a remote on this machine) that git complains of; null when it is another complaint. */
async function lockIn(git: Git, { said }: GitError): Promise<Lock | null> {
  const [, file] = /Unable to create '([^']+\.lock)': File exists/.exec(said) ?? [];
  if (file === undefined || !isThere(path.dirname(file))) return null;
  const asked = ['--absolute-git-dir', '--git-common-dir', '--show-toplevel'];
  const printed = await git('rev-parse', '--path-format=absolute', ...asked);
  const folders = printed
    .trim()
    .split('\n')
    .map((folder) => realpathSync(folder));
  if (!folders.some((folder) => isWithin(realpathSync(path.dirname(file)), folder))) return null;
  const stat = lstatSync(file, { throwIfNoEntry: false });
  // Gone by now: it was somebody's, and it is our turn.
  if (stat === undefined) return { file, holder: 'too young to tell' };
  return { file, holder: holderOf(stat, folders) };
}

function holderOf({ uid, mtimeMs }: { uid: number; mtimeMs: number }, folders: readonly string[]) {
  if (Date.now() - mtimeMs < YOUNG) return 'too young to tell';
  const pids = foldersIn(PROCESSES).filter((name) => /^\d+$/.test(name));
  if (pids.length === 0) return 'not known'; // No Linux.
  const pid = pids.find((one) => isGitAt(path.join(PROCESSES, one), uid, folders));
  return pid === undefined ? 'nobody' : Number(pid);
}

/** Whether a process is a git of this user that works in one of the folders, or may. A lock is owned by who made it. */
function isGitAt(entry: string, uid: number, folders: readonly string[]): boolean {
  try {
    if (lstatSync(entry).uid !== uid || !/^git\b/.test(readFileSync(path.join(entry, 'comm'), 'utf8')))
      return false;
    const told = ['cmdline', 'environ']
      .map((file) => readFileSync(path.join(entry, file), 'utf8'))
      .join('\0');
    const at = readlinkSync(path.join(entry, 'cwd'));
    return folders.some((folder) => isWithin(at, folder) || told.includes(folder));
  } catch (error) {
    // Ended meanwhile. One that may not be looked into may be the one.
    return !['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}${path.sep}`);
}

function heldFor(file: string, holder: Lock['holder']): string {
  const who =
    typeof holder === 'number'
      ? `Process ${holder} is a git at work here (an open editor for a commit's message counts), and did not end in time.`
      : 'Whether a git is at work here can not be told. When none is, remove that file.';
  return `Git is locked by ${file}. ${who} Nothing was lost: what is not committed yet, the next run commits.`;
}
