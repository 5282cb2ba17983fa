import { canonicalJson, type Json } from '../core/canonical.ts';
import { isAhead } from '../core/clock.ts';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import { type Edge, edgeWith, rootOfEdge } from '../log/edge.ts';
import {
  assertFollows,
  ENTRY_KINDS,
  type Entry,
  type EntryKind,
  INVENTED_ENTRY,
  parseEntry,
} from '../log/entry.ts';
import { hashLeaf } from '../log/merkle.ts';
import { LogError } from '../log/refusal.ts';
import { toBase64, utf8Bytes } from '../log/wire.ts';
import { entryTexts, LOG, type LogHead, readHead } from './log.ts';
import { AlteredFileError } from './unaltered.ts';

/** What of content is not as its log says, in codes with words in `words`. */
export const FOLD_FAULTS = [
  'damaged', // a file that is missing, or not what its manifest says; `what` is the store's own sentence
  'no-log', // content, and nothing of it was ever entered
  'head', // what the log's head says is not what its entries come to
  'entry', // no entry, or one that stands out of order
  'twice', // an identity that is entered once, and was entered again
  'ahead', // dated in the future
  'behind', // dated before what it holds, or before the run before it
  'early', // data files removed from an archive before their time
  'world', // invented content in a log of real content, or the other way round
  'not-entered', // it stands in content, and the log does not have it
  'altered', // it stands in content, and the log has another
  'gone', // the log has it, and it does not stand in content
  'order', // the lines of a series stand in another order than their entries
  'row', // a row, a note or a state that its record does not come to
  'words', // words that are not those whose digest was entered
  'takedown', // a text that is gone without a takedown, or stands in spite of one
  'day', // figures of a day that its raw samples do not come to
  'manifest', // what a manifest says of its files, rows and findings, and they do not come to
  'place', // a row that stands twice, or in a file that is not its own
  'validity', // said to hold for longer than the system's file says
] as const;
export type FoldFaultName = (typeof FOLD_FAULTS)[number];

/** One of them: in which folder below `generated`, and of what, in names that are no words. */
export interface FoldFault {
  readonly fault: FoldFaultName;
  readonly folder: string;
  readonly what: string;
}

/** An entry as it stands in the log. */
export interface LoggedEntry extends Entry {
  readonly index: number;
}

/** A log that was read to its end. */
export interface LogReading {
  readonly head: LogHead | null;
  /** Whether the first entry says that what is entered is invented; null while there is none. */
  readonly demo: boolean | null;
  /** By `<kind> <id>`, in their order; of runs the last two alone. */
  readonly entries: ReadonlyMap<string, readonly LoggedEntry[]>;
  readonly faults: readonly FoldFault[];
}

export function entryKey({ kind, id }: { readonly kind: EntryKind; readonly id: string }): string {
  return `${kind} ${id}`;
}

/**
 * Reads every entry below `generated`, each on its own, and holds everything in the head that follows from them against
 * them; what the head says of series, the folders are held against (`unknownSeries`). `asFiles` are the kinds that are
 * entered each time a file is another.
 */
export function readLog(
  generated: string,
  now: IsoInstant,
  asFiles: ReadonlySet<EntryKind> = new Set(['run']),
): LogReading {
  const entries = new Map<string, LoggedEntry[]>();
  const faults: FoldFault[] = [];
  const say = (fault: FoldFaultName, what: string) => void faults.push({ fault, folder: LOG, what });
  let head: LogHead | null = null;
  let demo: boolean | null = null;
  try {
    head = readHead(generated);
    if (head !== null) demo = readEntries({ generated, head, asFiles }, entries, say);
  } catch (error) {
    if (!(error instanceof AlteredFileError)) throw error;
    say('damaged', error.message);
  }
  if (head?.time != null && isAhead(head.time, now)) say('ahead', head.time);
  return { head, demo, entries, faults };
}

function readEntries(
  { generated, head, asFiles }: { generated: string; head: LogHead; asFiles: ReadonlySet<EntryKind> },
  entries: Map<string, LoggedEntry[]>,
  say: (fault: FoldFaultName, what: string) => void,
): boolean | null {
  let edge: Edge = [];
  let index = 0;
  let previous: Entry | null = null;
  let demo: boolean | null = null;
  const months = new Map<string, { entries: number; bytes: number }>();
  for (const text of entryTexts(generated, head)) {
    edge = edgeWith(edge, index, hashLeaf(utf8Bytes(text)));
    try {
      const entry = parseEntry(text);
      if (previous !== null) assertFollows(previous, entry);
      previous = entry;
      const month = months.get(monthOf(entry.time)) ?? { entries: 0, bytes: 0 };
      const bytes = month.bytes + Buffer.byteLength(text) + 1;
      months.set(monthOf(entry.time), { entries: month.entries + 1, bytes });
      const isInvented = entry.kind === INVENTED_ENTRY.kind;
      demo ??= isInvented;
      const isFirst = index === 0 && entry.id === INVENTED_ENTRY.id && entry.hash === INVENTED_ENTRY.hash;
      if (isInvented && !isFirst) say('world', `${index}`);
      const known = entries.get(entryKey(entry));
      const logged = { ...entry, index };
      if (known === undefined) entries.set(entryKey(entry), [logged]);
      else known.push(logged);
      if (entry.kind === 'run' && (known?.length ?? 0) > 2) known?.shift();
      if (known !== undefined && ENTRY_KINDS[entry.kind] === 'once') say('twice', entryKey(entry));
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      say('entry', `${index}: ${error.reason}`);
    }
    index += 1;
  }
  if (head.size !== index) say('head', 'size');
  if (head.root !== toBase64(rootOfEdge(edge))) say('head', 'root');
  if (head.edge.join() !== edge.map(toBase64).join()) say('head', 'edge');
  if (demo !== null && head.demo !== demo) say('world', 'head');
  if (head.time !== (previous?.time ?? null)) say('head', 'time');
  const counted = Object.fromEntries([...months].map(([month, { entries: count }]) => [month, count]));
  if (!isSame(head.months, counted)) say('head', 'months');
  if (head.bytes !== ([...months.values()].at(-1)?.bytes ?? 0)) say('head', 'bytes');
  const last = [...entries.values()].flatMap((some) => some.at(-1) ?? []);
  const present = last.filter(({ kind }) => asFiles.has(kind)).map((one) => [entryKey(one), one.hash]);
  if (!isSame(head.present, Object.fromEntries(present))) say('head', 'present');
  return demo;
}

function isSame(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  return canonicalJson(one as Json) === canonicalJson(other as Json);
}

/** What the head counts of series that no folder has: who believed it would leave out what comes. */
export function unknownSeries({ head }: LogReading, known: ReadonlySet<string>): FoldFault[] {
  return Object.keys(head?.entered ?? {})
    .filter((series) => !known.has(series))
    .map((what) => ({ fault: 'head', folder: LOG, what }));
}
