import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree } from '../testing/content.ts';
import { endingOf } from '../testing/ending.ts';
import { createRoutineContent, type RoutineContent } from '../testing/routine-content.ts';
import { reportDue } from './command.ts';
import { reportOne } from './one.ts';
import { readReports, reportsRoot } from './record.ts';

const kept = async ({ root }: RoutineContent) => (await readReports(reportsRoot(root))).reports;

describe('npm run report -- --due', () => {
  test('CI was down for two days: what was missed is said, and what is due now is run', async () => {
    const content = await createRoutineContent();
    await content.write();
    await content.checkAt('2026-01-24T09:03:00Z');
    const first = await endingOf(reportDue(content.command('2026-01-24T09:05:00Z')));
    expect(first.text).toContain('sample, morning, due 2026-01-24T09:00:00Z: 1 passed, 1 not signed off');
    await content.checkAt('2026-01-27T12:58:00Z');
    const back = await endingOf(reportDue(content.command('2026-01-27T13:00:00Z')));
    expect(back.exitCode).toBe(0);
    expect((await kept(content)).map((report) => [report.due_at.slice(0, 10), report.kept])).toEqual([
      ['2026-01-24', 'on-time'],
      ['2026-01-25', 'missed'],
      ['2026-01-26', 'missed'],
      ['2026-01-27', 'late'],
    ]);
    expect(back.text).toContain('due 2026-01-26T09:00:00Z: missed: nobody ran it in its time');
  });

  test('run again, nothing is due twice and no byte changes', async () => {
    const content = await createRoutineContent();
    await content.write();
    await content.checkAt('2026-01-24T09:03:00Z');
    await reportDue(content.command('2026-01-24T09:05:00Z'));
    const before = await readTree(path.join(content.root, 'generated'));
    const again = await endingOf(reportDue(content.command('2026-01-24T09:20:00Z')));
    expect(again.text).toBe('Nothing is due.');
    expect(await readTree(path.join(content.root, 'generated'))).toEqual(before);
  });

  test('the same inputs give the same bytes', async () => {
    const content = await createRoutineContent();
    await content.write();
    await content.checkAt('2026-01-24T09:03:00Z');
    const made = await Promise.all(
      [1, 2].map(async () => {
        const again = await createRoutineContent();
        await again.write();
        return again;
      }),
    );
    const [one, other] = await Promise.all(
      made.map(async (copy) => {
        await reportDue(copy.command('2026-01-24T09:05:00Z'));
        return readTree(reportsRoot(copy.root));
      }),
    );
    expect(one?.size).toBe(2);
    expect(one).toEqual(other);
  });

  test('an answer to another question is none, and one to this question holds as long as was promised when it came', async () => {
    const content = await createRoutineContent();
    const over = { id: 'all-day', name: { en: 'Name', id: 'Nama' }, check: 'http', over: 'PT15M' };
    const now = { id: 'answers', name: over.name, check: 'http' };
    await content.write({ items: [now, over] });
    await content.checkAt('2026-01-24T08:45:00Z');
    await content.checkAt('2026-01-24T08:55:00Z');
    const file = path.join(content.root, 'written', 'systems', 'sample', 'system.yaml');
    const written = await readFile(file, 'utf8');
    const reportAfter = async (changed: string, at: string) => {
      await writeFile(file, changed);
      await rm(reportsRoot(content.root), { recursive: true, force: true });
      await reportDue(content.command(at));
      const [report] = await kept(content);
      return report?.items.map(({ result, reason }) => [result, reason]);
    };
    const well = ['passed', undefined];
    expect(await reportAfter(written, '2026-01-24T09:00:00Z')).toEqual([well, well]);
    const changed = written.replace('kind: http', 'kind: http\n    timeout: PT9S');
    expect(await reportAfter(changed, '2026-01-24T09:00:00Z')).toEqual([
      ['not-known', 'not-asked'],
      ['not-known', 'not-asked'],
    ]);
    // Slower from now on: what was asked every quarter of an hour vouches for no day.
    const slower = written.replace('checks:', 'checked_every: PT24H\nchecks:');
    expect(await reportAfter(slower, '2026-01-24T09:20:00Z')).toEqual([
      ['not-known', 'out-of-date'],
      ['not-known', 'not-asked'],
    ]);
    await writeFile(file, changed);
    await content.checkAt('2026-01-24T09:21:00Z');
    expect((await reportAfter(changed, '2026-01-24T09:25:00Z'))?.[0]).toEqual(well);
  });

  test('an answer that has expired is not known, and so is one that was never given', async () => {
    const content = await createRoutineContent();
    await content.write();
    await content.checkAt('2026-01-24T08:00:00Z');
    await reportDue(content.command('2026-01-24T09:05:00Z'));
    const [report] = await kept(content);
    expect(report?.items[0]).toMatchObject({ result: 'not-known', reason: 'out-of-date' });
  });

  test('a routine with mistakes is told with all of them, and the others run', async () => {
    const content = await createRoutineContent();
    await content.write();
    await content.write({
      id: 'wrong',
      due: { rule: 'FREQ=DAILY', zone: 'UTC' },
      items: [{ id: 'Bad Id', name: { en: 'x' }, check: 'http' }],
    });
    await content.write({
      id: 'stranger',
      items: [{ id: 'a', name: { en: 'x', id: 'x' }, check: 'no-such-check' }],
    });
    const { text, exitCode, reports } = await endingOf(reportDue(content.command('2026-01-24T09:05:00Z')));
    expect(exitCode).toBe(1);
    expect(reports?.map(({ routine }) => routine)).toEqual(['morning']);
    expect(text).toMatch(/wrong\.yaml:\d+:\d+ .*BYHOUR and BYMINUTE|wrong\.yaml:\d+:\d+ items/);
    expect(text).toMatch(/stranger\.yaml:1:1 items\.0\.check: expected a check of this system: http/);
  });

  test('a report that was changed by hand stops everything, by name, and stays as it is', async () => {
    const content = await createRoutineContent();
    await content.write();
    await reportDue(content.command('2026-01-24T09:05:00Z'));
    const file = [...(await readTree(reportsRoot(content.root))).keys()].find((name) =>
      name.startsWith('months/'),
    );
    const where = path.join(reportsRoot(content.root), file ?? '');
    await writeFile(where, (await readFile(where, 'utf8')).replace('not-known', 'passed'));
    const before = await readTree(content.root);
    const { text, exitCode } = await endingOf(reportDue(content.command('2026-01-25T09:05:00Z')));
    expect(exitCode).toBe(1);
    expect(text).toContain(`${file} was changed by hand or damaged`);
    expect(await readTree(content.root)).toEqual(before);
  });
});

describe('npm run report -- <system> <routine>', () => {
  const one = { systemId: 'sample', routineId: 'morning' };

  test('EVT-09: what follows no clock runs when somebody asks, and is kept', async () => {
    const content = await createRoutineContent();
    await content.write({ id: 'post-incident', due: null });
    await content.checkAt('2026-01-24T11:58:00Z');
    const command = {
      ...content.command('2026-01-24T12:00:00.5Z'),
      systemId: 'sample',
      routineId: 'post-incident',
    };
    expect((await reportOne(command)).exitCode).toBe(0);
    expect(await kept(content)).toMatchObject([
      { due_at: '2026-01-24T12:00:00Z', items: [{ result: 'passed' }, {}] },
    ]);
  });

  test('a run of the past is shown and never kept: it can not be made up afterwards', async () => {
    const content = await createRoutineContent();
    await content.write();
    await content.checkAt('2026-01-24T09:03:00Z');
    const at = '2026-01-24T09:05:00Z';
    const { text } = await endingOf(reportOne({ ...content.command('2026-01-26T12:00:00Z'), ...one, at }));
    expect(text).toContain('Due 2026-01-24T09:00:00Z, on-time');
    expect(text).toContain('Shown, not kept');
    expect(await kept(content)).toEqual([]);
  });

  test('a routine that is due is kept once, and shown after that', async () => {
    const content = await createRoutineContent();
    await content.write();
    await reportOne({ ...content.command('2026-01-24T09:05:00Z'), ...one });
    const again = await endingOf(reportOne({ ...content.command('2026-01-24T09:10:00Z'), ...one }));
    expect(again.text).toContain('Shown, not kept');
    expect((await kept(content)).map((report) => report.kept)).toEqual(['on-time']);
    expect((await reportDue(content.command('2026-01-24T09:12:00Z'))).text).toBe('Nothing is due.');
  });

  test.each([
    [{ routineId: 'evening' }, 'There is no such routine'],
    [{ at: '2027-01-01T00:00:00Z' }, '--at: expected a time that is past'],
    [{ at: 'yesterday' }, '--at: expected a time with its zone'],
  ])('%s is refused', async (wrong, reason) => {
    const content = await createRoutineContent();
    await content.write();
    const ending = await endingOf(
      reportOne({ ...content.command('2026-01-24T09:05:00Z'), ...one, ...wrong }),
    );
    expect(ending.exitCode).toBe(1);
    expect(ending.text).toContain(reason);
  });
});
