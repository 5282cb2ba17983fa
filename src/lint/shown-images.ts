import type { NoteFile } from '../domain/note-file.ts';
import { imagesIn, type ShownImage } from '../domain/note-image.ts';
import type { Place } from '../domain/yaml.ts';

/** Every image of a note, and where it stands in the file. */
export function shownImages({ sections }: Pick<NoteFile, 'sections'>): (ShownImage & Place)[] {
  return sections.flatMap(({ passages }) =>
    passages.flatMap(({ tree }) =>
      imagesIn(tree).map((image) => {
        const { line = 1, column = 1 } = image.node.position?.start ?? {};
        return { ...image, line, column };
      }),
    ),
  );
}
