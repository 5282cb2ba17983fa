import { cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { gitIn } from '../store/git.ts';
import { publishEverything } from './published-content.ts';
import { createRepository, type TestClone } from './repository.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What no build needs: tests, and what people wrote of other systems than the one that is published. */
const LEFT_OUT =
  /\.test\.ts$|^content\/(?!README|written\/([\w.-]+$|systems\/(tpc|README)))|^(docs|examples)\//;

/** This project, with a little content of each kind, in a repository in which all of it is committed and pushed. */
export async function smallProject(): Promise<TestClone> {
  const clone = await createRepository();
  const ours = await gitIn(ROOT)('ls-files', '--cached', '--others', '--exclude-standard', '-z');
  for (const file of ours.split('\0').filter((name) => name !== '' && !LEFT_OUT.test(name))) {
    const to = path.join(clone.folder, file);
    await mkdir(path.dirname(to), { recursive: true });
    await cp(path.join(ROOT, file), to);
  }
  await publishEverything(clone);
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', 'Everything');
  await clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  return clone;
}

/** Lends our own packages to a project, in place of `npm ci`: they are those that the same lock file names. */
export async function lendPackages(project: string): Promise<void> {
  await symlink(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'));
}
