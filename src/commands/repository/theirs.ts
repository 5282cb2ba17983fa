import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { type Git, GitError, gitIn, saidBy, says } from '../../store/git.ts';
import { LOG } from '../../store/log.ts';
import type { Identity } from './identity.ts';

/** The branch that is checked out where the content is. */
export interface Branch {
  /** Runs in the folder of content. */
  readonly git: Git;
  readonly name: string;
  readonly contentRoot: string;
  /** A folder of ours beside what git keeps. */
  readonly own: string;
  readonly identity: Identity;
}

/**
 * While theirs is being taken: a commit of what the folder becomes, whose parents are what the branch becomes and what it
 * was. Whoever finds it finishes what a killed run began.
 */
const UNDER_WAY = 'refs/terang/taking';

/** What stands below `generated`, by its name: mode, type and id. */
type Folders = ReadonlyMap<string, string>;

/**
 * Makes the branch what the remote's is. On top of it, not committed yet, stand the folders below `generated` that our
 * commits wrote and theirs did not; where both did, theirs stands, since a manifest names what is beside it. Commits of
 * people are joined with theirs, and what people have under way in the folder is left as it is.
 *
 * @returns the folders that both wrote, but for the log, which every run writes: ours is to be entered anew
 * @throws ExpectedError naming what people have to decide; nothing was changed then
 */
export async function takeTheirs(branch: Branch, remote: string): Promise<string[]> {
  const { git, name } = branch;
  await git('fetch', '--quiet', '--no-tags', remote, `refs/heads/${name}`);
  const theirs = await idOf(git, 'FETCH_HEAD');
  const base = await commonCommit(git, theirs, name);
  if (base === theirs) return [];
  const [was, ours, now] = [
    await foldersAt(git, base),
    await foldersAt(git, 'HEAD'),
    await foldersAt(git, theirs),
  ];
  const written = [...new Set([...was.keys(), ...ours.keys()])].filter(
    (folder) => ours.get(folder) !== was.get(folder) && ours.get(folder) !== now.get(folder),
  );
  const lost = written.filter((folder) => now.get(folder) !== was.get(folder));
  const kept = written.filter((folder) => !lost.includes(folder));
  const tip = await joined(branch, base, theirs);
  const tree = await treeOf(branch, tip, new Map(kept.map((folder) => [folder, ours.get(folder)])));
  await moveOn(branch, tip, tree);
  return lost.filter((folder) => folder !== LOG);
}

/**
 * Makes the branch `tip`, and the folder `tree`, which may hold more than the tip; what people have under way stays. It is
 * over when `arrived` says so.
 *
 * @throws ExpectedError where the two meet; nothing was changed then
 */
export async function moveOn(branch: Branch, tip: string, tree: string): Promise<void> {
  const { git } = branch;
  const taking = await commitOf(branch, tree, [tip, 'HEAD'], 'Under way');
  await git('update-ref', UNDER_WAY, taking);
  try {
    await git('read-tree', '-m', '-u', 'HEAD', taking);
  } catch (cause) {
    await git('update-ref', '-d', UNDER_WAY);
    throw new ExpectedError(
      'Others pushed changes of what somebody has under way in this folder. Commit that or put it aside; until then ' +
        `the content is committed here and waits.\n${(cause as Error).message}`,
      { cause },
    );
  }
  await moveTo(branch, taking);
}

/**
 * Finishes a taking during which the run was killed, or before what it left was committed: what stands in the folder is
 * then partly theirs. Says whether there was one; it is over when `arrived` says so.
 */
export async function finishTaking(branch: Branch): Promise<boolean> {
  const { git } = branch;
  const printed = await saidBy(git('rev-parse', '--quiet', '--verify', UNDER_WAY));
  if (printed === null) return false;
  const taking = printed.trim();
  const head = await idOf(git, 'HEAD');
  if (head === (await idOf(git, `${taking}^2`))) {
    await fillFolder(branch, taking);
    await moveTo(branch, taking);
    return true;
  }
  if (head === (await idOf(git, `${taking}^1`))) return true;
  // Somebody went on from there.
  await arrived(branch);
  return false;
}

async function moveTo({ git, name }: Branch, taking: string): Promise<void> {
  await git('update-ref', `refs/heads/${name}`, `${taking}^1`, `${taking}^2`);
}

/** Nothing of a taking waits any more. */
export async function arrived({ git }: Branch): Promise<void> {
  await git('update-ref', '-d', UNDER_WAY);
}

/** Machines' files are written again; of people's, those that git left half written. What somebody changed since stops it. */
async function fillFolder({ git }: Branch, taking: string): Promise<void> {
  const top = (await git('rev-parse', '--show-toplevel')).trim();
  const inTop = gitIn(top);
  const changed = namesIn(await git('diff', '--name-only', '--no-renames', '-z', 'HEAD', taking));
  // Git writes its index once all files stand.
  if (await says(inTop('diff', '--cached', '--quiet', taking, '--', ...changed.slice(0, 1)))) return;
  const generated = await generatedPath(git);
  for (const file of changed) {
    const at = path.join(top, file);
    const isHalf = async () => {
      const there = statSync(at, { throwIfNoEntry: false });
      if (there?.isFile() !== true) return false;
      if (there.size === 0) return true;
      const theirs = await saidBy(inTop('rev-parse', '--quiet', '--verify', `${taking}:${file}`));
      return theirs !== null && theirs === (await inTop('hash-object', '--', file));
    };
    if (file.startsWith(generated) || (await isHalf())) rmSync(at, { force: true });
  }
  await git('read-tree', '-m', '-u', 'HEAD', taking);
}

/** What the branch becomes: theirs; where people committed here, a commit that joins what they wrote with theirs. */
async function joined(branch: Branch, base: string, theirs: string): Promise<string> {
  const { git, contentRoot } = branch;
  const peoples = await git('log', '-1', '--format=%H', `${base}..HEAD`, '--', ':/', ':(exclude)generated');
  if (peoples === '') return theirs;
  const [merged = '', ...conflicts] = namesIn(
    await git('merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', theirs, 'HEAD').catch(
      (error: unknown) => {
        // With conflicts it prints the same and fails.
        if (error instanceof GitError && /^[0-9a-f]{40,}\0/.test(error.said)) return error.said;
        throw error;
      },
    ),
  );
  const open = conflicts.filter((file) => !file.startsWith('generated/'));
  if (open.length > 0)
    throw new ExpectedError(
      `A commit that somebody made here and one that others pushed change the same, seen from ${contentRoot}: ` +
        `${open.join(', ')}. Take yours to a branch of its own; until then the content is committed here and waits.`,
    );
  const gone = [...(await foldersAt(git, merged)).keys()].map((folder) => [folder, undefined] as const);
  const tree = await treeOf(branch, merged, new Map([...gone, ...(await foldersAt(git, theirs))]));
  return commitOf(branch, tree, [theirs, 'HEAD'], 'What others pushed, joined with what was committed here');
}

/**
 * A tree with some folders or files below `generated` as given (mode, type and id; undefined where it is to have none),
 * made beside the index that people use.
 */
async function treeOf(
  { git, contentRoot, own }: Branch,
  tree: string,
  folders: ReadonlyMap<string, string | undefined>,
): Promise<string> {
  const index = path.join(own, 'index');
  rmSync(index, { force: true });
  const apart = gitIn(contentRoot, index);
  const generated = await generatedPath(git);
  await apart('read-tree', tree);
  for (const [folder, entry] of folders) {
    await apart('rm', '-r', '-f', '--quiet', '--cached', '--ignore-unmatch', '--', `generated/${folder}`);
    const [mode = '', type, id = ''] = entry?.split(' ') ?? [];
    if (type === 'tree') await apart('read-tree', `--prefix=${generated}${folder}/`, id);
    else if (type !== undefined)
      await apart('update-index', '--add', '--cacheinfo', `${mode},${id},${generated}${folder}`);
  }
  return (await apart('write-tree')).trim();
}

/** The tree of the present commit with one file below `generated` as this blob. */
export function withFile(branch: Branch, file: string, blob: string): Promise<string> {
  return treeOf(branch, 'HEAD', new Map([[file, `100644 blob ${blob}`]]));
}

export async function commitOf(
  { git, identity }: Branch,
  tree: string,
  parents: readonly string[],
  message: string,
): Promise<string> {
  const named = parents.flatMap((parent) => ['-p', parent]);
  return (await git(...identity, 'commit-tree', tree, ...named, '-m', message)).trim();
}

async function foldersAt(git: Git, tree: string): Promise<Folders> {
  const printed = await git('ls-tree', '-z', tree, '--', 'generated/');
  return new Map(
    namesIn(printed).map((line) => {
      const [entry = '', file = ''] = line.split('\t');
      return [path.basename(file), entry];
    }),
  );
}

/** @throws ExpectedError when the remote's branch no longer has what was pushed to it */
async function commonCommit(git: Git, theirs: string, name: string): Promise<string> {
  try {
    return (await git('merge-base', 'HEAD', theirs)).trim();
  } catch (cause) {
    throw new ExpectedError(
      `What others pushed to ${name} has nothing in common with what is here: its history was rewritten. Nothing was pushed.`,
      { cause },
    );
  }
}

export async function idOf(git: Git, name: string): Promise<string> {
  return (await git('rev-parse', '--verify', name)).trim();
}

/** Where `generated` is, from the top of the repository. */
async function generatedPath(git: Git): Promise<string> {
  return `${(await git('rev-parse', '--show-prefix')).trim()}generated/`;
}

function namesIn(printed: string): string[] {
  return printed.split('\0').filter((name) => name !== '');
}
