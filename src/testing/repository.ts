import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { type Git, gitIn } from '../store/git.ts';

/** What is entered anew on top of what others pushed first: never before what they entered. */
export const ENTERED_AT = '2026-01-01T00:00:00Z';

/** A clone of a bare repository on this disk, which is the remote "origin". Gone after the test. */
export interface TestClone {
  /** Where the bare repository is. */
  readonly remote: string;
  readonly folder: string;
  readonly contentRoot: string;
  readonly git: Git;
  write(file: string, content: string | Uint8Array): Promise<void>;
}

/** A remote with one commit (notes, no generated content) on `main`, and a clone of it. */
export async function createRepository(files: Readonly<Record<string, string>> = {}): Promise<TestClone> {
  const home = await temporaryFolder();
  const remote = path.join(home, 'origin.git');
  await gitIn(home)('init', '--quiet', '--bare', '--initial-branch=main', remote);
  const clone = await cloneOf(remote);
  const first = { '.gitignore': '.lock/\n', 'content/generated/README.md': 'By machines.\n', ...files };
  for (const [file, text] of Object.entries(first)) await clone.write(file, text);
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', 'First');
  await clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  return clone;
}

/** Dates commits before the times that tests choose for their runs: no clock that is right stands before a commit. */
export function commitInThePast(): void {
  vi.stubEnv('GIT_COMMITTER_DATE', '2026-01-01T00:00:00Z');
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** Another clone of the same remote: another machine, or a person's. `depth` as actions/checkout clones. */
export async function cloneOf(remote: string, depth?: number): Promise<TestClone> {
  commitInThePast();
  const folder = path.join(await temporaryFolder(), 'clone');
  const shallow = depth === undefined ? [] : ['--depth', String(depth)];
  await gitIn(tmpdir())('clone', '--quiet', ...shallow, `file://${remote}`, folder);
  const git = gitIn(folder);
  await git('symbolic-ref', 'HEAD', 'refs/heads/main');
  await git('config', 'user.name', 'Somebody');
  await git('config', 'user.email', 'somebody@localhost');
  await git('config', 'commit.gpgsign', 'false');
  return {
    remote,
    folder,
    contentRoot: path.join(folder, 'content'),
    git,
    async write(file, content) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    },
  };
}

/** Somebody's commit of one file, pushed. */
export async function pushNote(remote: string, file: string, text: string): Promise<void> {
  const clone = await cloneOf(remote);
  await clone.write(file, text);
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', `Note ${file}`);
  await clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
}

/** The first lines of the commits on the remote's `main`, newest first. */
export async function subjects(remote: string): Promise<string[]> {
  return (await gitIn(remote)('log', '--format=%s', 'main')).trim().split('\n');
}

/** The files that the remote's newest commit touches. */
export async function filesOfTip(remote: string): Promise<string[]> {
  return (await gitIn(remote)('show', '--format=', '--name-only', '--no-renames', 'main')).trim().split('\n');
}

/** A folder of its own, gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'terang-repository-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
