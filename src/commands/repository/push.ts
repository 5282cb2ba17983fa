import pRetry from 'p-retry';
import { ExpectedError } from '../../core/expected-error.ts';
import { GitError } from '../../store/git.ts';
import type { Branch } from './theirs.ts';

export interface PushOptions {
  readonly remote: string;
  /** How often the race for the branch may be lost before a run gives up. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt; up to doubled before each further one. */
  readonly pause?: number;
}

const ATTEMPTS = 8;
const PAUSE = 250;
const LONGEST_PAUSE = 4_000;

/**
 * Pushes a branch as it stands here, which is a compare-and-swap: it is taken only on top of what the remote has. When
 * somebody else was first, `makeAnew` puts what is here on top of theirs, and the next push follows at once.
 *
 * @throws GitError when the push fails for any other reason; ExpectedError when others were first every time, or no branch
 *   is checked out
 */
export async function pushBranch(
  { git, name }: Pick<Branch, 'git' | 'name'>,
  { remote, attempts = ATTEMPTS, pause = PAUSE }: PushOptions,
  makeAnew: () => Promise<void>,
): Promise<void> {
  if (name === '') throw new ExpectedError('No branch is checked out here, so there is none to push.');
  const attempt = async (number: number) => {
    if (number > 1) await makeAnew();
    await git('push', '--porcelain', remote, `HEAD:refs/heads/${name}`);
  };
  try {
    await pRetry(attempt, {
      retries: attempts - 1,
      minTimeout: pause,
      maxTimeout: LONGEST_PAUSE,
      randomize: true,
      shouldRetry: ({ error }) => wasLate(error),
    });
  } catch (cause) {
    if (!wasLate(cause)) throw cause;
    throw new ExpectedError(
      `Others pushed to ${name} before each of ${attempts} attempts. The commit is here and not on the remote; the next run pushes it.`,
      { cause },
    );
  }
}

/** Pushes one commit, if nobody else was first. @throws GitError when the push fails for any other reason */
export async function pushCommit({ git, name }: Branch, commit: string, remote: string): Promise<boolean> {
  try {
    await git('push', '--porcelain', remote, `${commit}:refs/heads/${name}`);
    return true;
  } catch (error) {
    if (wasLate(error)) return false;
    throw error;
  }
}

/** Refused since the remote has commits that we lack, or since another push held its lock; not for want of a right. */
function wasLate(error: unknown): boolean {
  const late = /\((fetch first|non-fast-forward|stale info)\)|cannot lock ref|failed to update ref/;
  return error instanceof GitError && error.command === 'push' && late.test(error.said);
}
