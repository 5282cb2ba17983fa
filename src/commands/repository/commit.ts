import path from 'node:path';
import { NOTES } from '../../incidents/model/notes-folder.ts';
import { type Git, gitIn, textAt } from '../../store/git.ts';
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

export interface CommitOptions {
  readonly contentRoot: string;
  readonly identity: Identity;
  /** Where to push to; null keeps the commit here. */
  readonly push: Omit<PushOptions, 'identity'> | null;
  readonly onStep?: (message: string) => void;
}

/**
 * `npm run commit:content`, without the process around it: commits what machines wrote, and nothing else that
 * may lie changed in the folder. Returns the message of the commit; null when nothing was changed.
 *
 * @throws GitError, LostRaceError; AlteredFileError where something would be committed as changed or gone that counts
 */
export async function commitContent(options: CommitOptions): Promise<string | null> {
  const { contentRoot, identity, push, onStep = () => undefined } = options;
  const git = gitIn(contentRoot);
  const changes = await stageContent(git);
  let message: string | null = null;
  if (changes.length > 0) {
    try {
      await assertNothingLost(contentRoot, changes);
      onStep(`Committing ${changes.length} files`);
      message = commitMessage(changes, await newsIn(git, contentRoot, changes));
    } catch (error) {
      await git('reset', '--quiet', '--', 'generated');
      throw error;
    }
    await git(...identity, 'commit', '--quiet', '--message', message, '--', 'generated');
  }
  if (push !== null) {
    onStep(`Pushing to ${push.remote}`);
    // Also without a commit: one of an earlier run may still be waiting here for a network.
    await pushBranch(git, { ...push, identity, onStep });
  }
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
