import path from 'node:path';
import { assertClock, type Dated, type PeerTime } from '../core/clock.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { type IsoInstant, isoInstantSchema, toIso } from '../core/instant.ts';
import { filesIn, foldersIn, textAt } from './disk.ts';
import { GitError, gitIn } from './git.ts';
import { readHead } from './log.ts';
import { MANIFEST_FILE } from './published.ts';

/**
 * Holds the time of a run against whatever is dated already – what was published last, below `generated`, and the
 * last commit – and against the run's peers. Every run that writes asks this before it does, under its lock.
 *
 * @throws ExpectedError when nothing may be written under this time
 */
export async function assertClockOf(
  contentRoot: string,
  at: IsoInstant,
  peers: readonly PeerTime[] = [],
): Promise<void> {
  assertClock(at, [...publishedTimes(contentRoot), ...(await commitTime(contentRoot))], peers);
}

const REVERT = 'revert the commit that added it';
/** In what a month's run leaves, when that was; the other files say it in their manifest. */
const MONTHLY = { audits: 'audited_at', 'archive-tests': 'tested_at' } as const;

/** When each folder of generated content was written last, and when anything was entered into the log. */
function publishedTimes(contentRoot: string): Dated[] {
  const generated = path.join(contentRoot, 'generated');
  const times: Dated[] = [];
  for (const folder of foldersIn(generated)) {
    const monthly = Object.entries(MONTHLY).find(([name]) => name === folder)?.[1];
    const names = monthly === undefined ? [MANIFEST_FILE] : monthsIn(path.join(generated, folder)).slice(-1);
    for (const name of names)
      times.push(
        ...timesIn(textAt(path.join(generated, folder, name)) ?? '', monthly ?? 'observed_at').map((at) => ({
          at,
          what: `what ${folder}/${name} publishes`,
          remedy: REVERT,
        })),
      );
  }
  const entered = readHead(generated)?.time ?? null;
  if (entered !== null) times.push({ at: entered, what: 'the last entry of the log', remedy: REVERT });
  return times;
}

/** A file that is none of ours, or damaged, dates nothing: the run whose it is refuses it by its name. */
export function timesIn(text: string, field: string): IsoInstant[] {
  return [...text.matchAll(new RegExp(`"${field}":\\s*"([^"]*)"`, 'g'))].flatMap(([, at]) => {
    const known = isoInstantSchema.safeParse(at);
    return known.success ? [known.data] : [];
  });
}

/**
 * When the last commit of the repository that holds this content was made. Nothing where no commit does: the folder is
 * in no repository, is ignored by it, or the machine has no git.
 */
async function commitTime(contentRoot: string): Promise<Dated[]> {
  const git = gitIn(contentRoot);
  try {
    await git('rev-parse', '--verify', '--quiet', 'HEAD:./');
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    // Quiet: the folder is in no commit. Anything else that git complains of is somebody's to put right.
    if (error.said === '' || /not a git repository|there is no git/.test(error.said)) return [];
    throw new ExpectedError(
      `The clock of this machine can not be held against the last commit, and nothing was written: ${error.message}`,
      { cause: error },
    );
  }
  const at = toIso((await git('log', '-1', '--format=%cI', 'HEAD')).trim());
  return [{ at, what: 'the last commit', remedy: 'put another commit on top of it' }];
}

function monthsIn(folder: string): string[] {
  return filesIn(folder).filter((name) => /^\d{4}-\d{2}\.json$/.test(name));
}
