import { recordsOf, type SiteLog } from './log.ts';
import { judgeManifests } from './manifests.ts';
import { someOf, Untold } from './outcome.ts';
import { type ComparedRows, compareRows } from './record.ts';
import type { SiteFiles } from './site-files.ts';
import { judgeSplit } from './split.ts';
import { type Judged, judge } from './statement.ts';

/** The tables of a site against its log. */
export function judgeTables(site: SiteFiles, log: () => Promise<SiteLog>): Promise<Judged>[] {
  let known: Promise<ComparedRows> | undefined;
  const compared = () => {
    known ??= log().then(async (signed) => compareRows(site, await recordsOf(site, signed)));
    return known;
  };
  return [
    judge('rows', async (found) => {
      const { counted, faults, unsigned } = await compared();
      found.counted = counted;
      found.faults.push(...faults);
      if (unsigned.length > 0) throw new Untold('unsigned', someOf(unsigned));
    }),
    judge('changes', async (found) => {
      const { signed, changed } = await compared();
      found.counted = signed;
      // Each by name: a line that nobody signed, anyone can have added, and a row that was signed is another by it.
      if (changed.length > 0) throw new Untold('unsigned-change', changed.join(', '));
    }),
    judge('split', async (found) => judgeSplit(found, site, await recordsOf(site, await log()))),
    judge('manifests', async (found) => judgeManifests(found, site, await log())),
  ];
}
