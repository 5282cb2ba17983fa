import { expect, test } from 'vitest';
import { inputsOf, type World } from '../testing/report-inputs.ts';
import { makeReport } from './make.ts';
import { publicNote } from './public-note.ts';
import { readRoutineSystems } from './systems.ts';

const { systems } = await readRoutineSystems('content', undefined);
const tpc = systems.find(({ system }) => system.id === 'tpc');

function weekly(world: World) {
  const file = tpc?.routines.find(({ routine }) => routine.id === 'weekly');
  if (tpc === undefined || file === undefined) throw new Error('there is no weekly routine');
  return makeReport(file.routine, 'on-time', inputsOf(tpc.system, file.routine, world), 0);
}

test('TPC-13, TPC-20: the note of a week is the template and figures, in both languages', () => {
  const note = publicNote(weekly('well'), 'TPC') ?? '';
  expect(note).toContain('Update: systems operating normally.');
  expect(note).toContain('Pembaruan: sistem berjalan normal.');
  expect(note).toContain('70 TPC of revenue were recorded in 21 transactions');
  expect(note).toContain('tercatat pendapatan 70 TPC dari 21 transaksi');
  expect(note).not.toMatch(/promise|profit|guarantee|return|will |janji|keuntungan|jaminan|akan /i);
});

test('TPC-20: where something failed the sentence that all is normal is not offered', () => {
  const report = weekly('well');
  const failed = report.items.map((item, index) =>
    index === 0 ? { ...item, result: 'failed' as const } : item,
  );
  const note = publicNote({ ...report, items: failed }, 'TPC') ?? '';
  expect(note).not.toMatch(/operating normally|berjalan normal/);
  expect(note).toContain('the last complete figures are those up to 2026-01-25');
});

test('TPC-13: without figures, or with such that do not hold, there is no note', () => {
  expect(publicNote(weekly('wrong'), 'TPC')).toBeNull();
  expect(publicNote(weekly('off'), 'TPC')).toBeNull();
});
