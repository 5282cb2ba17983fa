import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checked, createSession, fillIn, onlyNote, refusals, write } from '../../testing/writing-session.ts';

const NEW = 'new --system tpc --playbook cron-failure --started 2026-01-05T16:12+07:00';
const titles = ['--title-en', 'Daily distribution delayed', '--title-id', 'Distribusi harian tertunda'];

describe('a first note', () => {
  test('TPC-18: is written in both languages from the playbook, and refused by the lint until its places are filled', async () => {
    const session = await createSession();
    await checked(session, 'tpc', '2026-01-05T09:15:00Z');
    const { text, exitCode } = await write(session, NEW, titles);
    const note = await onlyNote(session);
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
    expect((await refusals(session, note.file)).map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'unfilled 15',
      'unfilled 19',
    ]);
    await fillIn(note.file);
    expect(await refusals(session, note.file)).toEqual([]);
  });

  test('names every missing answer at once, and every wrong one, and writes nothing', async () => {
    const session = await createSession();
    expect(await write(session, 'new')).toEqual({
      exitCode: 1,
      text: '--system is missing: Which system?; one of tpc\n' + '--playbook is missing: Which playbook?',
    });
    const wrong = 'new --system tpc --playbook cron-failure --severity huge --components distributon,api';
    expect((await write(session, `${wrong} --started 2026-01-05T17:00+07:00`)).text.split('\n')).toEqual([
      '--severity: "huge" is not known here; one of critical, standard',
      '--components: "distributon" is not known here; is "distribution" meant?',
      '--started: 2026-01-05T17:00+07:00 is in the future',
    ]);
    await expect(onlyNote(session)).rejects.toThrow('ENOENT');
  });

  test('never overwrites another: the second of a name has a number', async () => {
    const session = await createSession();
    await write(session, NEW, titles);
    const first = await onlyNote(session);
    await write(session, `${NEW} --severity standard`, titles);
    expect((await onlyNote(session)).names.toSorted()).toEqual([
      '2026-01-05-daily-distribution-delayed-2.md',
      '2026-01-05-daily-distribution-delayed.md',
    ]);
    expect(await readFile(first.file, 'utf8')).toBe(first.text);
  });

  test('of a title without Latin letters has a name in ASCII; quotes and colons in a title do no harm', async () => {
    const session = await createSession();
    const odd = ['--title-en', 'تأخير 🚨', '--title-id', 'Gangguan: "API", tertunda'];
    await write(session, NEW, odd);
    const { slug, file } = await onlyNote(session);
    expect(slug).toBe('2026-01-05-incident');
    await fillIn(file);
    expect((await refusals(session, file)).filter(({ rule }) => rule === 'form' || rule === 'facts')).toEqual(
      [],
    );
  });

  test('is written on the clock of Jakarta unless another zone is named', async () => {
    const session = await createSession();
    await write(session, 'new --system tpc --playbook edge-5xx --zone Asia/Makassar', [
      '--started',
      '2026-01-05 17:00',
    ]);
    const { text } = await onlyNote(session);
    expect(text).toContain('started: 2026-01-05 17:00 +08:00');
    expect(text).toContain('## Investigating · 2026-01-05 17:30 +08:00');
    expect((await write(session, 'new --zone Asia/Bandung')).text).toContain(
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
    const session = await createSession({
      system: 'voucher',
      asker: async ({ flag, initial }) => {
        asked.push(flag);
        return answers[flag] ?? initial ?? '';
      },
    });
    expect((await write(session, 'new')).exitCode).toBe(0);
    expect(asked).toEqual([
      'system',
      'playbook',
      'severity',
      'components',
      'title-en',
      'title-id',
      'started',
      'next-update',
      'place-en',
      'place-id',
    ]);
    const { text, slug } = await onlyNote(session);
    expect(slug).toBe('2026-01-05-reception-page-slow');
    expect(text).not.toContain('playbook:');
    expect(text).toContain('Informasi: Terjadi gangguan teknis.');
    expect(text).toContain('What users may notice: […].');
  });

  test.each([
    ['14:30', '2026-01-05 14:30 +07:00'],
    ['9.05', '2026-01-05 09:05 +07:00'],
    ['2026-01-04 23:10', '2026-01-04 23:10 +07:00'],
  ])('a time of today is enough, and is shown in full: %s', async (typed, full) => {
    const shown: (string | null | undefined)[] = [];
    const session = await createSession({
      asker: async ({ flag, initial, fault, understood }) => {
        if (flag !== 'started') return initial ?? 'x';
        shown.push(fault?.(typed), understood?.(typed));
        return typed;
      },
    });
    await write(session, NEW.replace(/ --started \S+/, ''), titles);
    expect(shown).toEqual([null, full]);
    expect((await onlyNote(session)).text).toContain(`started: ${full}`);
  });

  test('by when more is told: the severity’s cadence unless the writer says otherwise, and never a time that is past', async () => {
    const session = await createSession();
    const said = await write(session, `${NEW} --next-update 16:00`, titles);
    expect([said.exitCode, said.text]).toEqual([1, '--next-update: 16:00 has passed']);
    expect((await write(session, `${NEW} --next-update 18.45`, titles)).exitCode).toBe(0);
    expect((await onlyNote(session)).text).toContain('next_update_by: 2026-01-05 18:45 +07:00');
  });

  test('a place to fill in is no title: it is not offered to who is asked, and refused as an answer', async () => {
    const offered: (string | undefined)[] = [];
    const session = await createSession({
      asker: async ({ flag, initial, fault }) => {
        if (!flag.startsWith('title-')) return initial ?? 'x';
        offered.push(initial, fault?.('[…]') ?? undefined);
        return 'A title';
      },
    });
    await write(session, NEW);
    const refused = 'a place to fill in is no title';
    expect(offered).toEqual([undefined, refused, undefined, refused]);
    expect((await onlyNote(session)).text).toContain('title: { en: A title, id: A title }');
  });

  test('asks for what belongs in each marked place; what is not answered keeps its mark', async () => {
    const asked: string[] = [];
    const session = await createSession({
      asker: async ({ flag, asks, initial }) => {
        if (flag.startsWith('place')) asked.push(asks);
        return flag === 'place-en' ? 'this morning.' : (initial ?? '');
      },
    });
    await checked(session, 'tpc', '2026-01-05T09:15:00Z');
    await write(session, `${NEW} --lang id`, titles);
    const { text } = await onlyNote(session);
    expect(asked[0]).toBe(
      'Apa isi […]? (bahasa Inggris; kosongkan bila belum diketahui) "Alert: The daily distribution has not run since […]."',
    );
    expect(text).toContain('has not run since this morning. Team');
    expect(text).toContain('belum berjalan sejak […]. Tim');
  });

  test('takes the writer’s own words in place of the playbook’s', async () => {
    const session = await createSession();
    const own = ['--text-en', 'Payments wait.', '--text-id', 'Pembayaran tertunda.'];
    expect((await write(session, NEW, [...titles, ...own])).text).toContain('Nothing is left to fill in.');
    expect((await onlyNote(session)).text).toMatch(
      /### English\n\nPayments wait\.\n\n### Indonesia\n\nPembayaran tertunda\.\n$/,
    );
  });
});

test('a broken playbook costs itself only, and the writer is told where', async () => {
  const session = await createSession();
  const broken = path.join(session.contentRoot, 'written/systems/tpc/playbooks/edge-5xx.yaml');
  await writeFile(broken, 'id: edge-5xx\n');
  const { text, exitCode } = await write(session, NEW, titles);
  expect(exitCode).toBe(0);
  expect(text).toContain(`${broken}:1:1 severity: `);
  expect((await write(session, 'new --system tpc --playbook edge-5xx')).text).toContain(
    '"edge-5xx" is not known here',
  );
});
