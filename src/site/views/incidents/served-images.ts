import type { ServedImage } from '../../../incidents/model/note-html.ts';
import { imageFileName, type NoteImage } from '../../../incidents/model/note-image.ts';
import type { Reader } from '../../../words/reader.ts';

/** Where each image of a note is served, by its path beside the note; null for one that was not accepted. */
export function servedImages(
  { paths }: Reader,
  images: readonly NoteImage[],
  /** What makes an address one for readers elsewhere; as it stands unless told. */
  absolute: (path: string) => string = (path) => path,
): (path: string) => ServedImage | null {
  const known = new Map(images.map((image) => [image.path, image]));
  return (path) => {
    const image = known.get(path);
    if (image === undefined) return null;
    const { width, height } = image;
    return { src: absolute(paths.media(imageFileName(image))), width, height };
  };
}
