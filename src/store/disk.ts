import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AlteredFileError } from './unaltered.ts';

/** The bytes of a file; null where there is none. */
export function bytesAt(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The text of a file; null where there is none. */
export function textAt(file: string): string | null {
  return bytesAt(file)?.toString('utf8') ?? null;
}

/** What is in a folder; nothing where there is none. */
export function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return []; // Nothing was ever written there.
    throw error;
  }
}

/** The names of the files in a folder, in their order; a folder in it is somebody else's. */
export function filesIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}

/** The names of the folders in a folder, in their order. */
export function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** What is left of drafts of a file, of runs that were killed while they wrote it. */
export function draftsOf(root: string, name: string): string[] {
  return entriesOf(root)
    .map((entry) => entry.name)
    .filter((other) => other.startsWith(`${name}.`));
}

export function isThere(file: string): boolean {
  return existsSync(file);
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/**
 * The value of a JSON text that machines wrote; `where` it stands, if it is not all of the file.
 *
 * @throws AlteredFileError that names the file, the field and how it is restored
 */
export function valueIn<Value>(schema: z.ZodType<Value>, text: string, file: string, where = file): Value {
  return parsedAs(schema, jsonIn(text, file, where), where, file);
}

/** A value that a file holds. @throws AlteredFileError, as `valueIn` */
export function parsedAs<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  where: string,
  file: string,
): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AlteredFileError(
    `${where} is not what its schema says:\n${z.prettifyError(parsed.error)}\n${restoring(file)}`,
  );
}

/** The value of a JSON file; undefined where there is none, or it is not JSON. */
export function jsonAt(file: string): unknown {
  try {
    return JSON.parse(textAt(file) ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A JSON text without a schema. @throws AlteredFileError */
export function jsonIn(text: string, file: string, where = file): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AlteredFileError(`${where} is not JSON: ${(cause as Error).message}. ${restoring(file)}`, {
      cause,
    });
  }
}

/** How an operator brings back a file that was changed or removed, whether or not that was staged. */
export function restoring(file: string): string {
  return `Restore it with "git checkout HEAD -- ${path.normalize(file)}".`;
}
