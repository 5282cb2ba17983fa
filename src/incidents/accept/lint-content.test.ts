import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { languagesOf } from '../../commands/frame/languages.ts';
import { lintReport } from '../../commands/github/lint-report.ts';
import { ExpectedError } from '../../core/expected-error.ts';
import { createNotedContent } from '../../testing/noted-content.ts';
import { NOTE } from '../../testing/notes.ts';
import { PNG } from '../../testing/rasters.ts';
import { temporaryFolder } from '../../testing/repository.ts';
import { formatFindings, lintContent, sentencesOf } from './lint-content.ts';
import { straysOf } from './strays.ts';

const NOW = '2026-01-05T10:00:00Z';
const FILE = 'incidents/2026-01-05-delayed.md';
const GOOD = NOTE.replace('started:', 'next_update_by: 2026-01-05T18:00+07:00\nstarted:');

test('a note with an error ends with 1 and names file, line, rule and what to write instead', async () => {
  const content = await createNotedContent();
  await content.write(FILE, GOOD.replace('components: [distribution]', 'components: [distributon]'));
  const ending = await lintContent({ contentRoot: content.root, now: NOW });
  expect(ending.exitCode).toBe(1);
  const place = `${path.join(content.root, 'written', FILE)}:4:14`;
  expect(formatFindings(ending, ['en'])).toBe(
    `${place} error facts: "distributon" is not a component of tpc\n` +
      '    Did you mean "distribution"? There are: distribution.\n' +
      '1 note looked at: 1 error, 0 warnings.',
  );
  expect(formatFindings(ending, ['id'])).toBe(
    `${place} kesalahan facts: "distributon" bukan komponen tpc\n` +
      '    Apakah maksud Anda "distribution"? Yang ada: distribution.\n' +
      '1 catatan diperiksa: 1 kesalahan, 0 peringatan.',
  );
});

test.each([
  ['id', { TERANG_LANG: 'en' }, ['id']],
  [undefined, { TERANG_LANG: 'both', LANG: 'en_GB.UTF-8' }, ['en', 'id']],
  [undefined, { GITHUB_ACTIONS: 'true', LANG: 'C.UTF-8' }, ['en', 'id']],
  [undefined, { LANG: 'id_ID.UTF-8' }, ['id']],
  [undefined, { LC_ALL: '', LANG: 'C.UTF-8' }, ['en']],
])('--lang %s with %j: findings are said in %j', (asked, env, languages) => {
  expect(languagesOf(asked, env)).toEqual(languages);
});

test('a language that findings are not said in is refused by its name', () => {
  expect(() => languagesOf(undefined, { TERANG_LANG: 'jv' })).toThrow(ExpectedError);
});

test('warnings alone end with 0', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  const ending = await lintContent({ contentRoot: content.root, now: NOW });
  expect(ending).toMatchObject({ exitCode: 0, findings: [{ level: 'warning', rule: 'times' }] });
});

test('what stands as it was published is not judged anew; what changed of it is', async () => {
  const content = await createNotedContent();
  await content.write(FILE, GOOD);
  expect((await content.accept(NOW)).exitCode).toBe(0);
  expect(await lintContent({ contentRoot: content.root, now: NOW })).toMatchObject({ notes: 0, exitCode: 0 });
  await content.write(FILE, GOOD.replace('16:30 +07:00', '16:31 +07:00'));
  const { findings } = await lintContent({ contentRoot: content.root, now: NOW });
  expect(findings.map(({ rule }) => rule)).toEqual(['published']);
});

test('a published note whose file is gone is an error, even where the record was taken along', async () => {
  const content = await createNotedContent();
  await content.write(FILE, GOOD);
  await content.accept(NOW);
  const publishedRoot = await temporaryFolder();
  await cp(path.join(content.root, 'generated'), path.join(publishedRoot, 'generated'), { recursive: true });
  const proposed = await createNotedContent();
  expect((await lintContent({ contentRoot: proposed.root, now: NOW })).exitCode).toBe(0);
  const ending = await lintContent({ contentRoot: proposed.root, publishedRoot, now: NOW });
  expect(ending.findings).toMatchObject([{ rule: 'published', code: 'published.file-gone' }]);
  expect(ending.exitCode).toBe(1);
});

test('files can be named; one that is not there is told, and not passed over', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  await content.write('incidents/2026-01-06-other.md', 'nothing');
  const named = path.join(content.root, 'written', FILE);
  const ending = await lintContent({ contentRoot: content.root, files: [named, 'missing.md'], now: NOW });
  expect(ending).toMatchObject({ notes: 1, exitCode: 1, problems: [], strangers: ['missing.md'] });
  expect(formatFindings(ending, ['id'])).toContain('missing.md: ini bukan catatan: tidak ada berkas');
});

test('GitHub shows each finding beside its line, and a summary in both languages without HTML of the note', async () => {
  const content = await createNotedContent();
  await content.write(FILE, GOOD.replace('**16:00 WIB**', '<img src=x>'));
  const { notices, text, table } = lintReport(await lintContent({ contentRoot: content.root, now: NOW }));
  expect(notices[0]).toMatchObject({
    level: 'error',
    title: 'form',
    place: { file: path.join(content.root, 'written', FILE), line: 15 },
  });
  expect(text).toMatch(/1 note looked at: 1 error,.*\n1 catatan diperiksa: 1 kesalahan,/);
  expect(table?.rows[0]?.slice(2, 4)).toEqual(['can be read as a note', 'ditulis sesuai format']);
  expect(table?.rows.flat().join(' ')).not.toContain('<img');
});

test('a system whose file is wrong is told, and its notes are not let through', async () => {
  const content = await createNotedContent();
  await writeFile(path.join(content.root, 'written/systems/tpc/system.yaml'), 'id: 7');
  await content.write(FILE, GOOD);
  const ending = await lintContent({ contentRoot: content.root, now: NOW });
  expect(ending).toMatchObject({ exitCode: 1, problems: [{ field: 'id' }, {}, {}] });
  const file = path.join(content.root, 'written/systems/tpc/system.yaml');
  const [english, indonesian] = [formatFindings(ending, ['en']), formatFindings(ending, ['id'])];
  expect(english).toContain(`${file}:1:5 id: expected text, received a number\n`);
  expect(english).toContain('name: expected a mapping with fields, and there is none\n');
  expect(indonesian).toContain(`${file}:1:5 id: harus berupa teks, bukan angka\n`);
  expect(indonesian).toContain('name: isian ini tidak ada; harus berupa kumpulan isian\n');
});

test('TPC-20 a promise in the words of a system, a routine, a playbook or a rotation is an error with its place', async () => {
  const content = await createNotedContent();
  await content.write(FILE, GOOD);
  await content.write(
    'systems/tpc/routines/weekly.yaml',
    'id: weekly\nname: { en: "Guaranteed profit and 12% ROI", id: "Untung dijamin" }\n',
  );
  await content.write(
    'systems/tpc/rotations.yaml',
    'rotations:\n  - what: "a key"\n    reason: { en: "This page does not promise results.", id: "Hasil dijamin" }\n',
  );
  const { findings, exitCode } = await lintContent({ contentRoot: content.root, now: NOW });
  expect(exitCode).toBe(1);
  expect([
    ...new Set(
      findings.map(({ file, line, column, rule }) => `${path.basename(file)}:${line}:${column} ${rule}`),
    ),
  ]).toEqual(['rotations.yaml:3:62 promise', 'weekly.yaml:2:13 promise', 'weekly.yaml:2:50 promise']);
});

test('TPC-20 what is written here about the five systems promises nothing', async () => {
  const { findings } = await lintContent({ contentRoot: 'content', now: NOW });
  expect(findings.filter(({ rule }) => rule === 'promise')).toEqual([]);
});

const WINDOW = NOTE.replace('severity: critical\nplaybook: cron-failure\nstarted:', 'lasts: PT1H\nstarts:');

test.each([
  ['incidents/2026/01/2026-01-05-delayed.md', NOTE, 'content/written/incidents/2026-01-05-delayed.md'],
  ['incident/2026-01-05-delayed.md', NOTE, 'content/written/incidents/2026-01-05-delayed.md'],
  ['insiden/2026-01-05-delayed.md', NOTE, 'content/written/incidents/2026-01-05-delayed.md'],
  ['Incidents/2026-01-05-delayed', NOTE, 'content/written/incidents/2026-01-05-delayed'],
  ['2026-01-05-delayed.markdown', NOTE, 'content/written/incidents/2026-01-05-delayed.markdown'],
  ['systems/tpc/2026-01-05-delayed.md', NOTE, 'content/written/incidents/2026-01-05-delayed.md'],
  ['maintenance/2026/upgrade.md', WINDOW, 'content/written/maintenance/upgrade.md'],
  ['maintenance/2026-01-05-delayed.md', NOTE, 'move it to content/written/incidents'],
  ['incidents/2026-01-05-upgrade.md', WINDOW, 'move it to content/written/maintenance'],
  ['incidents/2026/01-05-api.md', NOTE, 'Move it to content/written/incidents/2026-01-05-api.md.'],
  ['incidents/2026/01/05-api.md', NOTE, 'Move it to content/written/incidents/2026-01-05-api.md.'],
  ['incidents/old/api.md', NOTE, 'Move it to content/written/incidents/2026-01-05-api.md.'],
  ['incidents/2026-01-05-delayed.docx', 'PK', 'a note is a Markdown file'],
  ['incidents/2026-01-05-delayed.markdown', NOTE, 'rename it to 2026-01-05-delayed.md'],
  ['incidents/2026-01-05-delayed.md.txt', NOTE, 'rename it to 2026-01-05-delayed.md'],
  ['incidents/2026-01-05-delayed', NOTE, 'rename it to 2026-01-05-delayed.md'],
  ['incidents/2026-01-05 Delayed.MD', NOTE, 'rename it to 2026-01-05-delayed.md'],
  ['systems/tpc/routine/weekly.yaml', 'id: weekly', 'Give it the name of the one that is meant'],
  ['systems/tpc/rotation.yaml', 'rotations: []', 'Give it the name of the one that is meant'],
  ['system/tpc/sql/a.sql', 'SELECT 1', 'Move it to content/written/systems/tpc/sql/a.sql.'],
])(
  'a file that nothing reads where it stands is named with where it belongs, and holds up no other: %s',
  async (file, text, where) => {
    const content = await createNotedContent();
    await content.write('incidents/README.md', 'How to');
    await content.write('incidents/images/unused.png', PNG);
    await content.write('incidents/2026-01-05-other.md', NOTE);
    await content.write(file, text);
    const ending = await lintContent({ contentRoot: content.root, now: NOW });
    const errors = ending.findings.filter(({ level }) => level === 'error');
    expect(errors.map((one) => path.relative(path.join(content.root, 'written'), one.file))).toContain(file);
    expect(errors.flatMap((one) => sentencesOf(one, 'en')).join(' ')).toContain(where);
    expect(ending.exitCode).toBe(1);
    const { exitCode, text: told } = await content.accept(NOW);
    expect([exitCode, told.includes(`written/${file}:1:1`)]).toEqual([1, true]);
    const { incidents, refused } = await content.published();
    expect(incidents.map(({ note }) => note.slug)).toEqual(['2026-01-05-other']);
    expect(refused.map((one) => one.file)).toEqual(
      file.startsWith('sys') && !file.endsWith('.md') ? [] : [file],
    );
  },
);

test.each([
  ['../../incidents/2026-01-05-x.md', NOTE, 'incidents/2026-01-05-x.md', 'incidents/2026-01-05-x.md'],
  ['../../Insiden/2026/01-05-x.md', NOTE, 'Insiden/2026/01-05-x.md', 'incidents/2026-01-05-x.md'],
  ['../../maintenance/upgrade.md', WINDOW, 'maintenance/upgrade.md', 'maintenance/upgrade.md'],
  ['../../2026-01-05-x.md', 'Not a note yet', '2026-01-05-x.md', 'incidents/2026-01-05-x.md'],
  ['../2026-01-05-x.md', 'Not a note yet', 'content/2026-01-05-x.md', 'incidents/2026-01-05-x.md'],
  ['../generated/notes/x.md', NOTE, 'content/generated/notes/x.md', 'incidents/2026-01-05-x.md'],
])(
  'a note outside of content/written is named with where it belongs, and no other Markdown file is: %s',
  async (file, text, seen, target) => {
    const content = await createNotedContent();
    for (const other of [
      '../README.md',
      '../../README.md',
      '../../docs/guide.md',
      '../../incidents/README.md',
    ])
      await content.write(other, 'How to');
    await content.write(file, text);
    const ending = await lintContent({ contentRoot: content.root, now: NOW });
    expect(ending.findings.map((one) => path.relative(content.root, one.file))).toEqual([
      path.join('written', file),
    ]);
    for (const language of ['en', 'id'] as const) {
      const said = ending.findings.flatMap((one) => sentencesOf(one, language)).join(' ');
      expect(said).toContain(`"${seen}"`);
      expect(said).toContain(`content/written/${target}.`);
    }
    const { exitCode, text: told } = await content.accept(NOW);
    expect([exitCode, told.includes(`"${seen}"`)]).toEqual([1, true]);
    expect((await content.published()).refused).toEqual([]);
  },
);

test.each([
  'content/written/incidents/2026-01-05-x.md',
  'content/2026-01-05-x.md',
  'content/generated/notes/x.md',
  'incidents/2026/x.md',
  'maintenance/upgrade.md',
  '2026-01-05-x.md',
])('the workflow that looks at notes runs for %s', async (file) => {
  const workflow = parse(await readFile('.github/workflows/notes.yml', 'utf8'));
  const paths: readonly string[] = workflow.on.pull_request.paths;
  expect(paths.some((pattern) => path.matchesGlob(file, pattern))).toBe(true);
});

test('a link beside the notes that leads to nothing or to a folder stops nothing; what is no note is not called one', async () => {
  const content = await createNotedContent();
  await content.write('incidents/2026-01-05-other.md', NOTE);
  await content.write('README.id.md', '# Cara menulis');
  await content.write('LICENSE', 'MIT');
  await content.write('../../incidents/node_modules/foo/2026-01-05-x.md', NOTE);
  await symlink('nowhere.md', path.join(content.root, '..', 'old.md'));
  await symlink('incidents', path.join(content.root, 'written', 'extra.md'));
  const { exitCode, text } = await content.accept(NOW);
  expect([exitCode, text.includes('written/LICENSE:1:1'), text.includes('node_modules')]).toEqual([
    1,
    true,
    false,
  ]);
  const { incidents, refused } = await content.published();
  expect([incidents.length, refused]).toEqual([1, []]);
});

test('the policy of the log is read where it stands, and nothing else is there', async () => {
  const content = await createNotedContent();
  await content.write('log/policy', 'log log.example+00000000+AAAA\n');
  expect(await straysOf(content.root)).toEqual([]);
  expect((await content.accept(NOW)).exitCode).toBe(0);
  await content.write('log/policy.txt', '');
  expect((await straysOf(content.root)).map(({ file }) => file)).toEqual(['log/policy.txt']);
});

test('every file of this repository below content/written is read where it stands', async () => {
  expect(await straysOf('content')).toEqual([]);
});
