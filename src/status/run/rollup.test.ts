import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import type { Outcome } from '../../core/outcome.ts';
import { systemOf } from '../../testing/checks.ts';
import { NO_RUNS_SHA256 } from '../rollup.ts';
import { type StatusDay, type StatusManifest, statusDaySchema } from '../status-manifest.ts';
import { addRun, readHistory } from './history.ts';

let contentRoot: string;
let root: string;
beforeEach(async () => {
  contentRoot = await mkdtemp(path.join(tmpdir(), 'terang-history-'));
  root = path.join(contentRoot, 'generated', 'status');
});
afterEach(() => rm(contentRoot, { recursive: true, force: true }));

const check = (id: string) => ({ kind: 'http', id, request: { url: 'https://localhost/' } }) as const;
const one = { system: systemOf([check('a')]), sha256: sha256Hex('one') };
const two = { system: systemOf([check('a'), check('b')]), sha256: sha256Hex('two') };

async function runAt(at: string, outcome: Outcome = 'up', asked = one): Promise<StatusManifest> {
  const ids = asked.system.checks.map(({ id }) => id);
  return addRun(await readHistory(root), {
    run: { at, systems: { sample: { outcome: { [outcome]: ids } } } },
    asked: [asked],
    systems: ['sample'],
    state: { demo: false, observed_at: at, offline: false, systems: {} },
  });
}
const daysOf = async (manifest: StatusManifest): Promise<StatusDay[]> => {
  const texts = await Promise.all(manifest.days.map((file) => readFile(path.join(root, file.path), 'utf8')));
  return texts
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => statusDaySchema.parse(JSON.parse(line)));
};

describe('daily figures', () => {
  test('of days that are over, with the hash of the raw day they were made of', async () => {
    for (const time of ['00:00', '00:15', '00:30']) await runAt(`2026-01-26T${time}:00Z`);
    expect((await readHistory(root)).manifest?.days).toEqual([]);
    const manifest = await runAt('2026-01-27T00:00:00Z');
    const { raw } = await readHistory(root);
    expect(await daysOf(manifest)).toEqual([
      {
        day: '2026-01-26',
        system: 'sample',
        component: 'api',
        up: 1_800 + 1_350,
        degraded: 0,
        down: 0,
        unknown: 86_400 - 3_150,
        raw_sha256: raw.get('2026-01-26')?.sha256,
      },
    ]);
  });

  test('the first sample after midnight decides what was between it and the last one before', async () => {
    await runAt('2026-01-26T23:45:00Z');
    const agreeing = await daysOf(await runAt('2026-01-27T00:00:00Z'));
    expect(agreeing.at(-1)).toMatchObject({ up: 900 });
    await rm(root, { recursive: true });
    await runAt('2026-01-26T23:45:00Z');
    const other = await daysOf(await runAt('2026-01-27T00:00:00Z', 'down'));
    expect(other.at(-1)).toMatchObject({ up: 0, unknown: 86_400 });
  });

  test('days on which nothing ran have lines too: unknown, made of an empty day', async () => {
    await runAt('2026-01-26T12:00:00Z');
    const days = await daysOf(await runAt('2026-01-29T12:00:00Z'));
    expect(days.map(({ day, unknown }) => [day, unknown])).toEqual([
      ['2026-01-26', 86_400 - 1_350],
      ['2026-01-27', 86_400],
      ['2026-01-28', 86_400],
    ]);
    expect(days[1]?.raw_sha256).toBe(NO_RUNS_SHA256);
  });

  test('a day that is over changes only when a run is added to it or to one beside it', async () => {
    for (const day of ['2026-01-26', '2026-01-27', '2026-01-28', '2026-01-29'])
      await runAt(`${day}T12:00:00Z`);
    const before = await daysOf(await runAt('2026-01-29T12:15:00Z'));
    // The clock is set back by two days for one run.
    const after = await daysOf(await runAt('2026-01-27T12:15:00Z', 'down'));
    expect(after.map(({ day }) => day)).toEqual(['2026-01-26', '2026-01-27', '2026-01-28']);
    expect(after[0]).toEqual(before[0]);
    expect(after[2]).toEqual(before[2]);
    // The two samples disagree, and so does the one of the next day: nothing is known of it any more.
    expect([before[1], after[1]]).toMatchObject([{ up: 1_350 }, { up: 0, down: 0, unknown: 86_400 }]);
    expect(after[1]?.raw_sha256).not.toBe(before[1]?.raw_sha256);
    // And right again: what was added stays, and so do the figures.
    expect(await daysOf(await runAt('2026-01-29T12:30:00Z'))).toEqual(after);
  });

  test('removing a system that fails does not remove the days on which it was asked', async () => {
    for (const day of ['2026-01-26', '2026-01-27']) await runAt(`${day}T12:00:00Z`, 'down');
    const withoutIt = async (at: string) =>
      addRun(await readHistory(root), {
        run: { at, systems: {} },
        asked: [],
        systems: [],
        state: { demo: false, observed_at: at, offline: false, systems: {} },
      });
    await withoutIt('2026-01-27T12:15:00Z');
    const days = await daysOf(await withoutIt('2026-01-30T12:00:00Z'));
    expect(days.map(({ day, down }) => [day, down])).toEqual([
      ['2026-01-26', 1_350],
      ['2026-01-27', 1_350],
    ]);
  });

  test('removing a failing check just before midnight does not mend the day', async () => {
    await runAt('2026-01-26T23:15:00Z', 'down', two);
    await runAt('2026-01-26T23:30:00Z', 'down', two);
    await runAt('2026-01-26T23:45:00Z', 'up', one);
    const manifest = await runAt('2026-01-27T00:00:00Z', 'up', one);
    expect((await daysOf(manifest)).at(-1)).toMatchObject({ down: 1_800, up: 900 });
    expect((await readHistory(root)).definitions.map(({ checks }) => Object.keys(checks))).toEqual([
      ['a', 'b'],
      ['a'],
    ]);
  });

  test('a month that is over keeps its file when the next begins', async () => {
    await runAt('2026-01-30T12:00:00Z');
    await runAt('2026-02-01T12:00:00Z');
    const february = await runAt('2026-02-03T12:00:00Z');
    expect(february.days.map(({ path: name }) => name.slice(-19, -12))).toEqual(['2026-01', '2026-02']);
  });
});
