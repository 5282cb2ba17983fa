import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import { writeAtomically } from './atomic-file.ts';
import { filesIn, textAt, valueIn } from './disk.ts';
import { rootOf } from './published.ts';

/** A folder below `generated` without a manifest: one small file a month, `<name>/<month>.json`. */
export interface MonthFiles<Value> {
  readonly name: string;
  readonly value: z.ZodType<Value>;
  /** The entries of a file's JSON that are never rewritten; or why nothing in it needs to stay. */
  readonly kept: ((json: unknown) => readonly unknown[]) | { readonly because: string };
}

const FILE = /^(\d{4}-\d{2})\.json$/;

/** The months that there is a file of, oldest first. */
export function monthsOf(contentRoot: string, folder: MonthFiles<unknown>): string[] {
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

/** Writes the file of a month, as a whole. */
export async function writeMonth<Value>(
  contentRoot: string,
  folder: MonthFiles<Value>,
  month: string,
  value: Value,
): Promise<string> {
  const file = fileOf(contentRoot, folder, month);
  await mkdir(path.dirname(file), { recursive: true });
  await writeAtomically(file, `${JSON.stringify(folder.value.parse(value), null, 1)}\n`);
  return file;
}

function fileOf(contentRoot: string, folder: { readonly name: string }, month: string): string {
  return path.join(rootOf(contentRoot, folder), `${month}.json`);
}
