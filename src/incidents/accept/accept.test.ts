import { appendFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ABSENT } from '../../ledger/manifest.ts';
import { contentLines } from '../../store/publish.ts';
import { readTree } from '../../testing/content.ts';
import { createNotedContent } from '../../testing/noted-content.ts';
import { NOTE, RECURRING, update } from '../../testing/notes.ts';

const FILE = 'incidents/2026-01-05-distribution-delayed.md';
const FIRST = '2026-01-05T09:35:00Z';
const LATER = '2026-01-05T11:05:00Z';
const RESOLVED = update('Monitoring', '2026-01-05 18:00 +07:00', 'It runs again.', 'Sudah berjalan lagi.');
const MAINTENANCE = `${RECURRING}
## Scheduled · 2026-01-05 16:30 +07:00

### English

Every Sunday the system is updated.

### Indonesia

Setiap hari Minggu sistem diperbarui.
`;

async function withNote() {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  expect(await content.accept(FIRST)).toMatchObject({ exitCode: 0 });
  return content;
}

const only = async (content: Awaited<ReturnType<typeof withNote>>) => {
  const [incident, ...others] = (await content.published()).incidents;
  if (incident === undefined || others.length > 0) throw new Error('expected one incident');
  return incident;
};

describe('what publishing saw first', () => {
  test('a note is posted when a run first sees it, and so is each update', async () => {
    const content = await withNote();
    await content.write(FILE, NOTE + RESOLVED);
    const ending = await content.accept(LATER);
    expect(ending).toMatchObject({
      exitCode: 0,
      text: 'incident 2026-01-05-distribution-delayed: update 2 posted\n1 note is published.',
    });
    const incident = await only(content);
    expect(incident.posted_at).toBe(FIRST);
    expect([...incident.updates_posted]).toEqual([
      [1, FIRST],
      [2, LATER],
    ]);
    expect(incident.note.updates[1]).toMatchObject({ status: 'monitoring', at: '2026-01-05T11:00:00Z' });
    expect(incident).toMatchObject({ changes: [], refused: null, gone: null });
  });

  test('a fact that changes stays in the record as it was, its words among those that could go by law', async () => {
    const content = await withNote();
    const corrected = (field: string, was: string) =>
      `  - { at: 2026-01-05 18:00 +07:00, field: ${field}, was: ${was}, reason: { en: Less grave, id: Tidak separah itu } }\n`;
    const corrections =
      corrected('title.en', 'Daily distribution delayed') + corrected('severity', 'critical');
    await content.write(
      FILE,
      NOTE.replace('Daily distribution delayed', 'Distribution delayed')
        .replace('severity: critical', 'severity: low')
        .replace('playbook:', `corrections:\n${corrections}playbook:`),
    );
    expect(await content.accept(LATER)).toMatchObject({ exitCode: 0 });
    const incident = await only(content);
    expect(incident.note).toMatchObject({ severity: 'low', impact: 'minor' });
    expect(incident.changes).toEqual([
      { seen_at: LATER, field: 'impact', before: 'critical', after: 'minor' },
      { seen_at: LATER, field: 'severity', before: 'critical', after: 'low' },
      {
        seen_at: LATER,
        field: 'title.en',
        before: 'Daily distribution delayed',
        after: 'Distribution delayed',
      },
      {
        seen_at: LATER,
        field: 'corrections',
        before: null,
        after: expect.stringContaining('"reason":{"en":"Less grave"'),
      },
    ]);
    const record = [...(await readTree(content.generated))].filter(([file]) => file.startsWith('record/'));
    expect(record).toHaveLength(1);
    expect(record[0]?.[1]).not.toMatch(/distribution delayed|tertunda|has not run|Less grave/i);
  });

  test('a maintenance is published with the windows that its rule gives', async () => {
    const content = await createNotedContent();
    await content.write('maintenance/weekly-update.md', MAINTENANCE);
    expect(await content.accept(FIRST)).toMatchObject({ exitCode: 0 });
    expect((await content.published()).maintenance).toMatchObject([
      { posted_at: FIRST, note: { slug: 'weekly-update', starts: '2026-01-31T18:00:00Z' } },
    ]);
  });

  test('a window is called off without a correction: nothing that was published was wrong', async () => {
    const content = await createNotedContent();
    await content.write('maintenance/weekly-update.md', MAINTENANCE);
    await content.accept(FIRST);
    const off = MAINTENANCE.replace('lasts: PT2H', 'lasts: PT2H\ncancelled: [2026-02-08 01:00 +07:00]');
    await content.write('maintenance/weekly-update.md', off);
    expect(await content.accept(LATER)).toMatchObject({ exitCode: 0 });
    expect((await content.published()).maintenance).toMatchObject([
      { note: { cancelled: ['2026-02-07T18:00:00Z'] }, refused: null },
    ]);
  });

  test('a file that is gone leaves what was published, says since when, and may come back', async () => {
    const content = await withNote();
    await content.write(FILE, null);
    const ending = await content.accept(LATER);
    expect(ending).toMatchObject({ exitCode: 0, text: expect.stringContaining('its file is gone') });
    expect(await only(content)).toMatchObject({ gone: LATER, posted_at: FIRST });
    expect((await only(content)).note.updates).toHaveLength(1);
    await content.accept('2026-01-05T12:00:00Z');
    expect((await only(content)).gone).toBe(LATER);
    await content.write(FILE, NOTE);
    expect(await content.accept('2026-01-05T13:00:00Z')).toMatchObject({
      text: expect.stringContaining('its file is back'),
    });
    expect(await only(content)).toMatchObject({ gone: null, posted_at: FIRST });
  });

  test('a file that was renamed is refused and not published twice, also with a further update', async () => {
    const content = await withNote();
    await content.write(FILE, null);
    await content.write(FILE.replace('.md', '-renamed.md'), NOTE + RESOLVED);
    const { manifest, text } = await content.accept(LATER, { languages: ['id'] });
    const name = '2026-01-05-distribution-delayed.md';
    expect(manifest?.refused).toMatchObject([
      { refusals: [{ rule: 'renamed', line: 10, code: 'renamed', values: { name } }] },
    ]);
    expect(await only(content)).toMatchObject({ gone: LATER });
    expect(text).toContain(`Kembalikan nama berkas menjadi ${name}`);
  });
});

describe('what is refused', () => {
  test.each([
    ['edited', NOTE.replace('has not run', 'has never run')],
    ['dated otherwise', NOTE.replace('16:30', '16:31')],
    ['called otherwise', NOTE.replace('Investigating', 'Identified')],
    ['removed', `${NOTE.slice(0, NOTE.indexOf('##'))}${RESOLVED}`],
  ])(
    'a published update that was %s: what was published stands, and it is said since when',
    async (_, text) => {
      const content = await withNote();
      await content.write(FILE, text + RESOLVED);
      for (const now of [LATER, '2026-01-05T12:00:00Z']) {
        expect(await content.accept(now)).toMatchObject({ exitCode: 1 });
        const incident = await only(content);
        expect(incident.note.updates.map((one) => one.text.en)).toEqual([
          'The daily distribution has not run since **16:00 WIB**.',
        ]);
        expect(incident.refused?.since).toBe(LATER);
        expect(incident.refused?.refusals[0]?.line).toBeGreaterThan(0);
      }
      await content.write(FILE, NOTE + RESOLVED);
      expect(await content.accept('2026-01-05T13:00:00Z')).toMatchObject({ exitCode: 0 });
      expect(await only(content)).toMatchObject({ refused: null });
      expect((await only(content)).updates_posted.get(2)).toBe('2026-01-05T13:00:00Z');
    },
  );

  test('does not rest on the lint: without one, a published update still can not be rewritten', async () => {
    const content = await withNote();
    await content.write(FILE, NOTE.replace('has not run', 'has never run'));
    expect(await content.accept(LATER, { lint: async () => [] })).toMatchObject({ exitCode: 1 });
    expect((await only(content)).refused?.refusals).toEqual([
      {
        rule: 'published-update',
        line: 10,
        column: 1,
        code: 'refused.update-altered',
        values: { number: 1 },
      },
    ]);
  });

  test('is kept as rules, places, codes and values: no sentence of ours', async () => {
    const content = await createNotedContent();
    await content.write(FILE, NOTE.replace('severity: critical', 'severity: criticl'));
    expect((await content.accept(FIRST)).text).toContain('"criticl" is not a severity of tpc. Did you mean');
    const known = ['critical', 'low'];
    expect((await content.published()).refused[0]?.refusals).toEqual([
      {
        rule: 'facts',
        line: 5,
        column: 11,
        code: 'facts.severity',
        values: {
          name: 'criticl',
          system: 'tpc',
          advice: { code: 'advice.meant', values: { meant: 'critical', known } },
        },
      },
    ]);
    expect(await readFile(path.join(content.generated, 'manifest.json'), 'utf8')).not.toContain(
      'Did you mean',
    );
  });

  test('was kept as a sentence before there were codes: it is still read, and the next run has the code', async () => {
    const content = await createNotedContent();
    await content.write(FILE, NOTE.replace('severity: critical', 'severity: criticl'));
    await content.accept(FIRST);
    const file = path.join(content.generated, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    const reason = '"criticl" is no severity of tpc. Did you mean "critical"? There are: critical, low.';
    manifest.refused[0].refusals = [{ rule: 'facts', line: 5, column: 11, reason }];
    await content.write('../generated/notes/manifest.json', JSON.stringify(manifest));
    expect((await content.published()).refused).toEqual([
      { file: FILE, since: FIRST, refusals: [{ rule: 'facts', line: 5, column: 11 }] },
    ]);
    await content.accept('2026-01-05T09:36:00Z');
    expect((await content.published()).refused).toMatchObject([
      { since: FIRST, refusals: [{ rule: 'facts', code: 'facts.severity' }] },
    ]);
    expect(await readFile(file, 'utf8')).not.toContain('Did you mean');
  });

  test('nor can a note without any form be let through, or a defect of the lint stop the others', async () => {
    const content = await createNotedContent();
    await content.write(FILE, NOTE);
    await content.write('incidents/2026-01-06-bad.md', 'Nothing.');
    const lint = async ({ slug }: { slug: string }) => {
      if (slug === '2026-01-06-bad') return [];
      throw new RangeError('a defect');
    };
    await content.accept(FIRST, { lint });
    const { incidents, refused } = await content.published();
    expect(incidents).toEqual([]);
    expect(refused.map(({ file, refusals }) => [file, refusals[0]?.rule])).toEqual([
      [FILE, 'defect'],
      ['incidents/2026-01-06-bad.md', 'form'],
    ]);
  });

  test('one bad note among twenty good ones: twenty are published, the one is told with its line', async () => {
    const content = await createNotedContent();
    const note = NOTE.replaceAll('2026-01-05', '2026-01-29');
    for (let minute = 10; minute < 30; minute += 1)
      await content.write(
        `incidents/2026-01-29-delayed-${minute}.md`,
        note.replace('T16:12', `T16:${minute}`),
      );
    await content.write(
      'incidents/2026-01-29-worse.md',
      note.replace('severity: critical', 'severity: terrible'),
    );
    await content.write('incidents/2026-01-30-note.md.txt', note);
    const ending = await content.accept('2026-01-30T00:00:00Z');
    expect(ending.exitCode).toBe(1);
    expect(ending.text).toContain(`${content.root}/written/incidents/2026-01-29-worse.md:5:`);
    const { incidents, refused } = await content.published();
    expect(incidents).toHaveLength(20);
    expect(incidents[0]?.note.slug).toBe('2026-01-29-delayed-29');
    expect(refused.map(({ file }) => file)).toEqual([
      'incidents/2026-01-29-worse.md',
      'incidents/2026-01-30-note.md.txt',
    ]);
  });

  test('a system whose file is wrong holds up the notes of its own only, and what was published of them stands', async () => {
    const content = await withNote();
    await content.write('systems/tpc/system.yaml', 'id: [');
    const ending = await content.accept(LATER);
    expect(ending).toMatchObject({ exitCode: 1, text: expect.stringContaining('system.yaml:1:') });
    expect((await only(content)).note).toMatchObject({ impact: 'critical' });
    expect((await only(content)).refused).toBeNull();
  });
});

test('an official wallet of the published data may be named, any other may not', async () => {
  const content = await createNotedContent();
  const [official, other] = [
    '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU',
    '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM',
  ];
  const row = { name: 'Treasury', address: official, type: null, explorer_url: null };
  const { file, text } = contentLines('wallets', 'all', [row]);
  const wallets = { ...ABSENT, state: 'current', rows: 1, files: [file] };
  const manifest = {
    format: 'terang/manifest/1',
    system: 'tpc',
    source: { kind: 'postgres', demo: false, form: null },
    observed_at: FIRST,
    valid_until: LATER,
    datasets: { wallets },
    record: { entries: [], words: [] },
  };
  await content.write(`../generated/tpc/${file.path}`, text);
  await content.write('../generated/tpc/manifest.json', JSON.stringify(manifest));
  await content.write(FILE, NOTE.replaceAll('**.', `** on ${official}.`));
  await content.write('incidents/2026-01-05-other.md', NOTE.replaceAll('**.', `** on ${other}.`));
  await content.accept(FIRST);
  const { incidents, refused } = await content.published();
  expect(incidents.map(({ note }) => note.slug)).toEqual(['2026-01-05-distribution-delayed']);
  expect(refused[0]?.refusals[0]?.rule).toBe('wallet');
});

describe('the folder', () => {
  test('nothing new: nothing is written, and after an hour the time of the last look alone', async () => {
    const content = await withNote();
    const before = await readTree(content.generated);
    await content.accept('2026-01-05T10:30:00Z');
    expect(await readTree(content.generated)).toEqual(before);
    await content.accept(LATER);
    const after = await readTree(content.generated);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [file, text] of after)
      expect(text).toBe(before.get(file)?.replace(`"observed_at":"${FIRST}"`, `"observed_at":"${LATER}"`));
  });

  test('a new note leaves the files of other months as they are', async () => {
    const content = await withNote();
    const before = await readTree(content.generated);
    await content.write('incidents/2026-02-05-delayed.md', NOTE.replaceAll('2026-01-05', '2026-02-05'));
    await content.accept('2026-02-05T10:00:00Z');
    const after = await readTree(content.generated);
    const kept = [...before.keys()].filter((file) => file.endsWith('.jsonl'));
    expect(kept.filter((file) => !after.has(file))).toEqual([]);
  });

  test('demo and real notes never share one', async () => {
    const content = await withNote();
    expect(await content.accept(LATER, { demo: true })).toMatchObject({
      exitCode: 1,
      text: 'This folder holds real notes and what comes is demo. Use a folder of its own.',
    });
  });

  test('whose figures or checks are invented holds invented notes, and one with real ones no invented notes', async () => {
    const content = await createNotedContent();
    await content.write('../generated/status/manifest.json', '{"demo":true}');
    expect(await content.accept(FIRST)).toMatchObject({ exitCode: 0, manifest: { demo: true } });
    const real = await createNotedContent();
    await real.write('../generated/status/manifest.json', '{"demo":false}');
    expect(await real.accept(FIRST, { demo: true })).toMatchObject({ exitCode: 1 });
  });

  test('edited by hand, it is named and nothing is written', async () => {
    const content = await withNote();
    const [file] = [...(await readTree(content.generated)).keys()].filter((name) =>
      name.startsWith('record/'),
    );
    await appendFile(path.join(content.generated, file ?? ''), '{}\n');
    const ending = await content.accept(LATER);
    expect(ending).toMatchObject({ exitCode: 1 });
    expect(ending.text).toContain(`${file} was changed by hand`);
  });

  test('without its manifest no new record is begun', async () => {
    const content = await withNote();
    await rm(path.join(content.generated, 'manifest.json'));
    expect(await content.accept(LATER)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('manifest.json is missing'),
    });
  });

  test('two runs at once: both end well, and each update is in the record once', async () => {
    const content = await createNotedContent();
    await content.write(FILE, NOTE);
    const endings = await Promise.all([content.accept(FIRST), content.accept(FIRST)]);
    expect(endings.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(endings[0]?.manifest?.record.entries).toEqual(endings[1]?.manifest?.record.entries);
    const { record } = JSON.parse(await readFile(path.join(content.generated, 'manifest.json'), 'utf8'));
    expect(record.entries).toMatchObject([{ rows: 2 }]);
  });
});
