import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../testing/script-process.ts';
import { siteText } from '../../testing/site.ts';
import { createSession, onlyNote, write } from '../../testing/writing-session.ts';

test('npm run incident: without a terminal it asks nothing, names in the language of the terminal every missing answer, and ends with 1', async () => {
  const { contentRoot } = await createSession();
  const ended = await runCommand('incident', ['new'], {
    TERANG_CONTENT: contentRoot,
    LC_ALL: 'id_ID.UTF-8',
  });
  expect(ended).toMatchObject({
    code: 1,
    stdout: '',
    stderr:
      '--system belum diisi: Sistem yang mana?; salah satu dari tpc\n--playbook belum diisi: Playbook yang mana?\n',
  });
});

test('--help says what there is, of one command its answers, and ends with 0', async () => {
  const session = await createSession();
  const all = await write(session, '--help');
  expect(all.exitCode).toBe(0);
  expect(all.text).toMatch(/\n {2}npm run incident -- <command> \[options\]\n {2}new /);
  const one = await write(session, 'update --help --lang id');
  expect(one.exitCode).toBe(0);
  expect(one.text).toContain('npm run incident -- update 2026-02-01-api-fails --status identified');
  expect(one.text).toMatch(/--status identified +statusnya sekarang\n {2}--at /);
});

test('everything that is not known in what was typed is said at once, a line each, in the language that was asked for', async () => {
  const session = await createSession();
  const line = 'new --sytem tpc --title-en Daily distribution --zone Asia/Bandung --started';
  const { text, exitCode } = await write(session, `${line} --lang id`);
  expect(exitCode).toBe(1);
  expect(text.split('\n')).toEqual([
    '--sytem tidak dikenal di sini; apakah maksudnya "--system"?',
    'kata "distribution" berlebih: teks yang memuat spasi ditulis dalam "tanda kutip"',
    '--zone: "Asia/Bandung" bukan zona waktu; tulis Asia/Jakarta, Asia/Makassar, atau UTC',
    '--started tidak diikuti isinya',
  ]);
  expect((await write(session, 'updte')).text).toMatch(/^"updte" is not known; is "update" meant\?\n/);
});

test('a time that no clock shows is told from one that a change of clocks skips', async () => {
  const session = await createSession();
  const started = (time: string, more = '') =>
    write(session, `new --system tpc --playbook edge-5xx${more}`, ['--started', time]);
  expect((await started('2026-01-04 25:00')).text).toBe(
    '--started: "2026-01-04 25:00" does not exist: look at the day and the hour',
  );
  expect((await started('2025-03-30 02:30', ' --zone Europe/Berlin')).text).toContain(
    'where clocks are changed',
  );
  expect((await started('kemarin', ' --lang id')).text).toMatch(/^--started: "kemarin" bukan waktu/);
});

test('npm run incident takes times on the clock of the site where none is named', async () => {
  const session = await createSession();
  const { contentRoot } = session;
  await writeFile(
    path.join(contentRoot, 'written', 'site.yaml'),
    siteText({ time: { first: 'Asia/Makassar' } }),
  );
  const answers = ['new', '--system', 'tpc', '--playbook', 'edge-5xx', '--title-en', 'API fails'];
  await runCommand('incident', answers, { TERANG_CONTENT: contentRoot });
  const { text } = await onlyNote(session);
  expect(text).toMatch(/started: \d{4}-\d\d-\d\d \d\d:\d\d \+08:00/);
});

test('npm run incident: with its answers as flags it writes the note and ends with 0', async () => {
  const session = await createSession();
  const answers = ['new', '--system', 'tpc', '--playbook', 'edge-5xx', '--title-en', 'API fails'];
  const ended = await runCommand('incident', answers, { TERANG_CONTENT: session.contentRoot });
  const { file, slug } = await onlyNote(session);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain(`Written: ${file}`);
  expect(slug).toMatch(/^\d{4}-\d\d-\d\d-api-fails$/);
  expect(await readFile(file, 'utf8')).toMatch(/started: \d{4}-\d\d-\d\d \d\d:\d\d \+07:00/);
});
