import { describe, expect, test } from 'vitest';
import { checked, createDesk, onlyNote, write } from '../testing/writing-desk.ts';

const NEW = 'new --system tpc --playbook cron-failure --started 2026-01-05T16:12+07:00';
const titles = ['--title-en', 'Daily distribution delayed', '--title-id', 'Distribusi harian tertunda'];

describe('TPC-20: a sentence that states a fact', () => {
  const written = async (runs: readonly (readonly [string, Record<string, 'down' | 'unknown'>])[]) => {
    const desk = await createDesk();
    for (const [at, others] of runs) await checked(desk, 'tpc', at, others);
    const { text } = await write(desk, NEW, titles);
    return { told: text, note: (await onlyNote(desk)).text };
  };

  test('is offered while its checks are up', async () => {
    const { note, told } = await written([['2026-01-05T09:15:00Z', { 'last-batch': 'down' }]]);
    expect(note).toContain('Transparency data remains available.');
    expect(note).toContain('Data transparansi tetap tersedia.');
    expect(told).not.toContain('held back');
  });

  test('gives way to when they were last up, in both languages, when one of them is not', async () => {
    const { note, told } = await written([
      ['2026-01-05T09:00:00Z', {}],
      ['2026-01-05T09:15:00Z', { 'csv-export': 'down' }],
    ]);
    expect(note).toContain('Transparency data was last complete at 5 January 2026, 16:00 WIB.');
    expect(note).toContain('Data transparansi terakhir lengkap pada 5 Januari 2026 pukul 16.00 WIB.');
    expect(note).not.toContain('remains available');
    expect(told).toContain('not up: csv-export; held back: "Transparency data remains available."');
  });

  test('is held back when the checks could not be asked, and when their answers are out of date', async () => {
    const unknown = await written([['2026-01-05T09:15:00Z', { 'page-loads': 'unknown' }]]);
    expect(unknown.note).toContain('Transparency data was last complete at […].');
    const late = await written([['2026-01-05T08:30:00Z', {}]]);
    expect(late.note).toContain('Transparency data was last complete at 5 January 2026, 15:30 WIB.');
  });

  test('is held back where no check ever ran, and the writer is told', async () => {
    const { note, told } = await written([]);
    expect(note).toContain('Data transparansi terakhir lengkap pada […].');
    expect(told).toContain('No check has ever run');
  });

  test('stands in a public message only while it is true', async () => {
    const desk = await createDesk();
    const message = 'message --system tpc --message normal-operations';
    await checked(desk, 'tpc', '2026-01-05T09:15:00Z');
    expect(await write(desk, message)).toEqual({
      exitCode: 0,
      text:
        'English:\nUpdate: systems operating normally. Aggregated data and batch audits are available on the ' +
        'Transparency page.\n\nIndonesia:\nPembaruan: sistem berjalan normal. Data agregat dan audit batch ' +
        'tersedia di Transparency page.',
    });
    await checked(desk, 'tpc', '2026-01-05T09:25:00Z', { 'api-daily': 'down' });
    const { text } = await write(desk, message);
    expect(text).toContain(
      'Pembaruan: sistem terakhir terlihat berjalan normal pada 5 Januari 2026 pukul 16.15 WIB.',
    );
    expect(text).not.toContain('Update: systems operating normally. ');
  });
});
