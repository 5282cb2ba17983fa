import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { published } from '../../testing/publication.ts';
import { readerFor } from '../../testing/site.ts';
import { changeList } from './changelog.ts';
import { foreignText } from './foreign-text.ts';

const reader = readerFor('en');
const shown = (text: string) => {
  const { lead, rest } = foreignText(reader, text);
  return [...lead, ...(rest?.runs ?? [])].map((run) => run.text ?? `[${run.code}]`).join('');
};

describe('TPC-03 hostile text of the changelog', () => {
  test.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['paid \u202E000,1\u202C TPC', 'paid [U+202E]000,1[U+202C] TPC'],
    ['a\u200Bb\uFEFFc\u00ADd', 'a[U+200B]b[U+FEFF]c[U+00AD]d'],
    ['line\none\ttab\u0000nul', 'line\none[U+0009]tab[U+0000]nul'],
    ['tag \u{E0041}', 'tag [U+E0041]'],
    ['half \uD800 pair', 'half [U+D800] pair'],
    ['harga Rp 1.000 – é 漢字 👍', 'harga Rp 1.000 – é 漢字 👍'],
  ])('%j is shown as %j', (written, expected) => {
    expect(shown(written)).toBe(expected);
  });

  test('a very long line is cut behind a tap, and not one character is lost', () => {
    const text = 'x'.repeat(100_000);
    const { lead, rest } = foreignText(reader, text);
    expect(lead).toEqual([{ text: 'x'.repeat(400) }]);
    expect(shown(text)).toBe(text);
    expect(rest?.label).toBe('the rest (99,600 characters)');
  });

  test('no character that hides or turns a line ever reaches a page as itself (property)', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 600 });
    fc.assert(
      fc.property(hostile, (text) => {
        const { lead, rest } = foreignText(reader, text);
        const runs = [...lead, ...(rest?.runs ?? [])];
        expect(
          runs.every((run) => run.text === undefined || !/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(run.text)),
        ).toBe(true);
        const back = runs.map(
          (run) => run.text ?? String.fromCodePoint(Number.parseInt(run.code.slice(2), 16)),
        );
        expect(back.join('')).toBe(text);
      }),
    );
  });

  test('null and empty are told apart', () => {
    const entry = { id: 'x', created_at: '2026-01-26 00:00:00+00', key: 'k', reason: 'r' };
    const [change] = changeList(reader, published({}), [{ ...entry, old_value: null, new_value: '' }]);
    expect([change?.before, change?.after]).toEqual([
      { missing: 'word.absent' },
      { missing: 'changelog.empty' },
    ]);
  });
});
