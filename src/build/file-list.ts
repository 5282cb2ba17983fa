import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';

/** A file of a built site: its path below the root, with forward slashes, and the SHA-256 of its bytes. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
}

/** What stands in a folder, in the order of the code units of its paths, which no language changes. */
export interface FileList {
  readonly files: readonly ListedFile[];
  /** How many bytes the files have together. */
  readonly bytes: number;
}

/** Every file below a folder but those of these paths. @throws ExpectedError where a path can not stand in a list */
export async function listFolder(folder: string, except: readonly string[] = []): Promise<FileList> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !except.includes(name))
    .toSorted(byCodeUnits);
  const files: ListedFile[] = [];
  let bytes = 0;
  for (const name of names) {
    const text = await readFile(path.join(folder, name));
    bytes += text.length;
    files.push({ path: name, sha256: sha256Hex(text) });
  }
  return { files, bytes };
}

/**
 * The list in the form of coreutils, `sha256sum -c`: a line a file. A path that it would escape is refused.
 *
 * @throws ExpectedError
 */
export function formatList(files: readonly ListedFile[]): string {
  const strange = files.filter((file) => !isPlain(file.path));
  if (strange.length > 0)
    throw new ExpectedError(
      strange.map((file) => `${JSON.stringify(file.path)} can not stand in a list of files.`),
    );
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('');
}

const LINE = /^([0-9a-f]{64}) [ *](.+)$/;

/** The files of a list; null where it is none, names a file twice, or names one that is not below the root. */
export function parseList(text: string): readonly ListedFile[] | null {
  if (!text.endsWith('\n')) return null;
  const files: ListedFile[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = LINE.exec(line) ?? [];
    if (sha256 === undefined || name === undefined || !isPlain(name)) return null;
    files.push({ path: name, sha256 });
  }
  return new Set(files.map((file) => file.path)).size === files.length ? files : null;
}

/** Whether a path stays below its root, and stands in a line as it is. */
function isPlain(name: string): boolean {
  const parts = name.split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what would break a line.
  return !/[\u0000-\u001f\\\u007f]/.test(name) && parts.every((part) => !['', '.', '..'].includes(part));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
