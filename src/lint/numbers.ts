import type { Passage } from '../domain/note-file.ts';
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
      const missing = [...beyond(figures(en), figures(id)), ...beyond(figures(id), figures(en))];
      if (missing.length === 0) return [];
      return [
        {
          line: id.line,
          column: 1,
          level: 'warning' as const,
          reason: `update ${number} has figures in one language that the other does not have: ${missing.join(', ')}`,
          instead: 'Compare both texts: a time or an amount must be the same in both.',
        },
      ];
    }),
};

const FIGURE = /(?<![\p{L}\p{N}_-])\d+(?:[.,:]\d+)*(?![\p{L}\p{N}_])/gu;

/**
 * Each figure by its digits alone: `16:30`, `16.30` and `1,630` are alike. Digits within a word (a key, a hash) are
 * none, nor is a telephone number: a finding would repeat it.
 */
function figures({ tree }: Passage): string[] {
  const { text } = readable(tree, ['code', 'inlineCode']);
  const called = telephones(text);
  return [...text.matchAll(FIGURE)]
    .filter(({ index }) => !called.some(({ from, to }) => from <= index && index < to))
    .map(([figure]) => figure.replace(/\D/gu, ''));
}

function beyond(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return [...new Set(some)].filter((figure) => !known.has(figure));
}
