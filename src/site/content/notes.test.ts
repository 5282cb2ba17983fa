import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import { readTree } from '../../testing/content.ts';
import { createNotedContent } from '../../testing/noted-content.ts';
import { NOTE } from '../../testing/notes.ts';
import { PNG } from '../../testing/rasters.ts';

const FILE = 'incidents/2026-01-05-distribution-delayed.md';

beforeEach(() => {
  vi.resetModules();
  return () => vi.unstubAllEnvs();
});

async function notesOf(root: string) {
  vi.stubEnv('TERANG_CONTENT', root);
  return (await import('./notes.ts')).notes;
}

test('before anything was accepted there are no notes', async () => {
  const content = await createNotedContent();
  expect((await notesOf(content.root))()).toEqual(NO_NOTES);
});

test('what was accepted is what is read, once for each manifest, whatever the written file says by now', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  await content.accept('2026-01-05T09:35:00Z');
  await content.write(FILE, 'Not accepted.');
  const notes = await notesOf(content.root);
  expect(notes()).toEqual(await content.published());
  expect(notes()).toBe(notes());
  await content.accept('2026-01-05T09:40:00Z');
  expect(notes().incidents).toMatchObject([
    { posted_at: '2026-01-05T09:35:00Z', refused: { since: '2026-01-05T09:40:00Z' } },
  ]);
});

test('a damaged file stops the build by its name', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  await content.accept('2026-01-05T09:35:00Z');
  const [file = ''] = [...(await readTree(content.generated)).keys()].filter((name) =>
    name.startsWith('accepted/'),
  );
  await appendFile(path.join(content.generated, file), '\n');
  const notes = await notesOf(content.root);
  expect(notes).toThrow(`${file} was changed by hand or damaged`);
});

test('an image is served as it was accepted, whatever stands beside the note by now; a damaged one stops the build', async () => {
  const content = await createNotedContent();
  await content.write('incidents/images/delay.png', PNG);
  await content.write(FILE, NOTE.replaceAll('**.', '**.\n\n![The delay](images/delay.png)'));
  await content.accept('2026-01-05T09:35:00Z');
  await content.write('incidents/images/delay.png', null);
  vi.stubEnv('TERANG_CONTENT', content.root);
  const { noteImages, notes } = await import('./notes.ts');
  const [image] = noteImages();
  expect([image?.name, image?.type, image?.bytes()]).toEqual([`${sha256Hex(PNG)}.png`, 'png', PNG]);
  vi.resetModules();
  await appendFile(path.join(content.generated, 'images', image?.name ?? ''), 'x');
  expect(image?.bytes).toThrow(`${image?.name} was changed by hand or damaged`);
  expect(notes().incidents).toHaveLength(1); // Read before.
  expect((await import('./notes.ts')).notes).toThrow(`${image?.name} was changed by hand or damaged`);
});

test('a manifest that is gone is not "no notes"', async () => {
  const content = await createNotedContent();
  await content.write(FILE, NOTE);
  await content.accept('2026-01-05T09:35:00Z');
  await content.write('../generated/notes/manifest.json', null);
  expect(await notesOf(content.root)).toThrow('manifest.json is missing');
});
