import { sha256Hex } from '../core/canonical.ts';
import { entryKey, type FoldFault, type LogReading } from './fold.ts';
import { type FolderFold, lineFaults } from './fold-folder.ts';
import { type AnyMonthFiles, type MonthFiles, monthRecords, monthsOf, readMonth } from './month-files.ts';
import { type MonthFolders, monthFolderRecords } from './month-folders.ts';

type Held = Omit<FolderFold, 'whole'>;

/** A folder with a file a month: each of its records has its entry; or the file is what was entered of the month last. */
export function foldOfMonths(contentRoot: string, folder: AnyMonthFiles, log: LogReading): Held {
  const faults: FoldFault[] = [];
  const accounted = new Set<string>();
  const series = new Set<string>();
  for (const month of monthsOf(contentRoot, folder)) {
    const read = readMonth(contentRoot, folder as unknown as MonthFiles<never>, month);
    const { key, lines } = monthRecords(contentRoot, folder, month);
    for (const line of lines) accounted.add(entryKey(line));
    const found = key === null ? lines.flatMap((line) => presentFaults(line, log)) : lineFaults(lines, log);
    faults.push(...found.map((one) => ({ ...one, folder: folder.name })));
    if (key !== null) series.add(key);
    if (key !== null && found.length === 0 && (log.head?.entered[key] ?? 0) !== lines.length)
      faults.push({ fault: 'head', folder: folder.name, what: key });
    if (log.demo !== null && read !== null && log.demo !== folder.isDemo(read.value))
      faults.push({ fault: 'world', folder: folder.name, what: month });
  }
  return { faults, accounted, series };
}

/** A folder with a folder a month: each file that stands for a month is what was entered of it. */
export function foldOfMonthFolders(contentRoot: string, folders: MonthFolders, log: LogReading): Held {
  const faults: FoldFault[] = [];
  const accounted = new Set<string>();
  for (const { month, kind, bytes } of monthFolderRecords(contentRoot, folders)) {
    if (bytes === null) continue; // What the log has of it is then gone.
    const record = { kind, id: month, hash: sha256Hex(bytes) };
    accounted.add(entryKey(record));
    faults.push(...presentFaults(record, log).map((one) => ({ ...one, folder: folders.name })));
  }
  return { faults, accounted, series: new Set() };
}

/** What stands as one file against what was entered of it last. */
function presentFaults(
  record: Parameters<typeof lineFaults>[0][number],
  { entries }: LogReading,
): Pick<FoldFault, 'fault' | 'what'>[] {
  const entry = entries.get(entryKey(record))?.at(-1);
  if (entry?.hash === record.hash) return [];
  return [{ fault: entry === undefined ? 'not-entered' : 'altered', what: entryKey(record) }];
}
