import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { SAMPLES, STATUS } from '../../status/status-folder.ts';
import { openFolder, rootOf } from '../../store/published.ts';
import { createCheckedRepository, runChecks } from '../../testing/checked-repository.ts';
import {
  cloneOf,
  createRepository,
  ENTERED_AT,
  pushNote,
  subjects,
  type TestClone,
} from '../../testing/repository.ts';
import { commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';
import { untilPushed } from './until-pushed.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 240_000 });

const ROUNDS = [1, 2, 3, 4];

function options({ contentRoot }: TestClone) {
  return {
    contentRoot,
    now: () => ENTERED_AT,
    identity: botIdentity({}),
    push: { remote: 'origin', pause: 1 },
  };
}

/** Machines that publish to one remote. */
async function threeClonesOf(first: TestClone): Promise<TestClone[]> {
  return [first, await cloneOf(first.remote), await cloneOf(first.remote)];
}

test('three machines write the same folder at once, four times: each of the twelve runs is published', async () => {
  const clones = await threeClonesOf(await createCheckedRepository());
  const published: string[] = [];
  let seconds = Date.parse('2026-01-26T12:00:00Z') / 1_000;
  for (const _ of ROUNDS)
    await Promise.all(
      clones.map(async (clone) => {
        const write = async () => {
          seconds += 5; // One clock for all machines.
          const now = `${new Date(seconds * 1_000).toISOString().slice(0, 19)}Z`;
          await runChecks(clone, 'http://127.0.0.1:1', now, { settings: {} });
          return now;
        };
        const { ending, lost } = await untilPushed(STATUS.name, write, options(clone));
        expect(lost).toEqual([]);
        published.push(ending);
      }),
    );
  const { contentRoot } = await cloneOf(clones[0]?.remote ?? '');
  const runs = openFolder(rootOf(contentRoot, STATUS), STATUS).rows(SAMPLES);
  expect(runs.map(({ at }) => at).toSorted()).toEqual(published.toSorted());
  expect(runs).toHaveLength(12);
});

test('three machines write a folder each at once, four times: each of the twelve runs is published, in one line of commits', async () => {
  const clones = await threeClonesOf(await createRepository());
  for (const round of ROUNDS)
    await Promise.all(
      clones.map(async (clone, at) => {
        await clone.write(`content/generated/folder-${at}/run-${round}.txt`, 'ran\n');
        expect(await commitContent(options(clone))).toMatchObject({ lost: [] });
      }),
    );
  const { git } = await cloneOf(clones[0]?.remote ?? '');
  const files = (await git('ls-files', 'content/generated/folder-*')).trim().split('\n');
  expect(files).toEqual(
    clones.flatMap((_, at) => ROUNDS.map((round) => `content/generated/folder-${at}/run-${round}.txt`)),
  );
  expect(await git('rev-list', '--count', 'HEAD')).toBe('13\n');
  expect(await git('rev-list', '--merges', 'HEAD')).toBe('');
});

test('what people have under way here is as it was after theirs was taken, and what they committed is joined with it', async () => {
  const clone = await createRepository({ 'content/written/edited.md': 'Before.\n' });
  await clone.write('content/written/committed.md', 'Committed here.\n');
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', 'A note that waits');
  await clone.write('content/generated/ours/run.txt', 'ran\n');
  await clone.write('content/written/staged.md', 'Staged.\n');
  await clone.git('add', 'content/written/staged.md');
  await clone.write('content/written/edited.md', 'Somebody is writing this.\n');
  const before = await clone.git('status', '--porcelain', '--', 'content/written');
  await pushNote(clone.remote, 'content/written/theirs.md', 'Theirs.\n');
  await pushNote(clone.remote, 'content/generated/theirs/run.txt', 'ran\n');
  await commitContent(options(clone));
  expect(await clone.git('status', '--porcelain')).toBe(before);
  expect(await readFile(path.join(clone.contentRoot, 'written', 'edited.md'), 'utf8')).toBe(
    'Somebody is writing this.\n',
  );
  expect(await filesOn(clone)).toEqual([
    ...['.gitignore', 'content/generated/README.md', 'content/generated/ours/run.txt'],
    ...['content/generated/theirs/run.txt', 'content/written/committed.md', 'content/written/edited.md'],
    'content/written/theirs.md',
  ]);
  expect(await subjects(clone.remote)).toContain('A note that waits');
});

test('what others changed while somebody has it under way stops the push by name, and leaves all as it was', async () => {
  const clone = await createRepository({ 'content/written/note.md': 'Before.\n' });
  await clone.write('content/written/note.md', 'Somebody is writing this.\n');
  await pushNote(clone.remote, 'content/written/note.md', 'Theirs.\n');
  await clone.write('content/generated/ours/run.txt', 'ran\n');
  await expect(commitContent(options(clone))).rejects.toThrow(
    /under way in this folder.*\n.*written\/note\.md/s,
  );
  expect(await clone.git('status', '--porcelain')).toBe(' M content/written/note.md\n');
  await clone.git('checkout', '--', 'content/written/note.md');
  await commitContent(options(clone));
  expect(await filesOn(clone)).toContain('content/generated/ours/run.txt');
});

test('commits of people that change the same stop the push by name', async () => {
  const clone = await createRepository({ 'content/written/note.md': 'Before.\n' });
  await clone.write('content/written/note.md', 'Written here.\n');
  await clone.git('commit', '--quiet', '--all', '--message', 'Here');
  await pushNote(clone.remote, 'content/written/note.md', 'Theirs.\n');
  await expect(commitContent(options(clone))).rejects.toThrow(
    'written/note.md. Take yours to a branch of its own',
  );
  expect(await clone.git('log', '-1', '--format=%s')).toBe('Here\n');
});

test('a remote whose history was rewritten is named, and nothing is pushed onto it', async () => {
  const clone = await createRepository();
  const other = await cloneOf(clone.remote);
  await other.git('checkout', '--quiet', '--orphan', 'anew');
  await other.git('commit', '--quiet', '--message', 'Another history');
  await other.git('push', '--quiet', '--force', 'origin', 'anew:main');
  await clone.write('content/generated/ours/run.txt', 'ran\n');
  await expect(commitContent(options(clone))).rejects.toThrow('its history was rewritten');
  expect(await subjects(clone.remote)).toEqual(['Another history']);
});

async function filesOn({ remote }: TestClone): Promise<string[]> {
  const { git } = await cloneOf(remote);
  return (await git('ls-files')).trim().split('\n');
}
