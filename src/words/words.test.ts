import { describe, expect, test } from 'vitest';
import { en } from './en.ts';
import { id } from './id.ts';

/** FIELD-NOTES "Its words": what the platform's own policy bans, and what its Indonesian texts deny. */
const BANNED = {
  en: /\b(profits?|roi|returns?|guarantee[ds]?|guarantees|yields?|gains?|earnings?|promise[ds]?)\b/iu,
  id: /\b(janji\w*|menjanjikan|keuntungan|profit|jaminan|dijamin|menjamin|terjamin|imbal hasil|bagi hasil|pengembalian finansial|membagikan|roi)\b/iu,
};

/** Its mandatory disclaimer denies what it names: these sentences are allowed whole, and only whole. */
const ALLOWED = [
  'No profit, ROI, or guarantees are stated or implied.',
  'Tidak ada pernyataan atau jaminan hasil/ROI.',
  en['rule.promise'],
  id['rule.promise'],
];
/** What the lint says to who wrote a promise names it; no page says so. */
const TO_WRITERS = /^finding\.promise(\.|$)/u;

/** "carriage return" is the name of a character. */
const without = (text: string) => text.replaceAll('carriage return', '');

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();
const stem = (key: string) => key.replace(/_(one|other)$/, '');

describe('messages in both languages', () => {
  test('the same keys, English with one and other where Indonesian has other alone', () => {
    expect([...new Set(Object.keys(en).map(stem))].toSorted()).toEqual(Object.keys(id).map(stem).toSorted());
    const plurals = Object.keys(en).filter((key) => key.endsWith('_one'));
    for (const key of plurals) {
      expect(en).toHaveProperty([`${stem(key)}_other`]);
      expect(id).toHaveProperty([`${stem(key)}_other`]);
    }
    expect(Object.keys(id).filter((key) => key.endsWith('_one'))).toEqual([]);
  });

  test('the same placeholders in every message', () => {
    for (const [key, text] of Object.entries(en)) {
      const twin = id[(key in id ? key : `${stem(key)}_other`) as keyof typeof id];
      expect([key, placeholders(twin)]).toEqual([key, placeholders(text)]);
    }
  });

  test.each([
    ['en', en],
    ['id', id],
  ] as const)('TPC-20 no banned word in %s, except sentences allowed whole', (language, messages) => {
    const offending = Object.entries(messages).filter(
      ([key, text]) =>
        !ALLOWED.includes(text) && !TO_WRITERS.test(key) && BANNED[language].test(without(text)),
    );
    expect(offending).toEqual([]);
  });

  test('TPC-20 nothing is left empty or untranslated in prose', () => {
    const same = Object.entries<string>(id).filter(
      ([key, text]: [string, string]) =>
        text.length === 0 || (text.split(' ').length > 3 && text === (en as Record<string, string>)[key]),
    );
    expect(same).toEqual([]);
  });
});
