import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import type { IsoInstant } from '../core/instant.ts';
import type { EntryKind } from '../log/entry.ts';
import { writeAtomically } from './atomic-file.ts';
import { filesIn, jsonAt, textAt, valueIn } from './disk.ts';
import { hashOf } from './entering.ts';
import { type Enterable, type LogHead, type NewEntry, withLog } from './log.ts';
import { rootOf } from './published.ts';

/** A folder below `generated` without a manifest: one small file a month, `<name>/<month>.json`. */
export interface MonthFiles<Value> {
  readonly name: string;
  readonly value: z.ZodType<Value>;
  /** The entries of a file's JSON that are never rewritten; or why nothing in it needs to stay. */
  readonly kept: ((json: unknown) => readonly unknown[]) | { readonly because: string };
  /** What an entry of the log is about that names one of those, or the file as it stands. */
  readonly entered: EntryKind;
  /** The identity by which it is named; its month where this says nothing else. */
  readonly idOf?: (record: unknown) => string;
  readonly isDemo: (value: Value) => boolean;
}

/** A folder of these, whatever its files say. */
export type AnyMonthFiles = Omit<MonthFiles<never>, 'value'> & { readonly value: z.ZodType };

const FILE = /^(\d{4}-\d{2})\.json$/;

/** The months that there is a file of, oldest first. */
export function monthsOf(contentRoot: string, folder: { readonly name: string }): string[] {
  return filesIn(rootOf(contentRoot, folder)).flatMap((name) => FILE.exec(name)?.[1] ?? []);
}

/** What the file of a month says, and its SHA-256; null where there is none. @throws AlteredFileError when it is none */
export function readMonth<Value>(
  contentRoot: string,
  folder: MonthFiles<Value>,
  month: string,
): { readonly value: Value; readonly sha256: string } | null {
  const file = fileOf(contentRoot, folder, month);
  const text = textAt(file);
  return text === null ? null : { value: valueIn(folder.value, text, file), sha256: sha256Hex(text) };
}

/** Writes the file of a month, as a whole, and enters what is new in it into the log. */
export async function writeMonth<Value>(
  contentRoot: string,
  folder: MonthFiles<Value>,
  month: string,
  value: Value,
  now: IsoInstant,
): Promise<string> {
  const file = fileOf(contentRoot, folder, month);
  const parsed = folder.value.parse(value);
  await mkdir(path.dirname(file), { recursive: true });
  const run = { generated: path.dirname(path.dirname(file)), now, demo: folder.isDemo(parsed) };
  await withLog(run, async (enter) => {
    await writeAtomically(file, `${JSON.stringify(parsed, null, 1)}\n`);
    await enter((head) => enterableOfMonth(contentRoot, folder, month, head));
  });
  return file;
}

/** What the log is to have of a month: a record for each of its entries, or one for the file as it stands. */
export function monthRecords(
  contentRoot: string,
  folder: AnyMonthFiles,
  month: string,
): {
  readonly key: string | null;
  readonly records: readonly unknown[];
  readonly lines: readonly NewEntry[];
} {
  const json = jsonAt(fileOf(contentRoot, folder, month)) ?? [];
  const { kept, entered: kind, idOf = () => month } = folder;
  const records = typeof kept === 'function' ? kept(json) : [json];
  const lines = records.map((record) => ({ kind, id: idOf(record), hash: hashOf(record) }));
  return { key: typeof kept === 'function' ? `${folder.name}/${month}` : null, records, lines };
}

/** What of a month is to be entered. */
export function enterableOfMonth(
  contentRoot: string,
  folder: AnyMonthFiles,
  month: string,
  { entered }: Pick<LogHead, 'entered'>,
): Enterable {
  const { key, lines } = monthRecords(contentRoot, folder, month);
  if (key === null) return { lines: new Map(), files: lines };
  return { lines: new Map([[key, lines.slice(entered[key] ?? 0)]]), files: [] };
}

function fileOf(contentRoot: string, folder: { readonly name: string }, month: string): string {
  return path.join(rootOf(contentRoot, folder), `${month}.json`);
}
