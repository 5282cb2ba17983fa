import './last-words.ts';
import { parseArgs } from 'node:util';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { commitContent } from '../src/commands/repository/commit.ts';
import { botIdentity } from '../src/commands/repository/identity.ts';
import { LostRaceError } from '../src/commands/repository/push.ts';
import { GitError } from '../src/store/git.ts';
import { AlteredFileError } from '../src/store/unaltered.ts';
import { showSteps } from './steps.ts';

// npm run commit:content [-- --push] [--remote origin] [--content content]
// Commits content/generated and nothing else; with --push, pushes the branch that is checked out.
const { values } = parseArgs({
  options: {
    push: { type: 'boolean', default: false },
    remote: { type: 'string', default: 'origin' },
    content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
  },
});
const steps = showSteps();
try {
  const message = await commitContent({
    contentRoot: values.content,
    identity: botIdentity(process.env),
    push: values.push ? { remote: values.remote } : null,
    onStep: steps.step,
  });
  steps.done();
  const text = message ?? 'Nothing changed: there is nothing to commit.';
  console.log(text);
  await showOnGitHub({ heading: 'Commit', text, notices: [] });
} catch (error) {
  steps.fail('Not committed, or not pushed');
  const expected = [GitError, LostRaceError, AlteredFileError];
  if (!(error instanceof Error) || !expected.some((kind) => error instanceof kind)) throw error;
  console.error(error.message);
  const text = error instanceof GitError ? 'Git failed: the log of this step says why.' : error.message;
  await showOnGitHub({ heading: 'Commit', text, notices: [{ level: 'error', title: 'Commit', text }] });
  process.exitCode = 1;
}
