import { type CommitOptions, commitContent } from './commit.ts';
import { LostRaceError } from './push.ts';

const ROUNDS = 3;

/**
 * Writes content, commits and pushes it. When another run changed the same content and was first, theirs stands,
 * and `write` has another turn on top of it, since what it has to say is not in theirs.
 *
 * @throws GitError; LostRaceError after the last round
 */
export async function untilPushed<Ending>(
  write: () => Promise<Ending>,
  options: CommitOptions,
  rounds = ROUNDS,
): Promise<{ readonly ending: Ending; readonly message: string | null }> {
  const ending = await write();
  try {
    return { ending, message: await commitContent(options) };
  } catch (error) {
    if (!(error instanceof LostRaceError) || rounds <= 1) throw error;
    options.onStep?.('Another run was first: writing anew on top of it');
    return untilPushed(write, options, rounds - 1);
  }
}
