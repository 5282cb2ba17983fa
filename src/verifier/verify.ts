import { judgeArchives } from './archives.ts';
import { builtin } from './bytes.ts';
import { judgeChain } from './chain.ts';
import { NOBODY, openCheckpoint, parsePolicy } from './checkpoint.ts';
import { judgeData } from './data.ts';
import { judgeDays } from './days.ts';
import { judgeHistory } from './history.ts';
import { judgeLists } from './lists.ts';
import { judgeLog, readLog, type SiteLog } from './log.ts';
import { Untold, Wrong } from './outcome.ts';
import { piecesOf } from './pasted.ts';
import { checkPieces } from './pieces.ts';
import { judgeReports } from './reports.ts';
import { type ReadFile, readerOf, SiteFiles } from './site-files.ts';
import type { Judged } from './statement.ts';
import { judgeTables } from './tables.ts';

/**
 * The statements on a place: a site by its address or folder, or a file that somebody kept (`-`: standard input).
 *
 * @param site where what was kept is from, to hold it against the history that is served there now
 * @param brought a policy that came from elsewhere; else the keys are those that come with what they vouch for
 */
export async function verify(
  place: string,
  brought: string | null,
  site: string | null = null,
): Promise<Judged[]> {
  const fs = builtin('node:fs');
  const isSite = /^https?:/.test(place) || (place !== '-' && fs?.statSync(place).isDirectory());
  if (isSite) return checkSite(readerOf(place), brought);
  const pieces = piecesOf(fs?.readFileSync(place === '-' ? 0 : place, 'utf8') ?? '');
  const judged = await checkPieces(pieces, brought);
  return site === null ? judged : [...judged, await judgeHistory(pieces, readerOf(site), brought)];
}

/** The statements on a site. */
export async function checkSite(read: ReadFile, brought: string | null): Promise<Judged[]> {
  const site = new SiteFiles(read);
  let known: Promise<SiteLog> | undefined;
  const log = () => {
    known ??= readLog(site, brought);
    return known;
  };
  const judged = [
    ...judgeData(site),
    ...judgeLog(site, log, brought),
    ...judgeTables(site, log),
    judgeArchives(site, log),
  ];
  const all = (
    await Promise.all([
      ...judged,
      judgeDays(site, log),
      judgeReports(site, log),
      judgeChain(site, log),
      judgeLists(site, log),
    ])
  ).flat();
  return (await isFound(site)) ? all : all.map(accusingNobody);
}

/**
 * Whether anything is there by which such a site is known: a checkpoint, a policy, or the description of its data. Where
 * nothing is, as at an address of something else or while a host replaces its files, what is missing is no lie.
 */
async function isFound(site: SiteFiles): Promise<boolean> {
  const marks = [
    async () => openCheckpoint(await site.text('log/checkpoint'), NOBODY, 'log/checkpoint'),
    async () => parsePolicy(await site.text('log/policy')),
    async () => {
      const described = await site.json<{ readonly name?: unknown } | null>('data/datapackage.json');
      if (described?.name !== 'terang-tpc') throw new Wrong('data/datapackage.json');
    },
  ];
  for (const mark of marks) {
    try {
      await mark();
      return true;
    } catch (error) {
      if (!(error instanceof Wrong || error instanceof Untold)) throw error;
    }
  }
  return false;
}

function accusingNobody(one: Judged): Judged {
  if (one.verdict !== 'wrong') return one;
  return { ...one, verdict: 'unknown', faults: [], because: { reason: 'no-site', detail: '' } };
}
