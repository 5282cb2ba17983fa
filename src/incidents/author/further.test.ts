import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { checked, createSession, fillIn, onlyNote, refusals, write } from '../../testing/writing-session.ts';
import type { Asker } from './question.ts';
import type { Session } from './session.ts';

const NEW = 'new --system tpc --playbook cron-failure --started 2026-01-05T16:12+07:00';
const titles = ['--title-en', 'Daily distribution delayed', '--title-id', 'Distribusi harian tertunda'];

describe('when it was over', () => {
  const begun = async (asker: Session['asker']) => {
    const session = await createSession({ system: 'event-api', asker });
    await checked(session, 'event-api', '2026-01-05T09:15:00Z');
    await write(
      { ...session, asker: null },
      'new --system event-api --playbook p0-outage --started 2026-01-05T15:00+07:00',
    );
    const { slug } = await onlyNote(session);
    return { session, slug };
  };

  test('is asked, apart from when it is said', async () => {
    const { session, slug } = await begun(async ({ flag, initial }) =>
      flag === 'over' ? '15:40' : (initial ?? ''),
    );
    expect((await write(session, `update ${slug} --status over`)).exitCode).toBe(0);
    const { text } = await onlyNote(session);
    expect(text).toContain('resolved: 2026-01-05 15:40 +07:00');
    expect(text).toContain('· 2026-01-05 16:30 +07:00');
  });

  test('is named by --over, and lies between its beginning and the update', async () => {
    const { session, slug } = await begun(null);
    const said = async (over: string) => (await write(session, `resolve ${slug} --over ${over}`)).text;
    expect(await said('14:59')).toBe('--over: it began only at 2026-01-05 15:00 +07:00');
    expect(await said('16:31')).toBe('--over: 16:31 is in the future');
    const later = { ...session, now: '2026-01-05T10:30:00Z' };
    expect((await write(later, `resolve ${slug} --at 17:00 --over 17:10`)).text).toBe(
      '--over: 17:10 is later than the update that says so, 2026-01-05 17:00 +07:00',
    );
    expect(await said('15:40')).toContain('Written: ');
    expect((await onlyNote(session)).text).toContain('resolved: 2026-01-05 15:40 +07:00');
  });

  test('who resolves before the checklist is filled in is offered to say first that it is over', async () => {
    const offered: unknown[] = [];
    const { session, slug } = await begun(async ({ flag, initial, choices }) => {
      if (flag === 'first')
        offered.push(
          initial,
          choices?.map(({ value }) => value),
        );
      return initial ?? '';
    });
    expect((await write(session, `resolve ${slug}`)).exitCode).toBe(0);
    expect(offered).toEqual(['over', ['over', 'resolved']]);
    const { text } = await onlyNote(session);
    expect(text).toContain('## Over');
    expect(text).not.toContain('checklist:');
  });
});

describe('what is given with an update', () => {
  const begun = async () => {
    const session = await createSession();
    await write(session, NEW, titles);
    return { session, slug: (await onlyNote(session)).slug };
  };

  test('and has no place there is refused, not thrown away', async () => {
    const { session, slug } = await begun();
    const before = (await onlyNote(session)).text;
    const said = async (line: string) => (await write(session, line)).text;
    expect(await said(`update ${slug} --status identified --over 16:20`)).toContain(
      '--over has no place with the status identified',
    );
    expect(await said(`update ${slug} --status over --next-update 18:00`)).toContain(
      '--next-update has no place with the status over',
    );
    expect((await onlyNote(session)).text).toBe(before);
  });

  test('can be that no time is named for the next one: what was named before is taken out', async () => {
    const { session, slug } = await begun();
    expect((await onlyNote(session)).text).toContain('next_update_by:');
    await write(session, `update ${slug} --status identified --next-update none`);
    expect((await onlyNote(session)).text).not.toContain('next_update_by:');
  });

  test('is due by the cadence from now on, also where it is said later than it was', async () => {
    const { session, slug } = await begun();
    await write({ ...session, now: '2026-01-05T15:00:00Z' }, `update ${slug} --status identified --at 16:40`);
    const [, due = ''] = /next_update_by: (\S+ \S+ \S+)/.exec((await onlyNote(session)).text) ?? [];
    expect(due > '2026-01-05 22:00').toBe(true);
  });
});

describe('a further update', () => {
  const started = async () => {
    const session = await createSession();
    await checked(session, 'tpc', '2026-01-05T09:15:00Z');
    await write(session, NEW, titles);
    const note = await onlyNote(session);
    const later = { ...session, now: '2026-01-05T11:40:00Z' };
    return { session, later, ...note };
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

  test('what people did is said, left out, or left marked, as the person at the terminal answers', async () => {
    const { later, file, slug } = await started();
    const identified = async (answer: string) => {
      const before = await readFile(file, 'utf8');
      const asker: Asker = async ({ flag }) => (flag === 'true' ? answer : '');
      await write({ ...later, asker }, `update ${slug} --status identified`);
      return (await readFile(file, 'utf8')).slice(before.length);
    };
    expect(await identified('yes')).toMatch(/\. The distribution schedule is paused until/);
    expect(await identified('no')).not.toContain('schedule is paused');
    expect(await identified('later')).toContain('[…] The distribution schedule is paused');
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
    const mistyped = slug.replace('daily', 'dialy');
    expect((await write(later, `update ${mistyped} --status identified`)).text).toBe(
      `--slug: "${mistyped}" is not known here; is "${slug}" meant?`,
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
    const session = await createSession({ system: 'event-api' });
    await checked(session, 'event-api', '2026-01-05T09:15:00Z');
    await write(session, 'new --system event-api --playbook p0-outage --started 2026-01-05T15:00+07:00');
    const { file, slug } = await onlyNote(session);
    await fillIn(file);
    const { exitCode } = await write(session, `resolve ${slug}`);
    const text = await readFile(file, 'utf8');
    expect(exitCode).toBe(0);
    expect(text).toContain('resolved: 2026-01-05 16:30 +07:00\n');
    expect(text).not.toContain('next_update_by');
    expect(text).toContain('time_to_recover: PT1H30M');
    expect(text).toContain('It lasted 1 hour 30 minutes. The API answers as it should.');
    expect(text).toContain('Lamanya 1 jam 30 menit. API menjawab sebagaimana mestinya.');
    expect(await refusals(session, file)).not.toEqual([]);
    await fillIn(file);
    expect(await refusals(session, file)).toEqual([]);
  });

  test('EVT-09: a grave one is told as over at once, and its checklist closes it', async () => {
    const session = await createSession({ system: 'event-api' });
    await checked(session, 'event-api', '2026-01-05T09:15:00Z');
    await write(session, 'new --system event-api --playbook p0-outage --started 2026-01-05T15:00+07:00');
    const { file, slug } = await onlyNote(session);
    await fillIn(file);
    expect((await write(session, `update ${slug} --status over`)).exitCode).toBe(0);
    const over = await readFile(file, 'utf8');
    expect(over).toContain('resolved: 2026-01-05 16:30 +07:00\n');
    expect(over).toContain('It lasted 1 hour 30 minutes. The post-incident checklist follows.');
    expect(over).not.toContain('checklist:');
    expect(await refusals(session, file)).toEqual([]);
    const later = { ...session, now: '2026-01-05T10:30:00Z' };
    expect((await write(later, `resolve ${slug}`)).exitCode).toBe(0);
    const closed = await fillIn(file);
    expect(closed).toContain('resolved: 2026-01-05 16:30 +07:00\n');
    expect(closed).toContain('time_to_recover: PT1H30M');
    expect(await refusals(later, file)).toEqual([]);
  });

  test('one that was published by mistake is withdrawn, with a place for the role and the reason; nothing follows', async () => {
    const session = await createSession();
    await write(session, 'new --system tpc --playbook data-mismatch --started 2026-01-05T16:00+07:00');
    const { file, slug } = await onlyNote(session);
    expect((await write(session, `update ${slug} --status withdrawn`)).exitCode).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('withdrawn_by: { en: "[…]", id: "[…]" }');
    expect(text).toContain('Catatan ini terbit karena keliru: […].');
    expect((await write(session, `resolve ${slug}`)).text).toContain('was withdrawn: begin a new note');
  });

  test('a standard one needs none; what the checks do not confirm is said so', async () => {
    const session = await createSession();
    await checked(session, 'tpc', '2026-01-05T09:15:00Z', { 'batch-hashes': 'down' });
    await write(session, 'new --system tpc --playbook data-mismatch --started 2026-01-05T16:00+07:00');
    const { file, slug } = await onlyNote(session);
    await write(session, `resolve ${slug}`);
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain('checklist');
    expect(text).toContain('Our checks still find a difference in what was published.');
    expect(text).not.toContain('The published figures agree with each other.');
  });

  test('a post-mortem follows the resolution, once; then only corrections do', async () => {
    const session = await createSession();
    await write(session, 'new --system tpc --playbook data-mismatch --started 2026-01-05T16:00+07:00');
    const { file, slug } = await onlyNote(session);
    expect((await write(session, `postmortem ${slug}`)).text).toContain('is not resolved yet');
    await write(session, `resolve ${slug}`);
    expect((await write(session, `postmortem ${slug}`)).exitCode).toBe(0);
    expect((await write(session, `postmortem ${slug}`)).exitCode).toBe(1);
    expect((await write(session, `update ${slug} --status monitoring`)).text).toContain(
      'is resolved: correct it',
    );
    expect((await write(session, `update ${slug} --status correction`)).exitCode).toBe(0);
    const text = await fillIn(file);
    expect(text.match(/^## \S+/gm)).toEqual([
      '## Investigating',
      '## Resolved',
      '## Post-mortem',
      '## Correction',
    ]);
    expect(await refusals(session, file)).toEqual([]);
  });
});
