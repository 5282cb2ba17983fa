import { sha256Hex } from '../../core/canonical.ts';
import type { Rule } from './rule.ts';
import { shownImages } from './shown-images.ts';

/** What was published stays: an image is never exchanged under its name; another one has a name of its own. */
export const publishedImage: Rule = {
  id: 'published-image',
  find: (note, { published, images }) => {
    const shown = shownImages(note);
    return (published(note.slug)?.images ?? []).flatMap(({ path, sha256 }) => {
      const bytes = images?.get(path);
      if (bytes === undefined || sha256Hex(bytes) === sha256) return [];
      const { line, column } = shown.find((image) => image.path === path) ?? { line: 1, column: 1 };
      return [
        {
          line,
          column,
          reason: `the image "${path}" was published, and its file was exchanged for another since`,
          instead:
            'Put the first file back. Give the new one a name of its own, and show it in a new update "## Correction · …".',
        },
      ];
    });
  },
};
