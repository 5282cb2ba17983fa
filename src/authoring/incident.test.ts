import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checked, createDesk, fillIn, onlyNote, refusals, write } from '../testing/writing-desk.ts';

const NEW = 'new --system tpc --playbook cron-failure --started 2026-01-05T16:12+07:00';
const titles = ['--title-en', 'Daily distribution delayed', '--title-id', 'Distribusi harian tertunda'];

describe('a first note', () => {
  test('TPC-18: is written in both languages from the playbook, and refused by the lint until its places are filled', async () => {
    const desk = await createDesk();
    await checked(desk, 'tpc', '2026-01-05T09:15:00Z');
    const { text, exitCode } = await write(desk, NEW, titles);
    const note = await onlyNote(desk);
    expect(exitCode).toBe(0);
    expect(note.names).toEqual(['2026-01-05-daily-distribution-delayed.md']);
    expect(note.text).toBe(`---
title: { en: Daily distribution delayed, id: Distribusi harian tertunda }
system: tpc
components: [ distribution ]
severity: critical
playbook: cron-failure
started: 2026-01-05 16:12 +07:00
next_update_by: 2026-01-05 17:30 +07:00
---

## Investigating · 2026-01-05 16:30 +07:00

### English

Alert: The daily distribution has not run since […]. Team is investigating. Transparency data remains available.

### Indonesia

Informasi: Distribusi harian belum berjalan sejak […]. Tim sedang menyelidiki. Data transparansi tetap tersedia.
`);
    expect(text).toContain(`${note.file}:15: Alert: The daily distribution`);
    expect((await refusals(desk, note.file)).map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'unfilled 15',
      'unfilled 19',
    ]);
    await fillIn(note.file);
    expect(await refusals(desk, note.file)).toEqual([]);
  });

  test('names every missing answer at once, and every wrong one, and writes nothing', async () => {
    const desk = await createDesk();
    expect(await write(desk, 'new')).toEqual({
      exitCode: 1,
      text: '--system is missing: Which system?; one of tpc\n' + '--playbook is missing: Which playbook?',
    });
    const wrong = 'new --system tpc --playbook cron-failure --severity huge --components distributon,api';
    expect((await write(desk, `${wrong} --started 2026-01-05T17:00+07:00`)).text.split('\n')).toEqual([
      '--severity: "huge" is not known here; one of critical, standard',
      '--components: "distributon" is not known here; one of distribution, api, transparency-page, published-data',
      '--started: 2026-01-05T17:00+07:00 is in the future',
    ]);
    await expect(onlyNote(desk)).rejects.toThrow('ENOENT');
  });

  test('never overwrites another: the second of a name has a number', async () => {
    const desk = await createDesk();
    await write(desk, NEW, titles);
    const first = await onlyNote(desk);
    await write(desk, `${NEW} --severity standard`, titles);
    expect((await onlyNote(desk)).names.toSorted()).toEqual([
      '2026-01-05-daily-distribution-delayed-2.md',
      '2026-01-05-daily-distribution-delayed.md',
    ]);
    expect(await readFile(first.file, 'utf8')).toBe(first.text);
  });

  test('of a title without Latin letters has a name in ASCII; quotes and colons in a title do no harm', async () => {
    const desk = await createDesk();
    const odd = ['--title-en', 'تأخير 🚨', '--title-id', 'Gangguan: "API", tertunda'];
    await write(desk, NEW, odd);
    const { slug, file } = await onlyNote(desk);
    expect(slug).toBe('2026-01-05-incident');
    await fillIn(file);
    expect((await refusals(desk, file)).filter(({ rule }) => rule === 'form' || rule === 'facts')).toEqual(
      [],
    );
  });

  test('is written on the clock of Jakarta unless another zone is named', async () => {
    const desk = await createDesk();
    await write(desk, 'new --system tpc --playbook edge-5xx --zone Asia/Makassar', [
      '--started',
      '2026-01-05 17:00',
    ]);
    const { text } = await onlyNote(desk);
    expect(text).toContain('started: 2026-01-05 17:00 +08:00');
    expect(text).toContain('## Investigating · 2026-01-05 17:30 +08:00');
    expect((await write(desk, 'new --zone Asia/Bandung')).text).toContain(
      '"Asia/Bandung" is not a time zone',
    );
  });

  test('without a playbook has plain words; every question that no flag answers is asked', async () => {
    const answers: Record<string, string> = {
      system: 'voucher',
      playbook: 'none',
      severity: 'low',
      components: 'reception',
      'title-en': 'Reception page slow',
      'title-id': 'Halaman resepsionis lambat',
    };
    const asked: string[] = [];
    const desk = await createDesk({
      system: 'voucher',
      asker: async ({ flag, initial }) => {
        asked.push(flag);
        return answers[flag] ?? initial ?? '';
      },
    });
    expect((await write(desk, 'new')).exitCode).toBe(0);
    expect(asked).toEqual([
      'system',
      'playbook',
      'severity',
      'components',
      'title-en',
      'title-id',
      'started',
    ]);
    const { text, slug } = await onlyNote(desk);
    expect(slug).toBe('2026-01-05-reception-page-slow');
    expect(text).not.toContain('playbook:');
    expect(text).toContain('Informasi: Terjadi gangguan teknis.');
  });
});

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

describe('a further update', () => {
  const started = async () => {
    const desk = await createDesk();
    await checked(desk, 'tpc', '2026-01-05T09:15:00Z');
    await write(desk, NEW, titles);
    const note = await onlyNote(desk);
    const later = { ...desk, now: '2026-01-05T11:40:00Z' };
    return { desk, later, ...note };
  };

  test('is one section behind the others; comments, order and quotation marks of the facts stay', async () => {
    const { later, file, slug, text } = await started();
    const commented = text
      .replace('severity: critical', "severity: 'critical'   # asked twice\n# the runbook's A")
      .replace('next_update_by: 2026-01-05 17:30 +07:00', 'next_update_by: 2026-01-05 17:30 +07:00 # soon');
    await writeFile(file, commented);
    expect((await write(later, `update ${slug}.md --status identified`)).exitCode).toBe(0);
    const updated = await readFile(file, 'utf8');
    const expected = commented.replace('2026-01-05 17:30 +07:00 # soon', '2026-01-05 19:40 +07:00 # soon');
    expect(updated.startsWith(expected)).toBe(true);
    const added = updated.slice(expected.length);
    expect(added.match(/^## .*$/gm)).toEqual(['## Identified · 2026-01-05 18:40 +07:00']);
    expect(added).toContain('Pembaruan: penyebabnya telah ditemukan: […].');
  });

  test('what people did is offered behind a place, so that somebody confirms it', async () => {
    const { later, file, slug } = await started();
    await write(later, `update ${slug} --status identified`);
    expect(await readFile(file, 'utf8')).toContain(
      '[…] The distribution schedule is paused until the fix has been tested.',
    );
  });

  test('keeps the ends of lines of an editor on Windows', async () => {
    const { later, file, slug, text } = await started();
    await writeFile(file, text.replaceAll('\n', '\r\n'));
    await write(later, `update ${slug} --status monitoring`);
    const updated = await readFile(file, 'utf8');
    expect(updated.replaceAll('\r\n', '')).not.toContain('\n');
    expect(updated).toContain('## Monitoring');
  });

  test('takes the writer’s own words in both languages, and refuses one alone', async () => {
    const { later, file, slug } = await started();
    const one = await write(later, `update ${slug} --status monitoring`, ['--text-en', 'Update: it runs.']);
    expect(one).toEqual({ exitCode: 1, text: '--text-id is missing: both languages say the same' });
    await write(later, `update ${slug} --status monitoring`, [
      '--text-en',
      'Update: it runs.',
      '--text-id',
      'Pembaruan: sudah berjalan.',
    ]);
    expect(await readFile(file, 'utf8')).toMatch(
      /### English\n\nUpdate: it runs\.\n\n### Indonesia\n\nPembaruan: sudah berjalan\.\n$/,
    );
  });

  test('is refused before an earlier one, in the future, of no incident, without a status: the note stays as it was', async () => {
    const { later, file, slug, text } = await started();
    const early = ['--at', '2026-01-05 16:00'];
    expect((await write(later, `update ${slug} --status identified`, early)).text).toContain(
      'a later time is needed',
    );
    const late = ['--at', '2026-01-05 23:00'];
    expect((await write(later, `update ${slug} --status identified`, late)).text).toContain(
      'is in the future',
    );
    expect((await write(later, 'update 2026-01-01-nothing --status identified')).text).toContain(
      `one of ${slug}`,
    );
    expect((await write(later, 'update')).text.split('\n')).toEqual([
      expect.stringMatching(/^--slug is missing/),
      expect.stringMatching(/^--status is missing/),
    ]);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('to a note that can not be read is refused with file, line and field', async () => {
    const { later, file, slug, text } = await started();
    await writeFile(file, text.replace('started: 2026-01-05 16:12 +07:00', 'started: yesterday'));
    const { text: told, exitCode } = await write(later, `update ${slug} --status identified`);
    expect(exitCode).toBe(1);
    expect(told).toContain(`${file}:7:10 started: `);
  });
});

describe('the end of an incident', () => {
  test('EVT-09: a grave one gets its checklist to fill in, and is refused by the lint until it is', async () => {
    const desk = await createDesk({ system: 'event-api' });
    await checked(desk, 'event-api', '2026-01-05T09:15:00Z');
    await write(desk, 'new --system event-api --playbook p0-outage --started 2026-01-05T15:00+07:00');
    const { file, slug } = await onlyNote(desk);
    await fillIn(file);
    const { exitCode } = await write(desk, `resolve ${slug}`);
    const text = await readFile(file, 'utf8');
    expect(exitCode).toBe(0);
    expect(text).toContain('resolved: 2026-01-05 16:30 +07:00\n');
    expect(text).not.toContain('next_update_by');
    expect(text).toContain('time_to_recover: PT1H30M');
    expect(text).toContain('It lasted 1 hour 30 minutes. The API answers as it should.');
    expect(text).toContain('Lamanya 1 jam 30 menit. API menjawab sebagaimana mestinya.');
    expect(await refusals(desk, file)).not.toEqual([]);
    await fillIn(file);
    expect(await refusals(desk, file)).toEqual([]);
  });

  test('a standard one needs none; what the checks do not confirm is said so', async () => {
    const desk = await createDesk();
    await checked(desk, 'tpc', '2026-01-05T09:15:00Z', { 'batch-hashes': 'down' });
    await write(desk, 'new --system tpc --playbook data-mismatch --started 2026-01-05T16:00+07:00');
    const { file, slug } = await onlyNote(desk);
    await write(desk, `resolve ${slug}`);
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain('checklist');
    expect(text).toContain('Our checks still find a difference in what was published.');
    expect(text).not.toContain('The published figures agree with each other.');
  });

  test('a post-mortem follows the resolution, once; then only corrections do', async () => {
    const desk = await createDesk();
    await write(desk, 'new --system tpc --playbook data-mismatch --started 2026-01-05T16:00+07:00');
    const { file, slug } = await onlyNote(desk);
    expect((await write(desk, `postmortem ${slug}`)).text).toContain('is not resolved yet');
    await write(desk, `resolve ${slug}`);
    expect((await write(desk, `postmortem ${slug}`)).exitCode).toBe(0);
    expect((await write(desk, `postmortem ${slug}`)).exitCode).toBe(1);
    expect((await write(desk, `update ${slug} --status monitoring`)).text).toContain(
      'is resolved: correct it',
    );
    expect((await write(desk, `update ${slug} --status correction`)).exitCode).toBe(0);
    const text = await fillIn(file);
    expect(text.match(/^## \S+/gm)).toEqual([
      '## Investigating',
      '## Resolved',
      '## Post-mortem',
      '## Correction',
    ]);
    expect(await refusals(desk, file)).toEqual([]);
  });
});

test('a broken playbook costs itself only, and the writer is told where', async () => {
  const desk = await createDesk();
  const broken = path.join(desk.contentRoot, 'written/systems/tpc/playbooks/edge-5xx.yaml');
  await writeFile(broken, 'id: edge-5xx\n');
  const { text, exitCode } = await write(desk, NEW, titles);
  expect(exitCode).toBe(0);
  expect(text).toContain(`${broken}:1:1 severity: `);
  expect((await write(desk, 'new --system tpc --playbook edge-5xx')).text).toContain(
    '"edge-5xx" is not known here',
  );
});
