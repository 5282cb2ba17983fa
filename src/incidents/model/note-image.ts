import type { Definition, Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { sha256Hex } from '../../core/canonical.ts';
import { isLocalImage } from '../note/markdown.ts';
import { RASTER_TYPES, type RasterType, rasterTypeOfName, readRaster } from './raster.ts';

/** An image as it was accepted with a note. Its bytes lie in `images/`, by their SHA-256. */
export const noteImageSchema = z.strictObject({
  /** As the note names it, beside the note: `images/delay.png`. */
  path: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(RASTER_TYPES),
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type NoteImage = z.infer<typeof noteImageSchema>;

/** A megabyte: several seconds on a telephone, for somebody who wants to know whether it is up. */
export const MOST_IMAGE_BYTES = 1_000_000;
/** The longest side, in pixels. */
export const LONGEST_IMAGE_SIDE = 8_000;

const ENDINGS: Readonly<Record<RasterType, string>> = { png: 'png', jpeg: 'jpg', webp: 'webp' };

/** Its name below `images/` of the content and below `/media/` of the site: other bytes are another name. */
export function imageFileName({ sha256, type }: Pick<NoteImage, 'sha256' | 'type'>): string {
  return `${sha256}.${ENDINGS[type]}`;
}

/** An image from the bytes that stand beside the note; null where they are not what the name says, or damaged. */
export function noteImage(path: string, data: Uint8Array): NoteImage | null {
  const type = rasterTypeOfName(path);
  const raster = type === null || data.length > MOST_IMAGE_BYTES ? null : readRaster(type, data);
  if (type === null || raster === null) return null;
  const { width, height } = raster;
  return { path, sha256: sha256Hex(data), type, bytes: data.length, width, height };
}

/** An image that a passage shows: the address as it was written, and the node that shows it. */
export interface ShownImage {
  readonly url: string;
  /** Below the folder of the note, without `./`; null for one that is no file beside it. */
  readonly path: string | null;
  readonly node: Image | ImageReference;
}

/** Every image of one passage, in its order. One whose address stands in another passage has none: `url` is empty. */
export function imagesIn(tree: Root): ShownImage[] {
  const addresses = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }: Definition) => {
    if (!addresses.has(identifier)) addresses.set(identifier, url); // The first one counts.
  });
  const images: ShownImage[] = [];
  visit(tree, ['image', 'imageReference'], (node) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const url = node.type === 'image' ? node.url : (addresses.get(node.identifier) ?? '');
    images.push({ url, path: imagePath(url), node });
  });
  return images;
}

/** `./images/delay.png` → `images/delay.png`; null for what is no image beside the note. */
export function imagePath(url: string): string | null {
  return isLocalImage(url) ? url.replace(/^\.\//, '') : null;
}
