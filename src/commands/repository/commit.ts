import path from 'node:path';
import type { IsoInstant } from '../../core/instant.ts';
import { enterContent } from '../../fold/enter.ts';
import { NOTES } from '../../incidents/model/notes-folder.ts';
import { type Git, textAt } from '../../store/git.ts';
import { patientGit } from '../../store/git-lock.ts';
import { exclusively } from '../../store/lock.ts';
import { assertWhole, MANIFEST_FILE, openFolder, rootOf } from '../../store/published.ts';
import { sinceThen } from '../../store/since.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { type ContentChange, stageContent } from './change.ts';
import { declaredFolders } from './declared.ts';
import type { Identity } from './identity.ts';
import { commitMessage } from './message.ts';
import type { News } from './news.ts';
import { type PushOptions, pushBranch } from './push.ts';
import { monthsRewrittenSince } from './record-since.ts';
import { arrived, type Branch, finishTaking, takeTheirs } from './theirs.ts';

export interface CommitOptions {
  readonly contentRoot: string;
  readonly identity: Identity;
  /** What is entered anew, behind what others pushed first, is dated so. */
  readonly now: () => IsoInstant;
  /** Where to push to; null keeps the commit here. */
  readonly push: PushOptions | null;
  readonly onStep?: (message: string) => void;
}

export interface Committed {
  /** Of the commit; null when nothing was changed. */
  readonly message: string | null;
  /** Folders below `generated` that others wrote and pushed first: theirs stands, what was written here was taken back. */
  readonly lost: readonly string[];
}

/**
 * `npm run commit:content`, without the process around it: commits what machines wrote, and nothing else that
 * may lie changed in the folder.
 *
 * @throws GitError; AlteredFileError where something would be committed as changed or gone that counts; ExpectedError
 */
export async function commitContent(options: CommitOptions): Promise<Committed> {
  const { push, onStep } = options;
  return withBranch(options, async (branch, wasKilled) => {
    // Whoever was killed while it took theirs had not entered ours into their log.
    if (wasKilled) await enterContent(options.contentRoot, options.now());
    let message = await commitWaiting(branch, options);
    if (wasKilled) await arrived(branch);
    if (push === null) return { message, lost: [] };
    onStep?.(`Pushing to ${push.remote}`);
    const lost = new Set<string>();
    // Also without a commit: one of an earlier run may still be waiting here for a network.
    await pushBranch(branch, push, async () => {
      onStep?.('Somebody else pushed first: taking theirs, and what they did not write on top of it');
      for (const folder of await takeTheirs(branch, push.remote)) lost.add(folder);
      // On top of their log, where ours stands no more.
      await enterContent(options.contentRoot, options.now());
      message = (await commitWaiting(branch, options)) ?? message;
      await arrived(branch);
    });
    return { message, lost: [...lost] };
  });
}

/** Brings a folder in which a run was killed while it took what others had pushed to where that run was going. */
export async function finishKilledRun(options: Omit<CommitOptions, 'push' | 'now'>): Promise<void> {
  await withBranch(options, async () => undefined);
}

/** Works on the branch that is checked out here while no other run does. */
export async function withBranch<T>(
  { contentRoot, identity, onStep }: Omit<CommitOptions, 'push' | 'now'>,
  work: (branch: Branch, wasKilled: boolean) => Promise<T>,
): Promise<T> {
  const git = patientGit(contentRoot, { onStep });
  const own = path.join((await git('rev-parse', '--absolute-git-dir')).trim(), 'terang');
  return exclusively(own, { onStep }, async () => {
    const name = (await git('branch', '--show-current')).trim();
    const branch = { git, name, contentRoot, own, identity };
    return work(branch, await finishTaking(branch));
  });
}

/** Commits what stands in the folder and is in no commit yet. */
async function commitWaiting(
  { git, contentRoot, identity }: Branch,
  { onStep }: CommitOptions,
): Promise<string | null> {
  const changes = await stageContent(git);
  if (changes.length === 0) return null;
  let message: string;
  try {
    await assertNothingLost(contentRoot, changes);
    onStep?.(`Committing ${changes.length} files`);
    message = commitMessage(changes, await newsIn(git, contentRoot, changes));
  } catch (error) {
    await git('reset', '--quiet', '--', 'generated');
    throw error;
  }
  await git(...identity, 'commit', '--quiet', '--message', message, '--', 'generated');
  return message;
}

/** What was damaged or lost here must not become what everyone has: while it is not committed it can be restored. */
async function assertNothingLost(contentRoot: string, changes: readonly ContentChange[]): Promise<void> {
  const isManifest = (path: string) => path.endsWith(`/${MANIFEST_FILE}`);
  const touched = changes
    .filter(({ kind, path }) => kind === 'removed' || (kind === 'changed' && !isManifest(path)))
    .flatMap(({ path }) => /^generated\/([^/]+)\//.exec(path)?.[1] ?? []);
  const lost = changes.find(({ kind, path }) => kind === 'removed' && isManifest(path));
  for (const one of declaredFolders([...new Set(touched)]))
    one.with((folder) => assertWhole(openFolder(rootOf(contentRoot, folder), folder)));
  if (lost !== undefined)
    throw new AlteredFileError(
      `${lost.path} was published and is gone with all that it vouched for. A new one would begin the published ` +
        `record anew. Restore it with "git checkout HEAD -- ${path.dirname(path.join(contentRoot, lost.path))}".`,
    );
  if (touched.length > 0) {
    const problems = await monthsRewrittenSince(contentRoot, 'HEAD');
    if (problems.length > 0) throw new AlteredFileError(problems.join('\n'));
  }
}

/** What was run is what wrote its manifest anew. */
async function newsIn(git: Git, contentRoot: string, changes: readonly ContentChange[]): Promise<News[]> {
  const ran = changes.flatMap(({ path }) => /^generated\/([^/]+)\/manifest\.json$/.exec(path)?.[1] ?? []);
  const all: News[] = [];
  for (const one of declaredFolders(ran)) {
    const news = await one.with(async (folder, newsOf) => {
      const published = openFolder(rootOf(contentRoot, folder), folder);
      const { manifest } = published;
      if (manifest === null) return null;
      const textThen = (file: string) => textAt(git, 'HEAD', `generated/${folder.name}/${file}`);
      return newsOf({ ...published, manifest }, await sinceThen(published, textThen));
    });
    if (news === null) continue;
    // That the notes were looked at without finding any that is new is told only where there is nothing else to tell.
    if (one.name !== NOTES.name || news.lines.length > 0 || all.length === 0) all.push(news);
  }
  return all;
}
