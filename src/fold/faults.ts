import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import { INVENTED_ENTRY } from '../log/entry.ts';
import { ARCHIVES } from '../reports/model/monthly-folders.ts';
import { entryKey, type FoldFault, readLog, unknownSeries } from '../store/fold.ts';
import { foldOf } from '../store/fold-folder.ts';
import { foldOfMonthFolders, foldOfMonths } from '../store/fold-months.ts';
import { LOG } from '../store/log.ts';
import { openFolder, rootOf } from '../store/published.ts';
import { AlteredFileError } from '../store/unaltered.ts';
import { archivesFaults } from './archives.ts';
import { AS_FILES, contentFolders, MONTHLY } from './folders.ts';

/** What was found of one folder. */
interface Held {
  readonly faults: readonly FoldFault[];
  readonly accounted: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
}

/**
 * Everything in which content is not the fold of its log, as of `now`: none where every manifest is that of its last run
 * and every file the manifest's, every line has its entry and every entry its line, rows, notes and days are what records
 * and samples come to, and words are those whose digests were entered.
 *
 * Days of status before `daysSince` are held by the hash of their samples alone: to compute years of them anew takes a
 * minute, which a build each quarter of an hour does not have.
 */
export function foldFaults(contentRoot: string, now: IsoInstant, daysSince = ''): FoldFault[] {
  const log = readLog(path.join(contentRoot, 'generated'), now, AS_FILES);
  const faults = [...log.faults];
  const accounted = new Set<string>([entryKey(INVENTED_ENTRY)]);
  const series = new Set<string>();
  const hold = ({ name }: { readonly name: string }, work: () => Held) => {
    try {
      const held = work();
      faults.push(...held.faults);
      for (const key of held.accounted) accounted.add(key);
      for (const name of held.series) series.add(name);
    } catch (error) {
      if (!(error instanceof AlteredFileError)) throw error;
      faults.push({ fault: 'damaged', folder: name, what: error.message });
    }
  };
  for (const one of contentFolders(contentRoot))
    hold(one, () =>
      one.with((folder, judge) => {
        const published = openFolder(rootOf(contentRoot, folder), folder);
        const held = foldOf(published, log);
        return held.whole ? { ...held, faults: [...held.faults, ...judge(published, daysSince)] } : held;
      }),
    );
  for (const folder of MONTHLY) hold(folder, () => foldOfMonths(contentRoot, folder, log));
  hold(ARCHIVES, () => {
    const held = foldOfMonthFolders(contentRoot, ARCHIVES, log);
    return { ...held, faults: [...held.faults, ...archivesFaults(contentRoot, log, now)] };
  });
  if (log.head === null && faults.some(({ fault }) => fault === 'not-entered'))
    return [
      { fault: 'no-log', folder: LOG, what: LOG },
      ...faults.filter(({ fault }) => fault !== 'not-entered'),
    ];
  // What entries of a damaged folder are of can not be told.
  if (faults.some(({ fault }) => fault === 'damaged')) return faults;
  const gone = [...log.entries.keys()].filter((key) => !accounted.has(key));
  return [
    ...faults,
    ...unknownSeries(log, series),
    ...gone.map((what): FoldFault => ({ fault: 'gone', folder: LOG, what })),
  ];
}
