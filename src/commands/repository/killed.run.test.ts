import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { foldFaults } from '../../fold/faults.ts';
import { acceptNotes } from '../../incidents/accept/accept.ts';
import { lintNote } from '../../incidents/lint/lint.ts';
import { patientGit } from '../../store/git-lock.ts';
import { createCheckedRepository, runChecks } from '../../testing/checked-repository.ts';
import {
  cloneOf,
  createRepository,
  ENTERED_AT,
  type TestClone,
  temporaryFolder,
} from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const LOCK = path.join('.git', 'index.lock');

/** A run has written a folder, people have something under way, and others have pushed a folder and notes. */
async function createRaced(): Promise<TestClone> {
  const clone = await createRepository({ 'content/written/edited.md': 'Before.\n' });
  await clone.write('content/generated/ours/run.txt', 'ran\n');
  await clone.write('content/written/staged.md', 'Staged.\n');
  await clone.git('add', 'content/written/staged.md');
  await clone.write('content/written/edited.md', 'Somebody is writing this.\n');
  const other = await cloneOf(clone.remote);
  for (const name of ['a', 'b', 'c']) await other.write(`content/generated/theirs/${name}.txt`, 'ran\n');
  for (const name of ['about.md', 'content/written/theirs.md']) await other.write(name, 'Theirs.\n');
  await other.git('add', '--all');
  await other.git('commit', '--quiet', '--message', 'Theirs');
  await other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main');
  return clone;
}

type When = 'before' | 'midst' | 'behind';

/** A git that is killed at one command together with the run that called it. */
async function deadlyGit({ folder }: TestClone, command: string, when: When): Promise<string> {
  const home = await temporaryFolder();
  // In the midst: a filter of a file runs while git holds the lock of the index, and kills it.
  await appendFile(
    path.join(folder, '.git', 'info', 'attributes'),
    'content/generated/ours/run.txt filter=deadly\ncontent/generated/theirs/b.txt filter=deadly\n',
  );
  const deadly = ['clean', 'smudge'].map(
    (of, at) => `GIT_CONFIG_KEY_${at}=filter.deadly.${of} GIT_CONFIG_VALUE_${at}='kill -9 $PPID'`,
  );
  const first = {
    before: '',
    midst: `touch generated/ours/run.txt; GIT_CONFIG_COUNT=2 ${deadly.join(' ')} git "$@";`,
    behind: 'git "$@";',
  }[when];
  await writeFile(
    path.join(home, 'git'),
    `#!/bin/sh
PATH='${process.env.PATH}'
case " $* " in *' ${command} '*) ${first} kill -9 $PPID; exit ;; esac
exec git "$@"
`,
    { mode: 0o755 },
  );
  return `${home}${path.delimiter}${process.env.PATH}`;
}

function commit({ contentRoot }: TestClone, now = ENTERED_AT) {
  return commitContent({
    contentRoot,
    now: () => now,
    identity: botIdentity({}),
    push: { remote: 'origin', pause: 1 },
  });
}

/** So that it is no longer one that somebody may have made just now. */
async function letAge(lock: string): Promise<void> {
  const then = new Date(Date.now() - 60_000);
  await utimes(lock, then, then);
}

test.each([
  ['add --all', 'midst'],
  ['commit', 'before'],
  ['commit', 'midst'],
  ['commit', 'behind'],
  ['update-ref refs/terang/taking', 'behind'],
  ['read-tree -m -u', 'midst'],
  ['read-tree -m -u', 'behind'],
  ['update-ref refs/heads/main', 'behind'],
  ['push', 'behind'],
] as const)(
  'killed at git %s (%s): the next run publishes what it wrote, and nobody has to help',
  async (command, when) => {
    const clone = await createRaced();
    const peoples = await clone.git('status', '--porcelain', '--', 'content/written');
    const killed = await runCommand('commit:content', ['--push'], {
      TERANG_CONTENT: clone.contentRoot,
      PATH: await deadlyGit(clone, command, when),
    });
    expect(killed, killed.stderr).toMatchObject({ signal: 'SIGKILL' });
    const lock = path.join(clone.folder, LOCK);
    expect(existsSync(lock)).toBe(when === 'midst');
    if (existsSync(lock)) await letAge(lock);

    await commit(clone);
    const { git } = await cloneOf(clone.remote);
    expect((await git('ls-files')).trim().split('\n')).toEqual([
      ...['.gitignore', 'about.md', 'content/generated/README.md', 'content/generated/ours/run.txt'],
      ...['a', 'b', 'c'].map((name) => `content/generated/theirs/${name}.txt`),
      ...['content/written/edited.md', 'content/written/theirs.md'],
    ]);
    // Nothing of theirs was taken back, and what people have under way is as it was.
    expect(await clone.git('status', '--porcelain')).toBe(peoples);
    expect(await readFile(path.join(clone.contentRoot, 'written', 'edited.md'), 'utf8')).toBe(
      'Somebody is writing this.\n',
    );
    expect(await clone.git('rev-parse', 'HEAD')).toBe(await git('rev-parse', 'HEAD'));
  },
);

test('killed once theirs was taken: the next run enters what is ours into their log, and content is what it says', async () => {
  const clone = await createCheckedRepository();
  const other = await cloneOf(clone.remote);
  await acceptNotes({ contentRoot: other.contentRoot, now: () => '2026-01-26T12:00:00Z', lint: lintNote });
  await commit(other);
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  const killed = await runCommand('commit:content', ['--push'], {
    TERANG_CONTENT: clone.contentRoot,
    PATH: await deadlyGit(clone, 'update-ref refs/heads/main', 'behind'),
  });
  expect(killed, killed.stderr).toMatchObject({ signal: 'SIGKILL' });
  await commit(clone, '2026-01-26T12:10:00Z');
  const { contentRoot } = await cloneOf(clone.remote);
  expect(foldFaults(contentRoot, '2026-01-26T12:30:00Z')).toEqual([]);
  expect(existsSync(path.join(contentRoot, 'generated/status/manifest.json'))).toBe(true);
});

test('a git that somebody has at work here is waited for, however old its lock; when it ends, the content is committed', async () => {
  const clone = await createRepository();
  await clone.write('note.md', 'A note.\n');
  await clone.git('add', 'note.md');
  const person = spawn('git', ['commit', '--quiet', '--all'], {
    cwd: clone.folder,
    env: {
      ...process.env,
      GIT_EDITOR: 'sh -c \'touch "$0.open"; until [ -e "$0.done" ]; do sleep 0.1; done; echo Mine >"$0"\'',
    },
    stdio: 'ignore',
  });
  onTestFinished(() => void person.kill());
  const ended = new Promise((resolve) => person.once('close', resolve));
  const lock = path.join(clone.folder, LOCK);
  await vi.waitUntil(() => existsSync(path.join(clone.folder, '.git', 'COMMIT_EDITMSG.open')), 10_000);
  await letAge(lock);
  await clone.write('content/generated/ours/run.txt', 'ran\n');
  await expect(patientGit(clone.contentRoot, { patience: 300 })('add', '.')).rejects.toThrow(
    `Process ${person.pid} is a git at work here`,
  );
  const committed = commit(clone);
  await writeFile(path.join(clone.folder, '.git', 'COMMIT_EDITMSG.done'), '');
  expect(await ended).toBe(0);
  await committed;
  expect(await clone.git('log', '--format=%s')).toBe('Generated content\nMine\nFirst\n');
});

test('a lock that was made just now may be of an editor that brings its own git: it is left', async () => {
  const clone = await createRepository();
  const lock = path.join(clone.folder, LOCK);
  await writeFile(lock, '');
  const git = patientGit(clone.contentRoot, { patience: 300 });
  await expect(git('add', '.')).rejects.toThrow(lock);
  expect(existsSync(lock)).toBe(true);
});
