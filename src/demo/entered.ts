import { rm } from 'node:fs/promises';
import path from 'node:path';
import { addDays, addDuration, compareInstants, type IsoInstant, toSeconds } from '../core/instant.ts';
import { contentFolders, MONTHLY } from '../fold/folders.ts';
import { type Entry, INVENTED_ENTRY, parseEntry } from '../log/entry.ts';
import { AUDITS } from '../reports/model/monthly-folders.ts';
import { enteredLines, entryOf, hashOf } from '../store/entering.ts';
import { entryKey } from '../store/fold.ts';
import { entryTexts, LOG, type NewEntry, readHead, withLog } from '../store/log.ts';
import { monthRecords, monthsOf, readMonth } from '../store/month-files.ts';
import { openFolder, rootOf } from '../store/published.ts';
import { addedAt } from './reports.ts';

/** What is to be entered, when, and in which series; `series` is null of what stands as one file. */
interface Timed {
  readonly at: IsoInstant;
  readonly series: string | null;
  readonly entry: NewEntry;
}

/** Seconds within which what came one after the other is entered together: fewer than clocks may be apart. */
const TOGETHER = 120;
/** A run a little after midnight enters the day before. */
const AFTER_MIDNIGHT = 'PT1M';

/**
 * Makes the log of the demo anew as it would have come to be: the history is invented folder by folder, within minutes, and
 * each of its lines is entered at the time that it tells. A run is entered with its lines; the last of each folder, which
 * binds what stands, when it was.
 */
export async function enterInOrder(contentRoot: string): Promise<void> {
  const generated = path.join(contentRoot, 'generated');
  const head = readHead(generated);
  if (head === null) return;
  const entries = [...entryTexts(generated, head)].map(parseEntry);
  // That all of it is invented, the log says by itself with its first entry.
  const timed = inTime(
    linesOf(contentRoot),
    entries.filter(({ kind }) => kind !== INVENTED_ENTRY.kind),
  );
  await rm(path.join(generated, LOG), { recursive: true });
  for (const { at, together } of groups(timed)) {
    const lines = new Map<string, NewEntry[]>();
    const files: NewEntry[] = [];
    for (const { series, entry } of together)
      if (series === null) files.push(entry);
      else lines.set(series, [...(lines.get(series) ?? []), entry]);
    await withLog({ generated, now: at, demo: head.demo }, (enter) => enter(() => ({ lines, files })));
  }
}

/** Every line of content by what it is of, in order, with its own time. */
function linesOf(contentRoot: string): Map<string, Timed[]> {
  const lines = new Map<string, Timed[]>();
  const add = (one: Timed) => {
    const key = entryKey(one.entry);
    lines.set(key, [...(lines.get(key) ?? []), one]);
  };
  for (const one of contentFolders(contentRoot))
    one.with((folder) => {
      const published = openFolder(rootOf(contentRoot, folder), folder);
      for (const series of folder.series)
        for (const { key, files } of enteredLines(published, series))
          for (const line of files.flatMap((file) => published.lines(file))) {
            const entry = entryOf(published, series, line);
            add({
              at: timeOf(entry, 'because' in series.entered ? null : series.entered.at(line as never)),
              series: key,
              entry,
            });
          }
    });
  for (const folder of MONTHLY)
    for (const month of monthsOf(contentRoot, folder)) {
      const { key, records } = monthRecords(contentRoot, folder, month);
      const audits = folder.name === AUDITS.name ? (readMonth(contentRoot, AUDITS, month)?.value ?? []) : [];
      for (const [index, { audited_at }] of audits.entries())
        add({
          at: audited_at,
          series: key,
          entry: { kind: folder.entered, id: month, hash: hashOf(records[index]) },
        });
    }
  return lines;
}

/** What says no time of its own is entered when a run would have: a day once it is over, a run that was missed later. */
function timeOf({ kind, id }: NewEntry, stated: IsoInstant | null): IsoInstant {
  if (stated !== null) return stated;
  if (kind === 'status-day') return addDuration(`${addDays(id, 1)}T00:00:00Z`, AFTER_MIDNIGHT);
  const due = decodeURIComponent(id.split('/').at(-1) ?? '');
  return addedAt({ ran_at: null, due_at: due });
}

/** The entries of a log by the times of what they are of. */
function inTime(lines: ReadonlyMap<string, readonly Timed[]>, entries: readonly Entry[]): Timed[] {
  const reached = new Map<string, number>();
  const latest = new Map<string, IsoInstant>();
  const last = new Map(entries.flatMap((entry, at) => (entry.kind === 'run' ? [[entry.id, at]] : [])));
  const timed = entries.map(({ kind, id, hash, time }, index): Timed => {
    const entry = { kind, id, hash };
    const key = entryKey(entry);
    const at = reached.get(key) ?? 0;
    reached.set(key, at + 1);
    const line = lines.get(key)?.[at];
    if (line?.series != null) {
      const folder = line.series.slice(0, line.series.indexOf('/'));
      latest.set(
        folder,
        [latest.get(folder) ?? line.at, line.at].toSorted(compareInstants).at(-1) ?? line.at,
      );
      return line;
    }
    const own = kind === 'run' && last.get(id) !== index ? latest.get(id) : undefined;
    return { at: own ?? time, series: null, entry };
  });
  return timed.toSorted((a, b) => compareInstants(a.at, b.at));
}

function* groups(timed: readonly Timed[]): Generator<{ at: IsoInstant; together: readonly Timed[] }> {
  let together: Timed[] = [];
  for (const one of timed) {
    const [first] = together;
    if (first !== undefined && toSeconds(one.at) - toSeconds(first.at) > TOGETHER) {
      yield { at: together.at(-1)?.at ?? first.at, together };
      together = [];
    }
    together.push(one);
  }
  const last = together.at(-1);
  if (last !== undefined) yield { at: last.at, together };
}
