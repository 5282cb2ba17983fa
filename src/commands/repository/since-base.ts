import path from 'node:path';
import { canonicalJson, type Json, parseLines } from '../../core/canonical.ts';
import { readLines } from '../../store/content-file.ts';
import { type Git, GitError, textAt } from '../../store/git.ts';
import type { ContentFile } from '../../store/unaltered.ts';

/** The history that a record is to be held against is not here. Never a pass. */
export class CannotCheckError extends Error {
  override readonly name = 'CannotCheckError';
}

/** What is published now, and the commit that it is held against. */
export interface SinceBase {
  readonly contentRoot: string;
  readonly git: Git;
  /** What people call that commit, such as `origin/main`. */
  readonly base: string;
  /** Where this branch left it. */
  readonly from: string;
}

/** @throws CannotCheckError when the commit where this branch left `base` can not be read, as in a shallow clone */
export async function commonCommit(git: Git, base: string): Promise<string> {
  const cannot = (why: string, cause?: unknown) =>
    new CannotCheckError(
      `Cannot check whether the published record was rewritten: ${why}. Fetch the whole history ("git fetch --unshallow") and "${base}".`,
      { cause },
    );
  if ((await git('rev-parse', '--is-shallow-repository')).trim() !== 'false')
    throw cannot('this clone is shallow');
  try {
    return (await git('merge-base', '--end-of-options', base, 'HEAD')).trim();
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw cannot(
      `"${base}" is no commit that is known here, or has nothing in common with this branch`,
      cause,
    );
  }
}

/** The canonical lines of these files as they were. @throws CannotCheckError */
export async function linesAt({ git, from }: SinceBase, folder: string, files: readonly ContentFile[]) {
  const found: string[] = [];
  for (const file of files) {
    const text = await textAt(git, from, `${folder}/${file.path}`);
    if (text === null) throw new CannotCheckError(`Cannot check: ${file.path} is not in ${from}.`);
    found.push(...parseLines(text).map((line) => canonicalJson(line as Json)));
  }
  return found;
}

/** The canonical lines of these files now. @throws AlteredFileError */
export async function linesNow({ contentRoot }: SinceBase, folder: string, files: readonly ContentFile[]) {
  const read = await Promise.all(files.map((file) => readLines(path.join(contentRoot, folder), file)));
  return read.flat().map((line) => canonicalJson(line as Json));
}

/** The problem where an entry that was there is not there, in its place; none when the list only grew. */
export function rewritten(
  { base, contentRoot }: SinceBase,
  { folder, series }: { readonly folder: string; readonly series: string },
  was: readonly string[],
  is: readonly string[],
  same: (was: string, is: string | undefined) => boolean = (one, other) => one === other,
): string[] {
  const at = was.findIndex((line, index) => !same(line, is[index]));
  if (at === -1) return [];
  return [
    `The published record (${folder}, ${series}) is not what it was at ${base}: entry ${at + 1} was changed or removed. ` +
      `Nothing there is written by hand: restore it with "git checkout ${base} -- ${path.join(contentRoot, folder)}".`,
  ];
}
