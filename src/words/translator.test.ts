import { describe, expect, test } from 'vitest';
import { translator } from './translator.ts';

const [english, indonesian] = [translator('en'), translator('id')];

describe('translator', () => {
  test('chooses the plural form by count, shows the number as it was formatted', () => {
    const say = (n: number) => english.t('transparency.matches', { count: n, n: `${n}` });
    expect([say(1), say(2), say(0)]).toEqual(['1 hash matches', '2 hashes match', '0 hashes match']);
    expect(indonesian.t('transparency.matches', { count: 1, n: '1' })).toBe('1 hash cocok');
  });

  test('does not escape and does not interpret what is filled in', () => {
    const reason = '<b>&{{when}}$t(nav.home)';
    expect(english.t('page.title', { page: reason, site: 'S' })).toBe(`${reason} · S`);
    expect(english.rich('page.title', { page: '\uE0000\uE001', site: 'S' })).toEqual(['0 · S']);
  });

  test('a piece that is more than text keeps its place in the sentence of each language', () => {
    const piece = { kind: 'time' };
    expect(english.rich('freshness.outOfDate', { when: piece })).toEqual([
      'this data has been out of date since ',
      piece,
    ]);
    expect(indonesian.rich('notice.stale', { dataset: 'X', when: piece, reason: 'y' })).toEqual([
      'X: ditampilkan sesuai pembacaan terakhir, ',
      piece,
      '. Upaya membaca ulang tidak berhasil: y.',
    ]);
  });

  test('a key that no message has is an error, not its own text', () => {
    expect(() => english.t('no.such.key' as 'nav.home')).toThrow('there is no message "no.such.key"');
  });

  test('a key, a placeholder or a count that is missing does not compile', () => {
    const wrong = [
      // @ts-expect-error: no message has this key
      () => english.t('no.such.key'),
      // @ts-expect-error: {{page}} wants a value
      () => english.t('page.title'),
      // @ts-expect-error: a plural wants its count
      () => english.t('transparency.matches', { n: '1' }),
      // @ts-expect-error: nothing is to be filled in
      () => english.t('nav.home', { page: 'x' }),
    ];
    expect(wrong).toHaveLength(4);
  });
});
