import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { GitError, gitIn } from '../store/git.ts';
import type { BuildSource } from './statement.ts';

/**
 * The commit that a build of this project with this content is made from, or why there is none: the project is not the top
 * of a repository; its content stands in no commit, as that of a demo; or something in the folder is not as it was committed.
 *
 * @throws GitError when git can not say
 */
export async function sourceOf(project: string, contentRoot: string): Promise<BuildSource> {
  const git = gitIn(project);
  let commit: string;
  try {
    if ((await git('rev-parse', '--show-prefix')).trim() !== '')
      return { commit: null, because: 'no-repository' };
    commit = (await git('rev-parse', '--verify', 'HEAD')).trim();
  } catch (error) {
    if (
      !(error instanceof GitError) ||
      !/not a git repository|there is no git|Needed a single/.test(error.said)
    )
      throw error;
    return { commit: null, because: 'no-repository' };
  }
  const content = path
    .relative(await realpath(project), await realpath(contentRoot))
    .split(path.sep)
    .join('/');
  const isBelow = content !== '' && !content.startsWith('..') && !path.isAbsolute(content);
  if (!isBelow || (await git('ls-files', '-z', '--', `${content}/`)) === '')
    return { commit: null, because: 'not-committed' };
  if ((await git('status', '--porcelain', '-z')) !== '') return { commit: null, because: 'changed' };
  return { commit, content };
}
