import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { acceptNotes } from '../../incidents/accept/accept.ts';
import { lintNote } from '../../incidents/lint/lint.ts';
import { NOTES } from '../../incidents/model/notes-folder.ts';
import { createNotedRepository } from '../../testing/noted-repository.ts';
import { NOTE, update } from '../../testing/notes.ts';
import { cloneOf, ENTERED_AT, pushNote, subjects, type TestClone } from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { commitContent } from './commit.ts';
import { botIdentity } from './identity.ts';
import { recordSince } from './record-since.ts';
import { untilPushed } from './until-pushed.ts';

// Many processes of git: on a busy machine they take their time.
vi.setConfig({ testTimeout: 60_000 });

const FILE = 'content/written/incidents/2026-01-05-distribution-delayed.md';
const OTHER = 'content/written/incidents/2026-01-05-other.md';
const MORE = NOTE + update('Monitoring', '2026-01-05 18:00 +07:00', 'It runs again.', 'Sudah berjalan lagi.');

function accept({ contentRoot }: TestClone, now: string) {
  return acceptNotes({ contentRoot, now: () => now, lint: lintNote });
}

function options({ contentRoot }: TestClone) {
  return {
    contentRoot,
    now: () => ENTERED_AT,
    identity: botIdentity({}),
    push: { remote: 'origin', attempts: 3, pause: 1 },
  };
}

/** A repository in which one note was accepted and its record pushed. */
async function createPublished() {
  const clone = await createNotedRepository({ [FILE]: NOTE });
  await untilPushed(NOTES.name, () => accept(clone, '2026-01-05T09:35:00Z'), options(clone));
  return clone;
}

test('a pushed note is one commit of the record that says what was posted, and the next run commits nothing', async () => {
  const clone = await createPublished();
  expect(await clone.git('log', '-1', '--format=%B')).toBe(
    'Notes 2026-01-05 09:35 UTC: 2 in the record\n\n' +
      'incident 2026-01-05-distribution-delayed: posted\n' +
      'incident 2026-01-05-distribution-delayed: update 1 posted\n\n' +
      'Files in notes: 4 added\n\n',
  );
  const next = await untilPushed(NOTES.name, () => accept(clone, '2026-01-05T09:50:00Z'), options(clone));
  expect(next).toMatchObject({ message: null, ending: { exitCode: 0 } });
});

test('a run whose commit lost the race to another over the same notes writes its own on top', async () => {
  const clone = await createPublished();
  const other = await cloneOf(clone.remote);
  await pushNote(clone.remote, FILE, MORE);
  await other.git('pull', '--quiet', '--rebase', 'origin', 'main');
  await pushNote(clone.remote, OTHER, NOTE);
  await clone.git('pull', '--quiet', '--rebase', 'origin', 'main');
  // The other knows one of the two notes only, and is first.
  await untilPushed(NOTES.name, () => accept(other, '2026-01-05T11:05:00Z'), options(other));
  const steps: string[] = [];
  const { message } = await untilPushed(NOTES.name, () => accept(clone, '2026-01-05T11:06:00Z'), {
    ...options(clone),
    onStep: (step) => steps.push(step),
  });
  expect(steps).toContain('Another run was first: writing anew on top of it');
  expect(message).toContain('incident 2026-01-05-other: posted\n');
  expect(message).not.toContain('2026-01-05-distribution-delayed');
  expect((await subjects(clone.remote)).filter((one) => one.startsWith('Notes'))).toHaveLength(3);
});

test('a record that only grew is well; one that was rewritten, shortened or removed is told', async () => {
  const clone = await createPublished();
  await clone.git('branch', 'base');
  await clone.write(FILE, MORE);
  await accept(clone, '2026-01-05T11:05:00Z');
  await commitContent({ ...options(clone), push: null });
  expect(await recordSince(clone.contentRoot, 'base')).toEqual([]);

  // Everything accepted anew, as though it had been posted at another time.
  const folder = path.join(clone.contentRoot, 'generated', 'notes');
  await rm(folder, { recursive: true });
  expect(await recordSince(clone.contentRoot, 'base')).toEqual([
    expect.stringContaining('manifest.json was removed'),
  ]);
  const log = path.join(clone.contentRoot, 'generated', 'log');
  await rm(log, { recursive: true });
  await accept(clone, '2026-01-05T09:31:00Z');
  expect(await recordSince(clone.contentRoot, 'base')).toEqual([
    expect.stringMatching(/accepted\) is not what it was at base: row incidents\/.* was changed or removed/),
    expect.stringMatching(/record\) is not what it was at base: entry 1 was changed or removed/),
    expect.stringMatching(/words\) is not what it was/),
    expect.stringMatching(/generated\/log, entries\) is not what it was at base: entry 1 was changed/),
  ]);
  const ended = await runCommand('notes', ['--content', clone.contentRoot, '--base', 'base'], {});
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('is not what it was at base') });
});

test('a base that is not here, or a shallow clone, is "cannot check", never a pass', async () => {
  const clone = await createPublished();
  await expect(recordSince(clone.contentRoot, 'nowhere')).rejects.toThrow('Cannot check');
  await expect(recordSince(clone.contentRoot, '--all')).rejects.toThrow('Cannot check');
  const shallow = await cloneOf(clone.remote, 1);
  await expect(recordSince(shallow.contentRoot, 'origin/main')).rejects.toThrow('this clone is shallow');
  const ended = await runCommand('notes', ['--content', shallow.contentRoot, '--base', 'HEAD'], {});
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('this clone is shallow') });
});
