import { imagesIn } from '../model/note-image.ts';
import type { Rule } from './rule.ts';

/** Both languages show the same: an image under one heading has its twin under the other. */
export const imagePair: Rule = {
  id: 'image-pair',
  find: ({ sections }) =>
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
          reason: `update ${number} shows images in one language that the other does not have: ${inEnglish} under "### English", ${inIndonesian} under "### Indonesia"`,
          instead:
            'Show the same image under both, with a text in each language: ![what it shows](images/name.png).',
        },
      ];
    }),
};
