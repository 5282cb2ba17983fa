import { type CommitOptions, type Committed, commitContent, finishKilledRun } from './commit.ts';

const ROUNDS = 3;

/**
 * Writes a folder below `generated`, commits and pushes it. When another run wrote the same folder and was first, theirs
 * stands, and `write` has another turn on top of it, since what it has to say is not in theirs. The folder is among those
 * that are `lost` where others were first in each round.
 *
 * @throws as `commitContent`
 */
export async function untilPushed<Ending>(
  folder: string,
  write: () => Promise<Ending>,
  options: CommitOptions,
): Promise<Committed & { readonly ending: Ending }> {
  await finishKilledRun(options);
  const lost = new Set<string>();
  for (let round = 1; ; round++) {
    const ending = await write();
    const { message, lost: now } = await commitContent(options);
    lost.delete(folder);
    for (const one of now) lost.add(one);
    if (!lost.has(folder) || round === ROUNDS) return { ending, message, lost: [...lost] };
    options.onStep?.('Another run was first: writing anew on top of it');
  }
}
