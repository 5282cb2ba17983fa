import { open } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../../core/canonical.ts';
import type { NoteFile } from '../model/note-file.ts';
import { imagesIn, MOST_IMAGE_BYTES, type NoteImage, noteImage } from '../model/note-image.ts';
import { type AcceptedNote, imageFileOf } from '../model/notes-manifest.ts';

/** The images that stand beside a note, by their path there: the bytes that are judged are those that are kept. */
export type Beside = ReadonlyMap<string, Uint8Array>;

/** Every image that a note shows and that is there; of one that is too large, only that it is. */
export async function imagesBeside(
  folder: string,
  { sections }: Pick<NoteFile, 'sections'>,
): Promise<Beside> {
  const images = new Map<string, Uint8Array>();
  for (const name of pathsIn(sections)) {
    const bytes = await bytesOf(path.join(folder, name));
    if (bytes !== null) images.set(name, bytes);
  }
  return images;
}

/** Of what was accepted, the images whose file holds other bytes by now. One whose file is gone stands. */
export function replacedImages(copy: Pick<AcceptedNote, 'images'>, beside: Beside): NoteImage[] {
  return (copy.images ?? []).filter(({ path: name, sha256 }) => {
    const bytes = beside.get(name);
    return bytes !== undefined && sha256Hex(bytes) !== sha256;
  });
}

/** What a note that is accepted shows from now on, and the new files of it. */
export interface ImagesOfNote {
  readonly images: readonly NoteImage[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** The images of a note: those that were accepted before as they were, the others as they stand beside it. */
export function imagesOf(
  { sections }: Pick<NoteFile, 'sections'>,
  beside: Beside,
  before: Pick<AcceptedNote, 'images'> | null,
): ImagesOfNote | { readonly unusable: string } {
  const known = new Map((before?.images ?? []).map((image) => [image.path, image]));
  const images: NoteImage[] = [];
  const files = new Map<string, Uint8Array>();
  for (const name of pathsIn(sections)) {
    const bytes = beside.get(name);
    const image = known.get(name) ?? (bytes === undefined ? null : noteImage(name, bytes));
    if (image === null) return { unusable: name };
    images.push(image);
    if (!known.has(name) && bytes !== undefined) files.set(imageFileOf(image).path, bytes);
  }
  return { images, files };
}

function pathsIn(sections: NoteFile['sections']): string[] {
  const shown = sections.flatMap(({ passages }) => passages.flatMap(({ tree }) => imagesIn(tree)));
  return [...new Set(shown.flatMap(({ path: name }) => (name === null ? [] : [name])))].toSorted();
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (['ENOENT', 'ENOTDIR'].includes(error.code ?? '')) return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return null;
    return stat.size > MOST_IMAGE_BYTES ? new Uint8Array(MOST_IMAGE_BYTES + 1) : await handle.readFile();
  } finally {
    await handle.close();
  }
}
