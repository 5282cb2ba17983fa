import path from 'node:path';
import { canonicalJson, type Json, sha256Hex } from '../core/canonical.ts';
import { type AnySeries, stemOf } from './content-folder.ts';
import { parsedAs } from './disk.ts';
import type { Enterable, LogHead, NewEntry } from './log.ts';
import type { Published } from './published.ts';
import type { ContentFile } from './unaltered.ts';

/** A series whose lines are entered, as a whole or each of its files by itself. */
export interface EnteredLines {
  /** What the log's head calls it. */
  readonly key: string;
  readonly files: readonly ContentFile[];
}

/** Where the lines of a series stand that are entered; nothing of one whose lines are not. */
export function enteredLines<Manifest>(
  { folder, files }: Published<Manifest>,
  series: AnySeries<Manifest>,
): EnteredLines[] {
  if ('because' in series.entered) return [];
  const key = `${folder.name}/${series.name}`;
  const { kept } = series;
  if (kept.rule === 'every-line' && kept.within === 'file')
    return files(series).map((file) => ({ key: `${key}/${stemOf(file)}`, files: [file] }));
  return [{ key, files: files(series) }];
}

/** The entry that a line is to have. @throws AlteredFileError where the line is no row of its series */
export function entryOf<Manifest>(
  { folder, root }: Published<Manifest>,
  { row, name, entered }: AnySeries<Manifest>,
  line: unknown,
): NewEntry {
  if ('because' in entered) throw new RangeError(`lines of ${name} have no entries`);
  const parsed = parsedAs(row, line, `A line of ${name}`, path.join(root, name)) as never;
  return { ...entered.of(parsed, folder.name), hash: hashOf(line) };
}

/** The hash by which an entry names a record: of its RFC 8785 text. */
export function hashOf(record: unknown): string {
  return sha256Hex(canonicalJson(record as Json));
}

/** The entry that binds a manifest, and by it every file that it names. */
function runEntry(folder: { readonly name: string }, sha256: string): NewEntry {
  return { kind: 'run', id: folder.name, hash: sha256 };
}

/** What of a folder is to be entered: the lines behind those that are, of which no other file is read, and its manifest. */
export function enterableOf<Manifest>(
  published: Published<Manifest>,
  { entered }: Pick<LogHead, 'entered'>,
): Enterable {
  const { folder, sha256, lines } = published;
  const added = new Map<string, NewEntry[]>();
  for (const series of folder.series)
    for (const { key, files } of enteredLines(published, series)) {
      let behind = entered[key] ?? 0;
      for (const file of files) {
        if (file.rows > behind) {
          const entries = lines(file)
            .slice(behind)
            .map((line) => entryOf(published, series, line));
          added.set(key, [...(added.get(key) ?? []), ...entries]);
        }
        behind = Math.max(0, behind - file.rows);
      }
    }
  return { lines: added, files: sha256 === null ? [] : [runEntry(folder, sha256)] };
}
