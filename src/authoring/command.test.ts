import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runScript } from '../testing/script-process.ts';
import { createDesk, onlyNote } from '../testing/writing-desk.ts';

test('npm run incident: without a terminal it asks nothing, names every missing answer, and ends with 1', async () => {
  const { contentRoot } = await createDesk();
  const ended = await runScript('incident.ts', ['new'], { TERANG_CONTENT: contentRoot });
  expect(ended).toEqual({
    code: 1,
    stdout: '',
    stderr: '--system is missing: Which system?; one of tpc\n--playbook is missing: Which playbook?\n',
  });
});

test('npm run incident: with its answers as flags it writes the note and ends with 0', async () => {
  const desk = await createDesk();
  const answers = ['new', '--system', 'tpc', '--playbook', 'edge-5xx', '--title-en', 'API fails'];
  const ended = await runScript('incident.ts', answers, { TERANG_CONTENT: desk.contentRoot });
  const { file, slug } = await onlyNote(desk);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain(`Written: ${file}`);
  expect(slug).toMatch(/^\d{4}-\d\d-\d\d-api-fails$/);
  expect(await readFile(file, 'utf8')).toMatch(/started: \d{4}-\d\d-\d\d \d\d:\d\d \+07:00/);
});
