import { judgeArchives } from './archives.ts';
import { builtin } from './bytes.ts';
import { judgeChain } from './chain.ts';
import { judgeData } from './data.ts';
import { judgeHistory } from './history.ts';
import { judgeLists } from './lists.ts';
import { judgeLog, readLog, type SiteLog } from './log.ts';
import { checkPieces, piecesOf } from './pieces.ts';
import { type ReadFile, readerOf, SiteFiles } from './site-files.ts';
import type { Judged } from './statement.ts';

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
  const judged = [...judgeData(site), ...judgeLog(site, log, brought), judgeArchives(site, log)];
  return (await Promise.all([...judged, judgeChain(site, log), judgeLists(site, log)])).flat();
}
