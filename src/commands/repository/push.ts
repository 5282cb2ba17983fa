import pRetry, { AbortError } from 'p-retry';
import { ExpectedError } from '../../core/expected-error.ts';
import { type Git, GitError } from '../../store/git.ts';
import type { Identity } from './identity.ts';

export interface PushOptions {
  readonly remote: string;
  readonly identity: Identity;
  /** How often the race for the branch may be lost before a run gives up. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; doubled before each further one. */
  readonly pause?: number;
  readonly onStep?: (message: string) => void;
}

const ATTEMPTS = 5;
const PAUSE = 1_000;

/** Another run wrote the same content first, or the branch did not stand still: what is on the remote stands. */
export class LostRaceError extends ExpectedError {
  override readonly name = 'LostRaceError';
}

/**
 * Pushes the present branch. When somebody else was first, our commits are put behind theirs and pushed again,
 * never over them.
 *
 * @throws LostRaceError after the last attempt, or when they changed the same files
 * @throws GitError when the push fails for any other reason
 */
export async function pushBranch(git: Git, options: PushOptions): Promise<void> {
  const { remote, attempts = ATTEMPTS, pause = PAUSE, onStep = () => undefined } = options;
  const branch = await presentBranch(git);
  const attempt = async () => {
    try {
      await git('push', '--porcelain', remote, `HEAD:refs/heads/${branch}`);
    } catch (error) {
      if (!(error instanceof GitError) || !wasLate(error)) throw new AbortError(error as Error);
      onStep('Somebody else pushed first: putting this commit behind theirs');
      await putBehind(git, branch, options).catch((cause: Error) => {
        throw new AbortError(cause);
      });
      throw error;
    }
  };
  try {
    await pRetry(attempt, { retries: attempts - 1, minTimeout: pause, factor: 2, randomize: true });
  } catch (error) {
    if (!(error instanceof GitError) || !wasLate(error)) throw error;
    throw new LostRaceError(
      `Others pushed to ${branch} before each of ${attempts} attempts. The commit is here and not on the remote; the next run pushes it.`,
      { cause: error },
    );
  }
}

async function presentBranch(git: Git): Promise<string> {
  const branch = (await git('branch', '--show-current')).trim();
  if (branch !== '') return branch;
  throw new GitError('push', 'no branch is checked out here, so there is none to push');
}

/** Refused since the remote has commits that we lack, or since another push held its lock; not for want of a right. */
function wasLate({ said }: GitError): boolean {
  return /\((fetch first|non-fast-forward|stale info)\)|cannot lock ref|failed to update ref/.test(said);
}

/**
 * Rebases onto the remote's branch. Where both changed the same file they can not be joined: a manifest names
 * what stands beside it. What was published first stays, and our commit goes.
 */
async function putBehind(git: Git, branch: string, { remote, identity }: PushOptions): Promise<void> {
  await git('fetch', '--quiet', '--no-tags', remote, `refs/heads/${branch}`);
  const theirs = (await git('rev-parse', 'FETCH_HEAD')).trim();
  try {
    await git(...identity, 'rebase', '--quiet', theirs);
  } catch (cause) {
    if (!(await isRebasing(git))) throw cause;
    await git('rebase', '--abort');
    // --keep: nothing that somebody has under way in this folder is lost.
    await git('reset', '--quiet', '--keep', theirs);
    throw new LostRaceError(
      `Another run changed the same content and pushed first. Theirs stands; what this run wrote was taken back.`,
      { cause },
    );
  }
}

async function isRebasing(git: Git): Promise<boolean> {
  return git('rev-parse', '--quiet', '--verify', 'REBASE_HEAD').then(
    () => true,
    () => false,
  );
}
