import { ExpectedError } from '../core/expected-error.ts';
import { GitError } from '../store/git.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { commitContent } from './repository/commit.ts';
import { botIdentity } from './repository/identity.ts';

export const commitContentCommand = defineCommand({
  options: {
    push: { type: 'boolean', says: 'option.push' },
    remote: { type: 'string', says: 'option.remote', like: 'origin', default: 'origin' },
    content: CONTENT,
  },
  failed: {
    heading: 'Commit',
    says: 'failed.commit',
    // What git says may hold an address or a path; a race that was lost and a file that was altered do not.
    isPublic: (error) => error instanceof ExpectedError && !(error instanceof GitError),
  },
  async run({ push, remote, content }, { env, step, t }) {
    const message = await commitContent({
      contentRoot: content,
      identity: botIdentity(env),
      push: push ? { remote } : null,
      onStep: step,
    });
    const text = message ?? t('commit.nothing');
    return { text, exitCode: 0, job: { heading: 'Commit', text, notices: [] } };
  },
});
