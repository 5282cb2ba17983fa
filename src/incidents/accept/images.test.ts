import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import { readTree } from '../../testing/content.ts';
import { createNotedContent } from '../../testing/noted-content.ts';
import { NOTE, update } from '../../testing/notes.ts';
import { JPEG, jpegWith, PNG, pngWith } from '../../testing/rasters.ts';
import { readNotes } from './content.ts';
import { lintContent } from './lint-content.ts';

const FILE = 'incidents/2026-01-05-distribution-delayed.md';
const FIRST = '2026-01-05T09:35:00Z';
const LATER = '2026-01-05T11:05:00Z';
const OTHER = pngWith('tEXt', 'Software\0Another');
const showing = (file: string, note = NOTE) => note.replaceAll('**.', `**.\n\n![The delay](${file})`);
const further = (status: string, file: string) =>
  update(
    status,
    '2026-01-05 18:00 +07:00',
    `What it looks like:\n\n![By hour](${file})`,
    `Gambarannya:\n\n![Per jam](${file})`,
  );

/** A note that shows an image, as it was published. */
async function withImage() {
  const content = await createNotedContent();
  await content.write('incidents/images/delay.png', PNG);
  await content.write(FILE, showing('images/delay.png'));
  expect(await content.accept(FIRST)).toMatchObject({ exitCode: 0 });
  return content;
}

type Content = Awaited<ReturnType<typeof withImage>>;
const imagesOf = async (content: Content) =>
  (await content.published()).incidents[0]?.images.map(({ path: name, sha256 }) => [name, sha256]);
const filesOf = async (content: Content) =>
  [...(await readTree(content.generated))].filter(([file]) => file.startsWith('images/'));

describe('an image that a note shows', () => {
  test('is kept by the SHA-256 of its bytes with its size, and the record holds it as a salted hash', async () => {
    const content = await withImage();
    expect((await content.published()).incidents[0]?.images).toEqual([
      {
        path: 'images/delay.png',
        sha256: sha256Hex(PNG),
        type: 'png',
        bytes: PNG.length,
        width: 6,
        height: 4,
      },
    ]);
    expect(await filesOf(content)).toEqual([
      [`images/${sha256Hex(PNG)}.png`, Buffer.from(PNG).toString('latin1')],
    ]);
    const { record, words } = await readNotes(content.generated);
    const sealed = record.get('incident-update')?.values().next().value?.first.images;
    expect(words.get(sealed ?? '')?.text).toBe(`{"images/delay.png":"${sha256Hex(PNG)}"}`);
  });

  test('stands when its file is gone, and a further update is not held up by that', async () => {
    const content = await withImage();
    await content.write('incidents/images/delay.png', null);
    expect(await content.accept(LATER)).toMatchObject({ exitCode: 0 });
    await content.write('incidents/images/queue.jpg', JPEG);
    await content.write(FILE, showing('images/delay.png') + further('Correction', 'images/queue.jpg'));
    expect(await content.accept('2026-01-05T12:00:00Z')).toMatchObject({ exitCode: 0 });
    expect(await imagesOf(content)).toEqual([
      ['images/delay.png', sha256Hex(PNG)],
      ['images/queue.jpg', sha256Hex(JPEG)],
    ]);
    expect(await filesOf(content)).toHaveLength(2);
  });

  test.each([
    ['with the lint', {}],
    ['without it', { lint: async () => [] }],
  ])(
    'and is exchanged under its name is refused as a rewrite, %s: what was published stands until it is put back',
    async (_, more) => {
      const content = await withImage();
      await content.write('incidents/images/delay.png', OTHER);
      expect(await content.accept(LATER, more)).toMatchObject({ exitCode: 1 });
      const [incident] = (await content.published()).incidents;
      expect(incident?.refused).toMatchObject({ since: LATER, refusals: [{ rule: 'published-image' }] });
      expect(await imagesOf(content)).toEqual([['images/delay.png', sha256Hex(PNG)]]);
      expect(await filesOf(content)).toHaveLength(1);
      await content.write('incidents/images/delay.png', PNG);
      await content.accept('2026-01-05T12:00:00Z');
      expect((await content.published()).incidents[0]?.refused).toBeNull();
    },
  );

  test('and is exchanged is found on a pull request too, though the note itself is as it was', async () => {
    const content = await withImage();
    const lint = async () => {
      const { findings } = await lintContent({ contentRoot: content.root, now: LATER });
      return findings.filter(({ level }) => level === 'error');
    };
    expect(await lint()).toEqual([]);
    await content.write('incidents/images/delay.png', OTHER);
    expect((await lint()).map(({ rule, line }) => [rule, line])).toEqual([['published-image', 16]]);
  });

  test('may be another for another note, under the same name', async () => {
    const content = await withImage();
    await content.write('incidents/images/delay.png', OTHER);
    await content.write('incidents/2026-01-05-other.md', showing('images/delay.png'));
    await content.accept(LATER);
    const { incidents } = await content.published();
    expect(incidents.map(({ note, images }) => [note.slug, images[0]?.sha256])).toEqual([
      ['2026-01-05-distribution-delayed', sha256Hex(PNG)],
      ['2026-01-05-other', sha256Hex(OTHER)],
    ]);
  });

  test('and was damaged in the content stops the next run, by name', async () => {
    const content = await withImage();
    const file = `images/${sha256Hex(PNG)}.png`;
    await appendFile(path.join(content.generated, file), 'x');
    expect(await content.accept(LATER)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining(`${file} was changed by hand or damaged`),
    });
  });
});

test.each([
  ['image', 'images/delay.png', JPEG],
  ['image', 'images/delay.png', new Uint8Array(1_000_001)],
  ['image', 'images/delay.svg', new TextEncoder().encode('<svg/>')],
  ['image-metadata', 'images/delay.jpg', jpegWith(0xe1, 'Exif\0\0MM\0*')],
  ['link', 'images/delay.png', null],
])(
  'a note whose image breaks the rule %s is not published, nor is the image: %s',
  async (rule, file, bytes) => {
    const content = await createNotedContent();
    if (bytes !== null) await content.write(`incidents/${file}`, bytes);
    await content.write(FILE, showing(file));
    await content.accept(FIRST);
    const { incidents, refused } = await content.published();
    expect([incidents, await filesOf(content)]).toEqual([[], []]);
    expect(refused[0]?.refusals.map((one) => one.rule)).toContain(rule);
  },
);

test('what can not be shown is not accepted without the lint either', async () => {
  const content = await createNotedContent();
  await content.write('incidents/images/delay.png', JPEG);
  await content.write(FILE, showing('images/delay.png'));
  await content.accept(FIRST, { lint: async () => [] });
  expect((await content.published()).refused[0]?.refusals[0]?.rule).toBe('image');
});
