import { chmod, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { createCheckedRepository, runChecks } from '../testing/checked-repository.ts';
import { startPeer } from '../testing/peer.ts';
import { cloneOf, filesOfTip, pushNote, subjects, type TestClone } from '../testing/repository.ts';
import { type CommitOptions, commitContent } from './commit.ts';
import { gitIn } from './git.ts';
import { botIdentity } from './identity.ts';
import { LostRaceError } from './push.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

const SAMPLES = /^content\/generated\/status\/samples-2026-01\/[0-9a-f]{12}-2026-01-26\.jsonl$/;

function commit({ contentRoot }: TestClone, more: Partial<CommitOptions> = {}) {
  const push = { remote: 'origin', attempts: 3, pause: 1 };
  return commitContent({ contentRoot, identity: botIdentity({}), push, ...more });
}

test('a run that changes samples only is one commit of these, under the name of the bot, and says so', async () => {
  const clone = await createCheckedRepository();
  const peer = await startPeer((_, response) => response.end('well'));
  await runChecks(clone, peer.url, '2026-01-26T12:07:00Z');
  await commit(clone);
  await peer.close();
  await runChecks(clone, peer.url, '2026-01-26T12:22:30Z', { settings: {} });
  await clone.write('content/written/note.md', 'Somebody is writing this.\n');

  expect(await commit(clone)).toBe(
    'Checks 2026-01-26 12:22 UTC: 1 unknown\n\n' +
      'sample, answers: up → unknown (missing-setting)\n\n' +
      'Files in status: 1 changed, 1 added, 1 removed\n',
  );
  expect(await subjects(clone.remote)).toEqual([
    'Checks 2026-01-26 12:22 UTC: 1 unknown',
    'Checks 2026-01-26 12:07 UTC: 1 up',
    'First',
  ]);
  const files = await filesOfTip(clone.remote);
  expect(files.filter((file) => !SAMPLES.test(file))).toEqual(['content/generated/status/manifest.json']);
  const author = await gitIn(clone.remote)('log', '-1', '--format=%an <%ae> %cn', 'main');
  expect(author.trim()).toBe('Terang <terang@localhost> Terang');
  expect(await clone.git('status', '--porcelain')).toBe('?? content/written/note.md\n');
});

test('what somebody staged stays staged, and drafts of a killed run stay out', async () => {
  const clone = await createCheckedRepository();
  await clone.write('content/written/note.md', 'Staged.\n');
  await clone.git('add', 'content/written/note.md');
  await clone.write('content/generated/status/manifest.json.0a1b2c3d', 'half');
  await clone.write('content/generated/status/days/0123456789ab-2026-01-daily.jsonl.0a1b2c3d', 'half');
  await clone.write(`content/generated/notes/images/${'ab'.repeat(32)}.png.0a1b2c3d`, 'half');
  await clone.write('content/generated/README.md', 'By machines only.\n');
  expect(await commit(clone)).toBe('Generated content\n\nFiles in README.md: 1 changed\n');
  expect(await filesOfTip(clone.remote)).toEqual(['content/generated/README.md']);
  expect(await clone.git('status', '--porcelain', '--', 'content/written')).toBe(
    'A  content/written/note.md\n',
  );
});

test('the compressed files of an archive are committed, a folder that one is being made in is not', async () => {
  const clone = await createCheckedRepository();
  await clone.write('content/generated/archive/2026-01/batches.json.gz', 'whole');
  await clone.write('content/generated/archive/2026-01/samples-2026-01-01.jsonl.gz', 'whole');
  await clone.write('content/generated/archive/.making-1a2b3c/batches.csv.gz', 'half');
  await commit(clone);
  expect(await filesOfTip(clone.remote)).toEqual([
    'content/generated/archive/2026-01/batches.json.gz',
    'content/generated/archive/2026-01/samples-2026-01-01.jsonl.gz',
  ]);
});

test('nothing changed: no commit', async () => {
  const clone = await createCheckedRepository();
  expect(await commit(clone)).toBeNull();
  expect(await subjects(clone.remote)).toEqual(['First']);
});

test('a lost push race, in a clone as shallow as on a runner: put behind, and both commits are there', async () => {
  const { remote } = await createCheckedRepository();
  const clone = await cloneOf(remote, 1);
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  await pushNote(remote, 'content/written/note.md', 'A note.\n');
  await pushNote(remote, 'content/written/other.md', 'Another.\n');
  await commit(clone);
  expect(await subjects(remote)).toEqual([
    'Checks 2026-01-26 12:07 UTC: 1 unknown',
    'Note content/written/other.md',
    'Note content/written/note.md',
    'First',
  ]);
  expect(await readFile(path.join(clone.contentRoot, 'written', 'note.md'), 'utf8')).toBe('A note.\n');
});

test('a race that is lost every time ends, and the next run pushes the commit that waits', async () => {
  const clone = await createCheckedRepository();
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  let lost = 0;
  const push = { remote: 'origin', attempts: 3, pause: 1 };
  // Somebody who pushes before each attempt: one file each time.
  const hook = path.join(clone.folder, '.git', 'hooks', 'pre-push');
  await clone.write(
    '.git/hooks/pre-push',
    `#!/bin/sh\nexec "${process.execPath}" "${clone.folder}/.git/first.mjs"\n`,
  );
  await clone.write(
    '.git/first.mjs',
    `import { execFileSync } from 'node:child_process';
     const run = (...args) => execFileSync('git', ['--git-dir', ${JSON.stringify(clone.remote)}, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH } }).trim();
     const id = ['-c', 'user.name=x', '-c', 'user.email=x@localhost'];
     run('update-ref', 'refs/heads/main', run(...id, 'commit-tree', '-p', 'main', '-m', 'First again', 'main^{tree}'));`,
  );
  await chmod(hook, 0o755);
  const ending = commit(clone, { push: { ...push, onStep: () => (lost += 1) } });
  await expect(ending).rejects.toThrow(LostRaceError);
  expect(await subjects(clone.remote)).toEqual([...Array(3).fill('First again'), 'First']);
  await rm(hook);
  expect(await commit(clone)).toBeNull();
  expect(await subjects(clone.remote)).toContain('Checks 2026-01-26 12:07 UTC: 1 unknown');
});

test('two runs wrote the same content: the one that was pushed first stands, the other is taken back', async () => {
  const clone = await createCheckedRepository();
  const other = await cloneOf(clone.remote);
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  await runChecks(other, 'http://127.0.0.1:1', '2026-01-26T12:08:00Z', { settings: {} });
  await commit(other);
  await expect(commit(clone)).rejects.toThrow('Theirs stands');
  expect(await subjects(clone.remote)).toEqual(['Checks 2026-01-26 12:08 UTC: 1 unknown', 'First']);
  expect(await clone.git('status', '--porcelain')).toBe('');
  // And the next run goes on from there.
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:22:00Z', { settings: {} });
  await commit(clone);
  expect(await subjects(clone.remote)).toHaveLength(3);
});

test('a remote that is not there is an error that tells no password, and the commit waits', async () => {
  const clone = await createCheckedRepository();
  await clone.git('remote', 'set-url', 'origin', 'http://bot:hidden@127.0.0.1:1/content.git');
  await runChecks(clone, 'http://127.0.0.1:1', '2026-01-26T12:07:00Z', { settings: {} });
  const error = await commit(clone).catch((caught: Error) => caught);
  expect(error).toMatchObject({ name: 'GitError', message: expect.stringContaining('git push failed') });
  expect(String(error)).not.toContain('hidden');
  expect(await clone.git('log', '-1', '--format=%s')).toBe('Checks 2026-01-26 12:07 UTC: 1 unknown\n');
});
