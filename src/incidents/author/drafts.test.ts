import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checked, createSession, fillIn, refusals, write } from '../../testing/writing-session.ts';

const DOWN = { 'last-batch': 'down' } as const;
const draftsOf = async (folder: string) =>
  (await readdir(folder).catch(() => [] as string[])).filter((name) => name.endsWith('.md'));

test('TPC-18: a symptom that the checks see gives one draft an episode, never published by itself', async () => {
  const session = await createSession();
  await checked(session, 'tpc', '2026-01-05T09:15:00Z', DOWN);
  const first = await write(session, 'drafts');
  const [name = '', ...more] = await draftsOf(session.draftsFolder);
  expect(more).toEqual([]);
  expect(first.exitCode).toBe(0);
  expect(first.text).toContain(`Draft prepared, not published: ${path.join(session.draftsFolder, name)}`);
  expect(await readdir(path.join(session.contentRoot, 'written'))).toEqual(['site.yaml', 'systems']);

  expect((await write(session, 'drafts')).text).toContain('no draft was prepared');
  await checked(session, 'tpc', '2026-01-05T09:30:00Z', { 'last-batch': 'unknown' });
  const later = { ...session, now: '2026-01-05T10:05:00Z' };
  await write(later, 'drafts'); // Not known ends no episode.
  await checked(session, 'tpc', '2026-01-05T09:45:00Z', DOWN);
  await write(later, 'drafts');
  expect(await draftsOf(session.draftsFolder)).toEqual([name]);

  await checked(session, 'tpc', '2026-01-05T09:50:00Z');
  await write(later, 'drafts');
  await checked(session, 'tpc', '2026-01-05T10:00:00Z', DOWN);
  await write(later, 'drafts');
  expect(await draftsOf(session.draftsFolder)).toHaveLength(2);
});

test('a draft begins when the failing check did, and is a note like any other once its places are filled', async () => {
  const session = await createSession();
  await checked(session, 'tpc', '2026-01-05T09:00:00Z', DOWN);
  await checked(session, 'tpc', '2026-01-05T09:15:00Z', DOWN);
  await write(session, 'drafts');
  const [name = ''] = await draftsOf(session.draftsFolder);
  const file = path.join(session.draftsFolder, name);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('started: 2026-01-05 16:00 +07:00');
  expect(text).toContain('playbook: cron-failure');
  expect((await refusals(session, file)).map(({ rule }) => rule)).toEqual(['unfilled', 'unfilled']);
  await fillIn(file);
  expect(await refusals(session, file)).toEqual([]);
});

test('what is told already needs no draft; answers that are out of date give none', async () => {
  const told = await createSession();
  await checked(told, 'tpc', '2026-01-05T09:15:00Z', DOWN);
  await write(told, 'new --system tpc --playbook cron-failure');
  await write(told, 'drafts');
  expect(await draftsOf(told.draftsFolder)).toEqual([]);
  const late = await createSession();
  await checked(late, 'tpc', '2026-01-05T08:00:00Z', DOWN);
  await write(late, 'drafts');
  expect(await draftsOf(late.draftsFolder)).toEqual([]);
});

test('what was answered to another question shows no symptom, and no longer than was promised when it was asked', async () => {
  const changing = async (from: string, to: string, now: string) => {
    const session = await createSession({ now });
    await checked(session, 'tpc', '2026-01-05T09:15:00Z', DOWN);
    const file = path.join(session.contentRoot, 'written/systems/tpc/system.yaml');
    const written = await readFile(file, 'utf8');
    expect(written).toContain(from);
    await writeFile(file, written.replace(from, to));
    await write(session, 'drafts');
    return (await draftsOf(session.draftsFolder)).length;
  };
  const [gauge, soon, late] = ['down_when: { above: 48 }', '2026-01-05T09:30:00Z', '2026-01-05T10:00:00Z'];
  expect(await changing(gauge, gauge, soon)).toBe(1);
  expect(await changing(gauge, 'down_when: { above: 72 }', soon)).toBe(0);
  expect(await changing('checks:', 'checked_every: PT24H\nchecks:', late)).toBe(0);
});
