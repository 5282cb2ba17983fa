import { ExpectedError } from '../../core/expected-error.ts';
import { GitError } from '../../store/git.ts';

/** Whether what an error says is ours to the letter: what git says may hold an address or a path. */
export function isOwnWords(error: unknown): boolean {
  if (!(error instanceof ExpectedError) || error instanceof GitError) return false;
  return !(error.cause instanceof GitError);
}
