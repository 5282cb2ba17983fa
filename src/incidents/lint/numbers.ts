import type { Place } from '../../core/yaml.ts';
import type { Passage } from '../model/note-file.ts';
import { readable } from './public-text.ts';
import type { Rule } from './rule.ts';
import { telephones } from './telephone.ts';

/** Both languages say the same: the figures and times of one stand in the other. */
export const numbers: Rule = {
  id: 'numbers',
  find: ({ sections }) =>
    sections.flatMap(({ number, passages }) => {
      const en = passages.find(({ language }) => language === 'en');
      const id = passages.find(({ language }) => language === 'id');
      if (en === undefined || id === undefined) return [];
      const [inEnglish, inIndonesian] = [figures(en), figures(id)];
      const inIndonesianOnly = beyond(inIndonesian, inEnglish);
      const missing = [...beyond(inEnglish, inIndonesian), ...inIndonesianOnly];
      // The translation is looked at first: most often it is where a figure was left behind.
      const first = inIndonesianOnly[0] ?? missing[0];
      if (first === undefined) return [];
      return [
        {
          ...first.place,
          level: 'warning' as const,
          reason: `update ${number} has figures in one language that the other does not have: ${missing.map(({ written }) => written).join(', ')}`,
          instead: 'Compare both texts: a time or an amount must be the same in both.',
        },
      ];
    }),
};

const FIGURE = /(?<![\p{L}\p{N}_-])\d+(?:[.,:]\d+)*(?![\p{L}\p{N}_])/gu;

interface Figure {
  /** As it stands in the text, such as `16.30`. */
  readonly written: string;
  readonly digits: string;
  readonly place: Place;
}

/**
 * Each figure by its digits alone: `16:30`, `16.30` and `1,630` are alike. Digits within a word (a key, a hash) are
 * none, nor is a telephone number: a finding would repeat it.
 */
function figures({ tree }: Passage): Figure[] {
  const { text, at } = readable(tree, ['code', 'inlineCode']);
  const called = telephones(text);
  return [...text.matchAll(FIGURE)]
    .filter(({ index }) => !called.some(({ from, to }) => from <= index && index < to))
    .map(({ index, 0: written }) => ({ written, digits: digitsOf(written), place: at(index) }));
}

function beyond(some: readonly Figure[], others: readonly Figure[]): Figure[] {
  const known = new Set(others.map(({ digits }) => digits));
  return [...new Map(some.toReversed().map((figure) => [figure.digits, figure])).values()]
    .toReversed()
    .filter(({ digits }) => !known.has(digits));
}

function digitsOf(written: string): string {
  return written.replace(/\D/gu, '');
}
