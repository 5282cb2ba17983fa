import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, onTestFinished, test } from 'vitest';
import { readTree } from '../testing/content.ts';
import { endingOf } from '../testing/ending.ts';
import { createRoutineContent } from '../testing/routine-content.ts';
import { reportDue } from './command.ts';

const words = { en: 'Secret words', id: 'Kata rahasia' };
const NOW = '2026-01-24T09:05:00Z';

/** A content with a public morning, an internal part beside it, and an internal routine of its own. */
async function withInternal() {
  const content = await createRoutineContent();
  const internalFolder = await mkdtemp(path.join(tmpdir(), 'terang-internal-'));
  onTestFinished(() => rm(internalFolder, { recursive: true, force: true }));
  await content.write();
  const folder = path.join(internalFolder, 'sample');
  const items = ['hidden-one', 'hidden-two'].map((id) => ({
    id,
    name: words,
    manual: { role: 'hidden-role', words },
  }));
  await content.write({ id: 'hidden-part', due: null, beside: 'morning', items }, folder);
  await content.write({ id: 'hidden-routine', items }, folder);
  return { ...content, internalFolder };
}
const everything = async (root: string) => JSON.stringify([...(await readTree(root))]);

test('TPC-21: internal results go to a folder beside the content, and the public report says only how many', async () => {
  const content = await withInternal();
  const { internalFolder } = content;
  const { reports, text } = await endingOf(reportDue(content.command(NOW, { internalFolder })));
  expect(reports).toMatchObject([{ routine: 'morning', internal: 2 }]);
  expect(await everything(content.root)).not.toMatch(/hidden|Secret|rahasia/);
  const files = [...(await readTree(content.scratch)).keys()];
  expect(files).toEqual([
    'internal/reports/sample/hidden-part/2026-01-24T090000Z.json',
    'internal/reports/sample/hidden-part/2026-01-24T090000Z.md',
    'internal/reports/sample/hidden-routine/2026-01-24T090000Z.json',
    'internal/reports/sample/hidden-routine/2026-01-24T090000Z.md',
  ]);
  expect(text).toContain('2 internal reports');
  const again = await endingOf(reportDue(content.command('2026-01-24T09:20:00Z', { internalFolder })));
  expect(again.text).toBe('Nothing is due.');
});

test('TPC-21: on a machine whose files are public nothing internal is written or said, but that', async () => {
  const content = await withInternal();
  const { internalFolder } = content;
  const { text } = await endingOf(reportDue(content.command(NOW, { internalFolder, publicMachine: true })));
  expect(text).toContain('Internal reports were not written');
  expect(text).not.toMatch(/hidden|Secret/);
  expect(await readdir(content.scratch)).toEqual([]);
});

test('TPC-21: encrypted to the team, one bundle leaves the machine, and only its key opens it', async () => {
  const content = await withInternal();
  const { internalFolder } = content;
  const identity = await generateX25519Identity();
  const encryptTo = await identityToRecipient(identity);
  const { text } = await endingOf(
    reportDue(content.command(NOW, { internalFolder, publicMachine: true, encryptTo })),
  );
  expect(text).not.toMatch(/hidden|Secret/);
  const [file, ...more] = [...(await readTree(content.scratch)).keys()];
  expect([file, more]).toEqual(['internal/2026-01-24T090500Z.age', []]);
  const bundle = await readFile(path.join(content.scratch, file ?? ''));
  expect(bundle.toString('latin1')).not.toContain('hidden');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const lines = (await decrypter.decrypt(bundle, 'text')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).report.routine)).toEqual(['hidden-part', 'hidden-routine']);
});

test('a key that is none is refused before anything is run', async () => {
  const content = await withInternal();
  const ending = await endingOf(reportDue(content.command(NOW, { encryptTo: 'age1nonsense' })));
  expect([ending.exitCode, ending.reports]).toEqual([1, undefined]);
  expect(ending.text).toContain('expected an age recipient');
});

test('TPC-21: an internal item in written content is refused, since that folder is published', async () => {
  const content = await createRoutineContent();
  const item = { id: 'a', name: words, visibility: 'internal', check: 'http' };
  await content.write({ items: [item] });
  const { text, exitCode } = await endingOf(reportDue(content.command(NOW)));
  expect(exitCode).toBe(1);
  expect(text).toContain('items.0.visibility: expected "public"');
});
