import path from 'node:path';
import { gitIn } from '../store/git.ts';
import { CONTENT, defineCommand } from './frame/command.ts';

/** The branch that says which commit is live. */
export const PUBLISHED = 'published';

/** Says that the present commit is live now. That branch only ever goes forward: git refuses whatever does not grow from it. */
export const published = defineCommand({
  options: {
    push: { type: 'boolean', says: 'option.push' },
    remote: { type: 'string', says: 'option.remote', like: 'origin', default: 'origin' },
    content: CONTENT,
  },
  failed: { heading: 'Published', says: 'failed.commit' },
  async run({ push, remote, content }, { t }) {
    const git = gitIn(path.resolve(content));
    const commit = (await git('rev-parse', 'HEAD')).trim();
    if (push) await git('push', '--porcelain', remote, `${commit}:refs/heads/${PUBLISHED}`);
    return {
      text: t(push ? 'published.marked' : 'published.would', { commit, remote, branch: PUBLISHED }),
      exitCode: 0,
    };
  },
});
