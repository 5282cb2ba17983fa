import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseLines } from '../../core/canonical.ts';
import { assertUnaltered, type ContentFile } from '../../store/unaltered.ts';

/** Straight from disk: for generated data the content layer doubles a build's time and memory. */
export const CONTENT = process.env.TERANG_CONTENT ?? 'content';

/** The text of a manifest; empty where there is none. */
export function manifestText(folder: string): string {
  const path = join(folder, 'manifest.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * The rows of a content file. Throws an Error that names the file when it differs from what its manifest says,
 * and file, line and field when a row is not valid.
 */
export function rowsOf<Row>(folder: string, file: ContentFile, schema: z.ZodType<Row>): Row[] {
  return parseLines(bytesOf(folder, file).toString('utf8')).map((row, index) =>
    parse(schema, row, `${file.path}, line ${index + 1}`),
  );
}

/** The bytes of any file that content vouches for. Throws an Error that names it when they are others. */
export function bytesOf(folder: string, file: Pick<ContentFile, 'path' | 'sha256'>): Buffer {
  const bytes = readFileSync(join(folder, file.path));
  assertUnaltered(folder, file, bytes);
  return bytes;
}

/** The value of a JSON text. Throws an Error that names where it stands. */
export function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${where} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

/** A manifest that was lost, with files it vouched for, must not pass for a fresh beginning. */
export function assertNothingVouchedFor(folder: string, vouched: (file: string) => boolean): void {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  if (!files.some(vouched)) return;
  const path = join(folder, 'manifest.json');
  throw new Error(
    `${path} is missing, but files it vouched for are there. Restore it with "git checkout -- ${path}".`,
  );
}

export function parse<Value>(schema: z.ZodType<Value>, value: unknown, where: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${where} is not what its schema says:\n${z.prettifyError(parsed.error)}`);
}
