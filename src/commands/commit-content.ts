import { CONTENT, defineCommand } from './frame/command.ts';
import { isOwnWords } from './frame/own-words.ts';
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
    isPublic: isOwnWords,
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
