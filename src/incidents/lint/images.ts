import type { Place } from '../../core/yaml.ts';
import type { Said } from '../../words/said.ts';
import type { NoteFile } from '../model/note-file.ts';
import { imagesIn, LONGEST_IMAGE_SIDE, MOST_IMAGE_BYTES, type ShownImage } from '../model/note-image.ts';
import { type RasterType, rasterTypeOf, rasterTypeOfName, readRaster } from '../model/raster.ts';
import { nameForWeb } from '../note/content.ts';
import type { Breach, LintContext, Rules } from './rule.ts';
import { updateTexts } from './text.ts';

/** Images: ones that every reader can open, with nothing hidden, and the same in both languages. */
export const imageRules: Rules<'image' | 'image-metadata' | 'image-pair'> = {
  /** An image is one that every reader can open: of a known format, whole, not too large, and still. */
  image: (note, context) => [...unread(note), ...shown(note, context)],
  /** No image carries what its maker did not mean to show: the place, the time and the device of a photograph, a name. */
  'image-metadata': (note, { images }) =>
    shownImages(note).flatMap(({ url, path, line, column, again }) => {
      const bytes = again ? undefined : images?.get(path ?? '');
      const type = bytes === undefined ? null : rasterTypeOf(bytes);
      const raster = bytes === undefined || type === null ? null : readRaster(type, bytes);
      const carried = [...new Set(raster?.carries)].map((one): Said => ({ code: `carried.${one}` }));
      if (carried.length === 0) return [];
      return [{ line, column, code: 'image-metadata' as const, values: { url, carried } }];
    }),
  /** Both languages show the same: an image under one heading has its twin under the other. */
  'image-pair': ({ sections }) =>
    sections.flatMap(({ number, passages }) => {
      const en = passages.find(({ language }) => language === 'en');
      const id = passages.find(({ language }) => language === 'id');
      if (en === undefined || id === undefined) return [];
      const [inEnglish, inIndonesian] = [imagesIn(en.tree).length, imagesIn(id.tree).length];
      if (inEnglish === inIndonesian) return [];
      const fewer = inEnglish < inIndonesian ? en : id;
      return [
        {
          line: fewer.line,
          column: 1,
          code: 'image-pair' as const,
          values: { number, en: inEnglish, id: inIndonesian },
        },
      ];
    }),
};

/** What was meant as an image and is read as letters: its name has a space. */
const MEANT = /!\[[^\]\n]*\]\(([^()\n]+\.(?:png|jpe?g|webp|heic|gif))\)/giu;

function unread(note: NoteFile): Breach[] {
  return updateTexts(note).flatMap(({ text, at }) =>
    [...text.matchAll(MEANT)].map(({ index, 1: url = '' }) => {
      const path = nameForWeb(url);
      const advice: Said =
        path === null
          ? { code: 'image.rename' }
          : { code: 'image.rename-to', values: { path, name: path.replace(/^.*\//u, '') } };
      return { ...at(index), code: 'image.space', values: { url, advice } };
    }),
  );
}

function shown(note: NoteFile, context: LintContext): Breach[] {
  const accepted = new Set(context.published(note.slug)?.images.map(({ path }) => path));
  return shownImages(note).flatMap(({ url, path, node, line, column, again }) => {
    if (url === '' && node.type === 'image') return []; // Told by the form: its upload had not ended.
    const bytes = again || accepted.has(path ?? '') ? null : bytesOf(path, context);
    const fault = faultOfName(url) ?? (bytes === null ? null : faultOf(url, bytes));
    return fault === null ? [] : [{ line, column, ...fault }];
  });
}

const NAMES: Readonly<Record<RasterType, string>> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };
/** Null where there is no file: that is told by links.ts, and of an address elsewhere by the form. */
function bytesOf(path: string | null, { exists, images }: LintContext): Uint8Array | null {
  if (path === null || !exists(path)) return null;
  return images?.get(path) ?? new Uint8Array();
}

function faultOfName(url: string): Said | null {
  if (url === '') return { code: 'image.address' };
  if (/^[a-z][a-z0-9+.-]*:|^\//iu.test(url) || rasterTypeOfName(url) !== null) return null;
  if (nameForWeb(url) !== null) return null; // Told by the form, with the name to give.
  return { code: /\.svg$/iu.test(url) ? 'image.svg' : 'image.other-format', values: { url } };
}

function faultOf(url: string, bytes: Uint8Array): Said | null {
  if (bytes.length > MOST_IMAGE_BYTES) return { code: 'image.large', values: { url } };
  const [said, is] = [rasterTypeOfName(url), rasterTypeOf(bytes)];
  if (is === null || said === null) return { code: 'image.none', values: { url } };
  if (is !== said) {
    const ending = `.${is === 'jpeg' ? 'jpg' : is}`;
    return { code: 'image.misnamed', values: { url, said: NAMES[said], is: NAMES[is], ending } };
  }
  const raster = readRaster(is, bytes);
  if (raster === null) return { code: 'image.damaged', values: { url } };
  if (raster.moves) return { code: 'image.moves', values: { url } };
  const { width, height } = raster;
  return Math.max(width, height) > LONGEST_IMAGE_SIDE
    ? { code: 'image.side', values: { url, width, height, most: LONGEST_IMAGE_SIDE } }
    : null;
}

/** An image where a note shows it. What is wrong with a file is told once, however often it is shown. */
interface PlacedImage extends ShownImage, Place {
  /** Whether the same file was shown further up already. */
  readonly again: boolean;
}

/** Every image of a note, in the order of the file. */
export function shownImages({ sections }: Pick<NoteFile, 'sections'>): PlacedImage[] {
  const seen = new Set<string>();
  return sections.flatMap(({ passages }) =>
    passages.flatMap(({ tree }) =>
      imagesIn(tree).map((image) => {
        const { line = 1, column = 1 } = image.node.position?.start ?? {};
        const again = image.path !== null && seen.has(image.path);
        if (image.path !== null) seen.add(image.path);
        return { ...image, line, column, again };
      }),
    ),
  );
}
