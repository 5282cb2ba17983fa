import path from 'node:path';
import { canonicalJson, type Json } from '../../core/canonical.ts';
import { isAhead } from '../../core/clock.ts';
import { ExpectedError } from '../../core/expected-error.ts';
import { compareInstants } from '../../core/instant.ts';
import { MONTHLY } from '../../fold/folders.ts';
import { ARCHIVES } from '../../reports/model/monthly-folders.ts';
import { timesIn } from '../../store/clock.ts';
import type { ContentFolder } from '../../store/content-folder.ts';
import { jsonAt, jsonIn } from '../../store/disk.ts';
import { type Git, GitError, gitIn, textAt } from '../../store/git.ts';
import { entryTexts, LOG, readHead } from '../../store/log.ts';
import { firstOtherEntry, logThen } from '../../store/log-since.ts';
import type { AnyMonthFiles } from '../../store/month-files.ts';
import { assertWhole, MANIFEST_FILE, openFolder, rootOf } from '../../store/published.ts';
import { rewrittenSince, sinceThen } from '../../store/since.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { archivesSince } from './archives-since.ts';
import { declaredFolders } from './declared.ts';

/** What is published now, and the commit that it is held against. */
interface Base {
  readonly contentRoot: string;
  readonly git: Git;
  /** What people call that commit, such as `origin/main`. */
  readonly base: string;
  /** Where this branch left it. */
  readonly from: string;
}

/**
 * Holds everything that was published against the commit where this branch left `base`: what had to stay must be there,
 * as each series declares it. The problems, each in words; none when the record only grew.
 *
 * @throws ExpectedError when that commit can not be read, as in a shallow clone
 */
export async function recordSince(contentRoot: string, base: string): Promise<string[]> {
  const git = gitIn(contentRoot);
  return everythingSince({ contentRoot, git, base, from: await commonCommit(git, base) });
}

/**
 * The same against a commit itself, as of what was published last: nothing that came to be beside this branch excuses it.
 *
 * @throws GitError when that commit can not be read
 */
export async function recordSinceCommit(contentRoot: string, commit: string): Promise<string[]> {
  return everythingSince({ contentRoot, git: gitIn(contentRoot), base: commit, from: commit });
}

async function everythingSince(at: Base): Promise<string[]> {
  const { git } = at;
  const listed = await git('ls-tree', '-d', '--name-only', at.from, '--', 'generated/');
  const names = listed.split('\n').flatMap((line) => (line === '' ? [] : path.basename(line)));
  const problems: string[] = [];
  for (const one of declaredFolders(names))
    problems.push(...(await one.with((folder) => folderSince(at, folder)).catch(inWords)));
  problems.push(...(await withoutManifestSince(at)));
  return problems;
}

/** That every entry of then is an entry now, in its place. */
async function logSince(at: Base): Promise<string[]> {
  const { contentRoot, git, from } = at;
  const then = await logThen((file) => textAt(git, from, `generated/${LOG}/${file}`));
  if (then === null) return [];
  const generated = path.join(contentRoot, 'generated');
  const now = readHead(generated);
  const present = now === null ? [] : entryTexts(generated, now);
  const entry = await firstOtherEntry(then, present);
  return entry === null ? [] : [rewritten(at, { name: LOG }, 'entries', `entry ${entry + 1}`)];
}

/** The same, of what has no manifest, against a commit: audits, restore tests, archives and the log. */
export async function monthsRewrittenSince(contentRoot: string, commit: string): Promise<string[]> {
  return withoutManifestSince({ contentRoot, git: gitIn(contentRoot), base: commit, from: commit });
}

async function withoutManifestSince(at: Base): Promise<string[]> {
  const problems: string[] = [];
  for (const folder of MONTHLY) problems.push(...(await monthsSince(at, folder)));
  const archives = await archivesSince(at.contentRoot, at.git, at.from);
  problems.push(...archives.map(({ month, file }) => rewritten(at, ARCHIVES, month, file)));
  return [...problems, ...(await logSince(at).catch(inWords))];
}

/** What can not be read because it was altered is a problem like the others. */
function inWords(error: unknown): string[] {
  if (error instanceof AlteredFileError) return [error.message];
  throw error;
}

async function folderSince<Manifest>(at: Base, folder: ContentFolder<Manifest>): Promise<string[]> {
  const { contentRoot, git, base, from } = at;
  const where = `generated/${folder.name}`;
  const published = openFolder(rootOf(contentRoot, folder), folder);
  // What the manifest vouches for, before the manifest is held against that of then.
  assertWhole(published);
  const textThen = (file: string) => textAt(git, from, `${where}/${file}`);
  const since = await sinceThen(published, textThen);
  if (since === null) {
    if (published.manifest !== null || (await textThen(MANIFEST_FILE)) === null) return [];
    return [`${where}/${MANIFEST_FILE} was removed; it was published at ${base}. ${restoring(at, folder)}`];
  }
  const { was, is } = since;
  const problems = [
    ...(folder.isDemo(was) === folder.isDemo(is) ? [] : [`${where} holds another world than at ${base}.`]),
    ...wentBack(await textThen(MANIFEST_FILE), published.text).map(
      (when) => `${where}: ${when}, at ${base}.`,
    ),
    ...(folder.manifestKept?.(was, is, base) ?? []).map((problem) => `${where}: ${problem}.`),
  ];
  try {
    for await (const { series, what } of rewrittenSince(since))
      problems.push(rewritten(at, folder, series, what));
  } catch (error) {
    problems.push(...inWords(error)); // What was found before it stays found.
  }
  return problems;
}

/** Whether what a manifest says was seen newest is older than what was published, by more than clocks may be apart. */
function wentBack(then: string | null, now: string | null): string[] {
  const [was, is] = [then, now].map((text) =>
    timesIn(text ?? '', 'observed_at')
      .toSorted(compareInstants)
      .at(-1),
  );
  if (was === undefined || (is !== undefined && !isAhead(was, is))) return [];
  return [`observed_at went back to ${is ?? 'never'} from ${was}`];
}

async function monthsSince(at: Base, folder: AnyMonthFiles): Promise<string[]> {
  const { contentRoot, git, from } = at;
  const { kept, name } = folder;
  if (typeof kept !== 'function') return [];
  const problems: string[] = [];
  for (const file of await filesAt(at, name)) {
    const then = jsonIn((await textAt(git, from, `generated/${name}/${file}`)) ?? '[]', file);
    // Removed: then none of its entries is there.
    const now = kept(jsonAt(path.join(rootOf(contentRoot, folder), file)) ?? []).map(textOf);
    const entry = kept(then).findIndex((line, index) => textOf(line) !== now[index]);
    if (entry !== -1)
      problems.push(rewritten(at, folder, path.basename(file, '.json'), `entry ${entry + 1}`));
  }
  return problems;
}

function textOf(entry: unknown): string {
  return canonicalJson(entry as Json);
}

async function filesAt({ git, from }: Base, name: string): Promise<string[]> {
  const listed = await git('ls-tree', '--name-only', from, '--', `generated/${name}/`);
  return listed
    .split('\n')
    .filter((line) => line.endsWith('.json'))
    .map((line) => path.basename(line));
}

function rewritten(at: Base, folder: { readonly name: string }, series: string, what: string): string {
  return (
    `The published record (generated/${folder.name}, ${series}) is not what it was at ${at.base}: ${what} was changed or ` +
    `removed. ${restoring(at, folder)}`
  );
}

function restoring({ contentRoot, base }: Base, folder: { readonly name: string }): string {
  return `Nothing there is written by hand: restore it with "git checkout ${base} -- ${rootOf(contentRoot, folder)}".`;
}

/** @throws ExpectedError when the commit where this branch left `base` can not be read, as in a shallow clone */
async function commonCommit(git: Git, base: string): Promise<string> {
  const cannot = (why: string, cause?: unknown) =>
    new ExpectedError(
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
