import { CONTENT, defineCommand } from './frame/command.ts';
import { isOwnWords } from './frame/own-words.ts';
import { commitContent } from './repository/commit.ts';
import { botIdentity } from './repository/identity.ts';

/** Ends with 2 when all is pushed but what others had pushed first: whoever wrote that writes it again. */
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
  async run({ push, remote, content }, { env, now, step, t }) {
    const { message, lost } = await commitContent({
      contentRoot: content,
      now,
      identity: botIdentity(env),
      push: push ? { remote } : null,
      onStep: step,
    });
    const text = message ?? t('commit.nothing');
    if (lost.length === 0) return { text, exitCode: 0, job: { heading: 'Commit', text, notices: [] } };
    const taken = t('commit.lost', { folders: lost.join(', ') });
    const notices = [{ level: 'error', title: 'Commit', text: taken } as const];
    return { text: `${text}\n${taken}`, exitCode: 2, job: { heading: 'Commit', text, notices } };
  },
});
