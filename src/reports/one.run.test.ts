import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createRoutineContent } from '../testing/routine-content.ts';
import { reportDue } from './command.ts';
import { reportOne } from './one.ts';
import { readReports, reportsRoot } from './record.ts';

test('a run by hand says what nobody ran before it, and makes what is internal beside it', async () => {
  const content = await createRoutineContent();
  const internalFolder = path.join(content.scratch, 'definitions');
  await content.write();
  await content.write({ id: 'beside', beside: 'morning', due: null }, path.join(internalFolder, 'sample'));
  await reportDue(content.command('2026-01-21T09:05:00Z', { internalFolder }));
  const command = content.command('2026-01-24T09:05:00Z', { internalFolder });
  await reportOne({ ...command, systemId: 'sample', routineId: 'morning' });
  const { reports } = await readReports(reportsRoot(content.root));
  expect(reports.map(({ due_at, kept }) => `${due_at.slice(8, 10)} ${kept}`)).toEqual([
    '21 on-time',
    '22 missed',
    '23 missed',
    '24 on-time',
  ]);
  const made = await readdir(path.join(content.scratch, 'internal', 'reports', 'sample', 'beside'));
  expect(made.filter((name) => name.endsWith('.json'))).toHaveLength(2);
});
