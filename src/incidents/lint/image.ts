import type { NoteFile } from '../model/note-file.ts';
import { LONGEST_IMAGE_SIDE, MOST_IMAGE_BYTES } from '../model/note-image.ts';
import { type RasterType, rasterTypeOf, rasterTypeOfName, readRaster } from '../model/raster.ts';
import { nameForWeb } from '../note/content.ts';
import { updateTexts } from './public-text.ts';
import type { Breach, LintContext, Rule } from './rule.ts';
import { shownImages } from './shown-images.ts';

/** An image is one that every reader can open: of a known format, whole, not too large, and still. */
export const image: Rule = {
  id: 'image',
  find: (note, context) => [...unread(note), ...shown(note, context)],
};

/** What was meant as an image and is read as letters: its name has a space. */
const MEANT = /!\[[^\]\n]*\]\(([^()\n]+\.(?:png|jpe?g|webp|heic|gif))\)/giu;

function unread(note: NoteFile): Breach[] {
  return updateTexts(note).flatMap(({ text, at }) =>
    [...text.matchAll(MEANT)].map(({ index, 1: url = '' }) => {
      const plain = nameForWeb(url);
      return {
        ...at(index),
        reason: `"${url}" is not read as an image, since its name has a space`,
        instead:
          plain === null
            ? 'Rename the file on your computer, without spaces, upload it again, and write that name here.'
            : `Rename the file on your computer to "${plain.replace(/^.*\//u, '')}", upload it again under that name, and write ![what it shows](${plain}).`,
      };
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

interface Fault {
  readonly reason: string;
  readonly instead: string;
}

const NAMES: Readonly<Record<RasterType, string>> = { png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };
const SAVE =
  'Open it in a program for images and save it as PNG (a screenshot, a chart) or JPEG (a photograph)';

/** Null where there is no file: that is told by links.ts, and of an address elsewhere by the form. */
function bytesOf(path: string | null, { exists, images }: LintContext): Uint8Array | null {
  if (path === null || !exists(path)) return null;
  return images?.get(path) ?? new Uint8Array();
}

function faultOfName(url: string): Fault | null {
  if (url === '')
    return {
      reason: 'this image names an address that stands elsewhere in the note',
      instead: 'Write it here: ![what it shows](images/name.png).',
    };
  if (/^[a-z][a-z0-9+.-]*:|^\//iu.test(url) || rasterTypeOfName(url) !== null) return null;
  if (nameForWeb(url) !== null) return null; // Told by the form, with the name to give.
  return {
    reason: /\.svg$/iu.test(url)
      ? `the image "${url}" is an SVG, which can hold programs`
      : `the image "${url}" is neither PNG nor JPEG nor WebP; this site shows these alone`,
    instead: `${SAVE}, then write that name here.`,
  };
}

function faultOf(url: string, bytes: Uint8Array): Fault | null {
  if (bytes.length > MOST_IMAGE_BYTES)
    return {
      reason: `the image "${url}" is larger than 1 MB, too much for a telephone with a weak signal`,
      instead: 'Cut out the part that matters, or save it smaller or as JPEG.',
    };
  const [said, is] = [rasterTypeOfName(url), rasterTypeOf(bytes)];
  if (is === null || said === null)
    return { reason: `the file "${url}" holds no image, whatever its name says`, instead: `${SAVE}.` };
  if (is !== said)
    return {
      reason: `the file "${url}" is called a ${NAMES[said]} and holds a ${NAMES[is]}`,
      instead: `Rename it so that it ends in .${is === 'jpeg' ? 'jpg' : is}, and write that name here.`,
    };
  const raster = readRaster(is, bytes);
  if (raster === null)
    return { reason: `the image "${url}" is cut off or damaged`, instead: 'Save or upload it again.' };
  if (raster.moves)
    return {
      reason: `the image "${url}" moves, which keeps many people from reading`,
      instead: 'Save one still picture of it.',
    };
  if (Math.max(raster.width, raster.height) > LONGEST_IMAGE_SIDE)
    return {
      reason: `the image "${url}" is ${raster.width} × ${raster.height} pixels, more than a telephone can show`,
      instead: `Save it smaller: at most ${LONGEST_IMAGE_SIDE} pixels on its longer side.`,
    };
  return null;
}
