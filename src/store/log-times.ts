import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import { parseEntry } from '../log/entry.ts';
import { type Late, lateness } from '../log/late.ts';
import type { Series } from './content-folder.ts';
import { entryKey } from './fold.ts';
import { entryTexts, readHead } from './log.ts';
import type { Published } from './published.ts';

/** When each line was entered. */
export interface LogTimes {
  /** When the log began; null while there is none. */
  readonly began: IsoInstant | null;
  /** By `<kind> <id>`, in the order of the lines of that identity. */
  readonly entered: ReadonlyMap<string, readonly IsoInstant[]>;
}

/** Where no log is asked: every line is of its own time. */
export const NO_TIMES: LogTimes = { began: null, entered: new Map() };

let known: { readonly head: string; readonly times: LogTimes } | undefined;

/**
 * The times of the log below `generated`, read once for as long as it does not grow. Whether its entries are those of the
 * content is for the fold to say.
 *
 * @throws AlteredFileError, LogError where it is damaged
 */
export function readLogTimes(generated: string): LogTimes {
  const head = readHead(generated);
  const key = JSON.stringify([path.resolve(generated), head?.root ?? null, head?.size ?? 0]);
  if (known?.head === key) return known.times;
  const entered = new Map<string, IsoInstant[]>();
  let began: IsoInstant | null = null;
  for (const text of head === null ? [] : entryTexts(generated, head)) {
    const entry = parseEntry(text);
    began ??= entry.time;
    const of = entered.get(entryKey(entry));
    if (of === undefined) entered.set(entryKey(entry), [entry.time]);
    else of.push(entry.time);
  }
  const times = { began, entered };
  known = { head: key, times };
  return times;
}

/**
 * Each row of a series with how late the log has it: null where it was entered when it says that it was published, where it
 * says no time of its own, and where it is not entered, which stops a build by itself.
 */
export function datedRows<Manifest, Row>(
  published: Published<Manifest>,
  series: Series<Manifest, Row>,
  { began, entered }: LogTimes,
): { readonly row: Row; readonly late: Late | null }[] {
  const { entered: how } = series;
  const reached = new Map<string, number>();
  return published.rows(series).map((row) => {
    if ('because' in how) return { row, late: null };
    const key = entryKey(how.of(row, published.folder.name));
    const at = reached.get(key) ?? 0;
    reached.set(key, at + 1);
    const stated = how.at(row);
    const logged = entered.get(key)?.[at];
    if (stated === null || logged === undefined) return { row, late: null };
    return { row, late: lateness(stated, logged, logged === began) };
  });
}
