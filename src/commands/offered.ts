import { existsSync } from 'node:fs';
import { offers, type SiteSection } from '../core/site.ts';
import { siteFile, siteOrProblems } from '../systems/site-file.ts';
import { formatProblem } from '../words/said.ts';

/**
 * Whether the site has a section, by its file. Where the file is wrong or not there yet everything is carried out as ever,
 * and what is wrong is added to `said`, once: a mistake in it must not keep the checks from being asked.
 */
export function isOffered(contentRoot: string, section: SiteSection | null, said: string[] = []): boolean {
  if (section === null || !existsSync(siteFile(contentRoot))) return true;
  const read = siteOrProblems(contentRoot);
  if ('site' in read) return offers(read.site, section);
  for (const problem of read.problems.map((one) => formatProblem(one)))
    if (!said.includes(problem)) said.push(problem);
  return true;
}
