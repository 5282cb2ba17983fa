import type { Place } from '../../core/yaml.ts';
import type { NoteFile } from '../model/note-file.ts';
import { imagesIn, type ShownImage } from '../model/note-image.ts';

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
