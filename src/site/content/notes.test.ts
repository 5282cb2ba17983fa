import { appendFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { enterContent } from '../../fold/enter.ts';
import { foldFaults } from '../../fold/faults.ts';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import { type ResponseTarget, targetsOf } from '../../incidents/model/response.ts';
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

describe('an incident that was entered later than it says that it was published', () => {
  const target = { level: 'critical', act: 'responded', within: 'PT1H' } as ResponseTarget;
  const [other, late] = ['incidents/2026-01-18-other.md', FILE];
  const otherNote = NOTE.replaceAll('2026-01-05', '2026-01-18');

  /** Content of two honest runs; then a note, which says and is recorded as seen 18 minutes after it began. */
  async function withLateNote() {
    const content = await createNotedContent();
    await content.write(other, otherNote);
    await content.accept('2026-01-18T09:40:00Z');
    await content.accept('2026-01-30T00:00:00Z');
    await content.write(late, NOTE);
    await content.accept('2026-01-05T09:30:00Z', { clock: '2026-01-30T00:05:00Z' });
    // What that run left is dated before the run before it, which the fold names; the next one dates it anew.
    await content.accept('2026-01-30T00:08:00Z');
    return content;
  }

  test('is told by the log: nobody can tell whether it met its target, and one on time met it as before', async () => {
    const content = await withLateNote();
    // Files, record, manifest and log fit: nothing is altered, it came late.
    expect(foldFaults(content.root, '2026-01-30T00:10:00Z')).toEqual([]);
    const notes = (await notesOf(content.root))();
    const verdicts = notes.incidents.map((one) => [one.note.slug, targetsOf(one, [target])[0]?.verdict]);
    expect(verdicts).toEqual([
      ['2026-01-18-other', 'met'],
      ['2026-01-05-distribution-delayed', 'untold'],
    ]);
    const [honest, backdated] = notes.incidents;
    expect(honest?.late).toBeUndefined();
    const told = { stated: '2026-01-05T09:30:00Z', logged: '2026-01-30T00:00:00Z', began: false };
    expect(backdated).toMatchObject({ posted_at: told.logged, late: { note: told } });
    expect(backdated?.late?.updates).toEqual(new Map([[1, told]]));
    // Without the log, which alone knows better, it would have met it.
    const [, believed] = (await content.published()).incidents;
    expect(believed && targetsOf(believed, [target])[0]?.verdict).toBe('met');
  });

  test('and one that is older than the log is from before it began: its own time stands, and proves no target', async () => {
    const content = await createNotedContent();
    await content.write(FILE, NOTE);
    await content.accept('2026-01-05T09:30:00Z');
    await rm(path.join(content.root, 'generated', 'log'), { recursive: true });
    await enterContent(content.root, '2026-02-01T00:00:00Z');
    const [old] = (await notesOf(content.root))().incidents;
    const told = { stated: '2026-01-05T09:30:00Z', logged: '2026-02-01T00:00:00Z', began: true };
    expect(old).toMatchObject({ posted_at: told.stated, late: { note: told } });
    expect(old && targetsOf(old, [target])[0]?.verdict).toBe('untold');
  });
});
