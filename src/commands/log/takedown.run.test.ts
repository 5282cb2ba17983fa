import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { enterContent } from '../../fold/enter.ts';
import { foldFaults } from '../../fold/faults.ts';
import { datasetSeries, RECORD, snapshotFolder, WORDS } from '../../ledger/snapshot-folder.ts';
import { openFolder, rootOf } from '../../store/published.ts';
import { publishRows, ROWS } from '../../testing/published-content.ts';
import { createRepository, type TestClone } from '../../testing/repository.ts';
import { runCommand } from '../../testing/script-process.ts';
import { STATED } from '../../testing/takedown.ts';
import { rewriteLines } from '../../testing/tampering.ts';
import { recordSince } from '../repository/record-since.ts';

vi.setConfig({ testTimeout: 60_000 });

const TPC = snapshotFolder('tpc');
const ROW = ROWS.changelog[0]?.id ?? '';

let clone: TestClone;
beforeEach(async () => {
  clone = await createRepository({});
  await publishRows(clone.contentRoot, 'tpc', ROWS, '2026-02-02T00:00:00Z');
  await enterContent(clone.contentRoot, '2026-02-02T00:00:00Z');
  await clone.git('add', '--all');
  await clone.git('commit', '--quiet', '--message', 'Published');
});

const takeDown = (...args: string[]) =>
  runCommand('log', ['takedown', ...args], { TERANG_CONTENT: clone.contentRoot });
const published = () => openFolder(rootOf(clone.contentRoot, TPC), TPC);
const faults = () => foldFaults(clone.contentRoot, new Date().toISOString());

test('npm run log -- takedown: the texts of a row go, their digests stay, the log names each, and nothing else may', async () => {
  expect(faults()).toEqual([]);
  const done = await takeDown('tpc', 'changelog', ROW, ...STATED);
  expect(done, done.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('3 texts') });

  expect(faults()).toEqual([]);
  expect(await recordSince(clone.contentRoot, 'HEAD')).toEqual([]);
  const { rows } = published();
  expect(rows(datasetSeries('changelog'))[0]).toMatchObject({ reason: null, old_value: null, key: 'fee' });
  const all = JSON.stringify([...rows(WORDS), ...rows(datasetSeries('changelog'))]);
  expect(all).not.toContain('As announced.');
  // Who has the text can prove what it was.
  const entry = rows(RECORD).find(({ id }) => id === ROW);
  const { reason = '' } = entry !== undefined && 'value' in entry ? entry.value : {};
  const sealed = rows(WORDS).find(({ digest }) => digest === reason);
  expect(sha256Hex(`${sealed?.salt}As announced.`)).toBe(reason);
  expect(sealed).toMatchObject({ taken_down: { by: 'compliance', reason: { en: 'It named a person.' } } });
  const log = path.join(clone.contentRoot, 'generated/log/entries');
  const month = new Date().toISOString().slice(0, 7);
  expect(await readFile(path.join(log, `${month}.jsonl`), 'utf8')).toContain(
    `"id":"tpc/${reason}","kind":"takedown"`,
  );

  // The same once more changes nothing, and a source that has the text still does not publish it again.
  expect(await takeDown('tpc', 'changelog', ROW, ...STATED)).toMatchObject({ code: 0 });
  expect(faults()).toEqual([]);
});

test('a text that vanishes without an entry, or stands in spite of one, or for another reason than is entered, is named', async () => {
  const sealed = await readFile(path.join(rootOf(clone.contentRoot, TPC), 'manifest.json'), 'utf8');
  expect(sealed).toContain('words/');
  await rewriteLines(clone.contentRoot, TPC, WORDS, (lines) =>
    lines.map(({ text: _, ...line }) => ({ ...line, text: undefined })),
  );
  const gone = expect.objectContaining({ fault: 'takedown', folder: 'tpc' });
  expect(faults()).toContainEqual(gone);
  await clone.git('checkout', '--quiet', '.');

  await takeDown('tpc', 'changelog', ROW, ...STATED);
  await rewriteLines(clone.contentRoot, TPC, WORDS, (lines) =>
    lines.map((line) =>
      line.taken_down === undefined
        ? line
        : { ...line, taken_down: { ...(line.taken_down as object), reason: { en: 'Spam.', id: 'Spam.' } } },
    ),
  );
  expect(faults()).toContainEqual(gone);
});

test('what is no row, no role or no reason is refused, all of it at once, and nothing is written', async () => {
  const { code, stderr } = await takeDown('tpc', 'nothing', 'x', '--by', 'me');
  expect(code).toBe(1);
  for (const part of ['nothing is no dataset', '--by with one of', '--reason-en and --reason-id'])
    expect(stderr).toContain(part);
  expect(await takeDown('tpc', 'changelog', 'another', ...STATED)).toMatchObject({ code: 1 });
  expect(await takeDown('other', 'changelog', ROW, ...STATED)).toMatchObject({ code: 1 });
  expect(await clone.git('status', '--porcelain')).toBe('');
});
