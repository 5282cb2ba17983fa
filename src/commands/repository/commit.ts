import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Git, gitIn } from '../../store/git.ts';
import { type ContentChange, stageContent } from './change.ts';
import { checkNews } from './check-news.ts';
import type { Identity } from './identity.ts';
import { commitMessage } from './message.ts';
import type { News } from './news.ts';
import { notesNews } from './notes-news.ts';
import { type PushOptions, pushBranch } from './push.ts';
import { reportNews } from './report-news.ts';
import { snapshotNews } from './snapshot-news.ts';

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
 * @throws GitError, LostRaceError
 */
export async function commitContent(options: CommitOptions): Promise<string | null> {
  const { contentRoot, identity, push, onStep = () => undefined } = options;
  const git = gitIn(contentRoot);
  const changes = await stageContent(git);
  let message: string | null = null;
  if (changes.length > 0) {
    onStep(`Committing ${changes.length} files`);
    message = commitMessage(changes, await newsIn(git, contentRoot, changes));
    await git(...identity, 'commit', '--quiet', '--message', message, '--', 'generated');
  }
  if (push !== null) {
    onStep(`Pushing to ${push.remote}`);
    // Also without a commit: one of an earlier run may still be waiting here for a network.
    await pushBranch(git, { ...push, identity, onStep });
  }
  return message;
}

/** Folders below `generated` that no snapshot of a system wrote. */
const NOT_SNAPSHOTS = ['status', 'notes', 'reports'];

/** What was run is what wrote its manifest anew. */
async function newsIn(git: Git, contentRoot: string, changes: readonly ContentChange[]): Promise<News[]> {
  const manifests = changes.map((change) => /^generated\/([^/]+)\/manifest\.json$/.exec(change.path)?.[1]);
  const ran = manifests.filter(
    (folder) =>
      folder !== undefined && existsSync(path.join(contentRoot, 'generated', folder, 'manifest.json')),
  );
  const news: (News | null)[] = ran.includes('status') ? [await checkNews(contentRoot)] : [];
  for (const folder of ran)
    if (folder !== undefined && !NOT_SNAPSHOTS.includes(folder))
      news.push(await snapshotNews(git, contentRoot, folder));
  if (ran.includes('reports')) news.push(await reportNews(git, contentRoot));
  const notes = ran.includes('notes') ? await notesNews(git, contentRoot) : null;
  // That the notes were looked at without finding any that is new is told only where there is nothing else to tell.
  if (notes !== null && (notes.lines.length > 0 || news.length === 0)) news.push(notes);
  return news.filter((one) => one !== null);
}
