import path from 'node:path';
import { canonicalJson, type Json, parseLines } from '../domain/canonical.ts';
import { type NotesManifest, notesManifestSchema } from '../domain/notes-manifest.ts';
import { readLines, readManifestText } from '../store/content-file.ts';
import { type Git, GitError, gitIn, textAt } from './git.ts';

const FOLDER = 'generated/notes';

/** The history that the record is to be held against is not here. Never a pass. */
export class CannotCheckError extends Error {
  override readonly name = 'CannotCheckError';
}

/**
 * Holds the published record of notes against the one at the commit where this branch left `base`: every line that
 * was there must still be there, in its place, byte for byte. The problems, each in words; none when it only grew.
 *
 * @throws CannotCheckError when that commit can not be read, as in a shallow clone
 */
export async function recordSince(contentRoot: string, base: string): Promise<string[]> {
  const git = gitIn(contentRoot);
  const from = await commonCommit(git, base);
  const before = await textAt(git, from, `${FOLDER}/manifest.json`);
  if (before === null) return []; // Nothing was published by then.
  const now = await readManifestText(path.join(contentRoot, FOLDER));
  if (now === null) return [`${FOLDER}/manifest.json was removed; it was published at ${base}.`];
  const [was, is] = [parsed(before), parsed(now)];
  const problems: string[] = [];
  if (was.demo !== is.demo) problems.push(`${FOLDER} holds another world than at ${base}.`);
  for (const series of ['entries', 'words'] as const) {
    const old = await linesAt(git, from, was.record[series]);
    const present = await linesNow(contentRoot, is.record[series]);
    const at = old.findIndex((line, index) => !sameLine(series, line, present[index]));
    if (at !== -1)
      problems.push(
        `The published record (${FOLDER}, ${series}) is not what it was at ${base}: entry ${at + 1} was changed or removed. ` +
          `Nothing there is written by hand: restore it with "git checkout ${base} -- ${path.join(contentRoot, FOLDER)}".`,
      );
  }
  return problems;
}

/** Words may go from a line by law: digest and salt stay. */
function sameLine(series: 'entries' | 'words', was: string, is: string | undefined): boolean {
  if (was === is) return true;
  if (series === 'entries' || is === undefined) return false;
  const [old, present] = [JSON.parse(was), JSON.parse(is)];
  return present.text === undefined && old.digest === present.digest && old.salt === present.salt;
}

async function commonCommit(git: Git, base: string): Promise<string> {
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

type Files = NotesManifest['record']['entries'];

async function linesAt(git: Git, commit: string, files: Files): Promise<string[]> {
  const found: string[] = [];
  for (const file of files) {
    const text = await textAt(git, commit, `${FOLDER}/${file.path}`);
    if (text === null) throw new CannotCheckError(`Cannot check: ${file.path} is not in ${commit}.`);
    found.push(...parseLines(text).map((line) => canonicalJson(line as Json)));
  }
  return found;
}

async function linesNow(contentRoot: string, files: Files): Promise<string[]> {
  const read = await Promise.all(files.map((file) => readLines(path.join(contentRoot, FOLDER), file)));
  return read.flat().map((line) => canonicalJson(line as Json));
}

function parsed(text: string): NotesManifest {
  return notesManifestSchema.parse(JSON.parse(text));
}
