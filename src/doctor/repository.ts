import { GitError, gitIn } from '../store/git.ts';
import { type Line, line } from './line.ts';

/** Whether content stands in a repository with somewhere to push to and its whole history. */
export async function repositoryLines(contentRoot: string): Promise<Line[]> {
  const git = gitIn(contentRoot);
  try {
    const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
    const remotes = (await git('remote')).trim().split('\n').filter(Boolean);
    return [
      remotes.length === 0
        ? line('todo', 'doctor.git.noRemote')
        : line('ok', 'doctor.git.remote', { names: remotes.join(', ') }),
      shallow ? line('todo', 'doctor.git.shallow') : line('ok', 'doctor.git.whole'),
    ];
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const none = /not a git repository/.test(error.said);
    return [
      none ? line('todo', 'doctor.git.none') : line('untold', 'doctor.git.untold', { why: error.message }),
    ];
  }
}
