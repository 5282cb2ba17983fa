import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checked, createSession, onlyNote, write } from '../../testing/writing-session.ts';

const NEW = 'new --system tpc --playbook cron-failure --started 2026-01-05T16:12+07:00';
const titles = ['--title-en', 'Daily distribution delayed', '--title-id', 'Distribusi harian tertunda'];

describe('TPC-20: a sentence that states a fact', () => {
  const written = async (runs: readonly (readonly [string, Record<string, 'down' | 'unknown'>])[]) => {
    const session = await createSession();
    for (const [at, others] of runs) await checked(session, 'tpc', at, others);
    const { text } = await write(session, NEW, titles);
    return { told: text, note: (await onlyNote(session)).text };
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
    expect(told).toContain('failing: csv-export; held back: "Transparency data remains available."');
  });

  test('is held back when the checks could not be asked, and when their answers are out of date', async () => {
    const unknown = await written([['2026-01-05T09:15:00Z', { 'page-loads': 'unknown' }]]);
    const notConfirmed = 'Our checks can not confirm at present that transparency data is complete';
    expect(unknown.note).toContain(`${notConfirmed}; it was last seen complete at […].`);
    expect(unknown.told).toContain('not known: page-loads; held back: ');
    const late = await written([['2026-01-05T08:30:00Z', {}]]);
    expect(late.note).toContain(`${notConfirmed}; it was last seen complete at 5 January 2026, 15:30 WIB.`);
  });

  test('is held back where no check ever ran, and the writer is told', async () => {
    const { note, told } = await written([]);
    expect(note).toContain('data terakhir terlihat lengkap pada […].');
    expect(told).toContain('No check has ever run');
  });

  test('an end says neither that a contract is paused nor that it is not, until a check has seen it', async () => {
    const resolved = async (outcome: 'up' | 'down' | null) => {
      const session = await createSession({ system: 'coinscious' });
      if (outcome !== null)
        await checked(session, 'coinscious', '2026-01-05T09:25:00Z', { 'token-running': outcome });
      const start = 'new --system coinscious --playbook contract-emergency --started 2026-01-05T16:00+07:00';
      await write(session, start);
      const { file, slug, text } = await onlyNote(session);
      await write(session, `resolve ${slug}`);
      return { title: /^title: (.*)$/m.exec(text)?.[1], end: await readFile(file, 'utf8') };
    };
    const never = await resolved(null);
    expect(never.title).toBe('{ en: "[…]", id: "[…]" }');
    expect(never.end).toContain('can not confirm at present whether the token contract is running again.');
    expect(never.end).not.toMatch(/still paused|is not paused|masih dijeda|tidak dijeda/);
    const paused = await resolved('down');
    expect(paused.title).toBe('{ en: The token contract is paused, id: Kontrak token sedang dijeda }');
    expect(paused.end).toContain('Pemeriksaan kami belum mendapati kontrak token berjalan kembali.');
    const running = await resolved('up');
    expect(running.title).toBe('{ en: "[…]", id: "[…]" }');
    expect(running.end).toContain('The token contract is not paused.');
  });

  test('stands in a public message only while it is true', async () => {
    const session = await createSession();
    const message = 'message --system tpc --message normal-operations';
    await checked(session, 'tpc', '2026-01-05T09:15:00Z');
    expect(await write(session, message)).toEqual({
      exitCode: 0,
      text:
        'English:\nUpdate: systems operating normally. Aggregated data and batch audits are available on the ' +
        'Transparency page.\n\nIndonesia:\nPembaruan: sistem berjalan normal. Data agregat dan audit batch ' +
        'tersedia di Transparency page.',
    });
    await checked(session, 'tpc', '2026-01-05T09:25:00Z', { 'api-daily': 'down' });
    const { text } = await write(session, message);
    expect(text).toContain(
      'Pembaruan: sistem terakhir terlihat berjalan normal pada 5 Januari 2026 pukul 16.15 WIB.',
    );
    expect(text).not.toContain('Update: systems operating normally. ');
  });
});
