import path from 'node:path';
import { isAhead } from '../core/clock.ts';
import { compareInstants } from '../core/instant.ts';
import type { EntryKind } from '../log/entry.ts';
import { timesIn } from './clock.ts';
import { isThere } from './disk.ts';
import { enteredLines, entryOf } from './entering.ts';
import { entryKey, type FoldFault, type FoldFaultName, type LoggedEntry, type LogReading } from './fold.ts';
import { countFaults, placeFaults } from './fold-rows.ts';
import { presentKey } from './log.ts';
import { attachmentsOf, type Published, unalteredBytes } from './published.ts';
import { AlteredFileError } from './unaltered.ts';

/** What was entered of a folder, held against what stands there. */
export interface FolderFold {
  readonly faults: readonly FoldFault[];
  /** Of everything that entries of the log were found to be of. */
  readonly accounted: ReadonlySet<string>;
  /** What the log's head calls each series of it whose lines are entered. */
  readonly series: ReadonlySet<string>;
  /** Whether every file of it is what its manifest says, so that its rows can be read. */
  readonly whole: boolean;
}

/**
 * A folder with a manifest: the manifest is that of its last run, every file is the manifest's, and each line of a series
 * that is entered has its entry, in its place; nothing more and nothing less.
 */
export function foldOf<Manifest>(published: Published<Manifest>, log: LogReading): FolderFold {
  const { folder, manifest, sha256, text } = published;
  const faults: FoldFault[] = [];
  const say = (fault: FoldFaultName, what: string) => void faults.push({ fault, folder: folder.name, what });
  const key = presentKey('run', folder.name);
  const [run, before] = log.entries.get(key)?.toReversed() ?? [];
  const accounted = new Set<string>([key]);
  const names = new Set<string>();
  if (manifest === null || text === null) {
    if (run !== undefined) say('gone', key);
    return { faults, accounted, series: names, whole: false };
  }
  if (log.demo !== null && folder.isDemo(manifest) !== log.demo) say('world', key);
  if (run === undefined) say('not-entered', key);
  else if (run.hash !== sha256) say('altered', key);
  const times = timesIn(text, 'observed_at').toSorted(compareInstants);
  for (const at of times) if (run !== undefined && isAhead(at, run.time)) say('ahead', `${key}: ${at}`);
  // Whatever was seen by a run, the one before it was entered by then: to date it back hides what came since.
  const newest = times.at(-1);
  const isDated = folder.isDated?.(manifest) ?? true;
  if (isDated && newest !== undefined && before !== undefined && isAhead(before.time, newest))
    say('behind', `${key}: ${newest}`);
  const damaged = damagedFiles(published);
  for (const sentence of damaged) say('damaged', sentence);
  if (damaged.length > 0) return { faults, accounted, series: names, whole: false };
  for (const series of folder.series)
    for (const { key: name, files } of enteredLines(published, series)) {
      names.add(name);
      const lines = files
        .flatMap((file) => published.lines(file))
        .map((line) => entryOf(published, series, line));
      for (const line of lines) accounted.add(entryKey(line));
      const found = lineFaults(lines, log);
      for (const { fault, what } of found) say(fault, what);
      if (found.length === 0 && (log.head?.entered[name] ?? 0) !== lines.length) say('head', name);
    }
  faults.push(...countFaults(published), ...placeFaults(published));
  return { faults, accounted, series: names, whole: true };
}

/** Each file that is not what the manifest says, in the store's own words. What a list names may have moved on. */
function damagedFiles<Manifest>(published: Published<Manifest>): string[] {
  const { folder, root, manifest, files } = published;
  const sentences: string[] = [];
  const hold = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof AlteredFileError)) throw error;
      sentences.push(error.message);
    }
  };
  for (const series of folder.series)
    hold(() => {
      const named = new Set(manifest === null ? [] : series.files(manifest).map((file) => file.path));
      for (const file of files(series))
        if (named.has(file.path) || isThere(path.join(root, file.path)))
          hold(() => unalteredBytes(root, file));
    });
  hold(() => {
    if (sentences.length > 0) return; // The rows that name them can not be read.
    for (const file of attachmentsOf(published)) hold(() => unalteredBytes(root, file));
  });
  return sentences;
}

/** Lines, in their order, against the entries of what they are of. */
export function lineFaults(
  lines: readonly { readonly kind: EntryKind; readonly id: string; readonly hash: string }[],
  { entries }: LogReading,
): Pick<FoldFault, 'fault' | 'what'>[] {
  const faults = new Map<string, FoldFaultName>();
  const reached = new Map<string, number>();
  const inOrder: LoggedEntry[] = [];
  for (const line of lines) {
    const key = entryKey(line);
    const at = reached.get(key) ?? 0;
    reached.set(key, at + 1);
    const entry = entries.get(key)?.[at];
    if (entry === undefined) faults.set(key, faults.get(key) ?? 'not-entered');
    else if (entry.hash !== line.hash) faults.set(key, faults.get(key) ?? 'altered');
    else inOrder.push(entry);
  }
  for (const [key, count] of reached)
    if ((entries.get(key)?.length ?? 0) > count) faults.set(key, faults.get(key) ?? 'gone');
  const late = inOrder.find(({ index }, at) => index < (inOrder[at - 1]?.index ?? 0));
  if (late !== undefined && faults.size === 0) faults.set(entryKey(late), 'order');
  return [...faults].map(([what, fault]) => ({ fault, what }));
}
