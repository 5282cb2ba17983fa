import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test('what breaks a line, turns its direction or speaks to the terminal is written as an escape', () => {
  expect(printable('a\nb\r\u001B[2J\u202Egpj\u2028\u0085\uFEFF')).toBe(
    'a\\u{a}b\\u{d}\\u{1b}[2J\\u{202e}gpj\\u{2028}\\u{85}\\u{feff}',
  );
});

test('words in any script stay as they are', () => {
  expect(printable('Distribusi “harian” – été, 日本語, 😀')).toBe('Distribusi “harian” – été, 日本語, 😀');
});

test('a very long text is cut, and says how long it was', () => {
  expect(printable('x'.repeat(100_000))).toBe(`${'x'.repeat(500)}… (100000 characters)`);
});

test('any text becomes one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});
