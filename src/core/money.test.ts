import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  absolute,
  compare,
  decimalSchema,
  minus,
  percentOf,
  shareOf,
  sumOf,
  times,
  toDecimal,
  trimmed,
  withDecimals,
} from './money.ts';

/** Amounts up to 10^30 with six decimals, next to an integer of millionths that BigInt can add exactly. */
const amount = fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n }).map((millionths) => {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(7, '0');
  return { millionths, text: `${millionths < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}` };
});
const millionthsOf = (text: string) => BigInt(text.replace('.', ''));

describe('money is exact decimals', () => {
  test('sums and differences agree with integers of millionths, far beyond what a float can hold', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), (amounts) => {
        const sum = amounts.reduce((total, { millionths }) => total + millionths, 0n);
        expect(millionthsOf(sumOf(amounts.map(({ text }) => text)))).toBe(sum);
      }),
    );
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(millionthsOf(minus(a.text, b.text))).toBe(a.millionths - b.millionths);
        expect(compare(a.text, b.text)).toBe(
          a.millionths < b.millionths ? -1 : a.millionths > b.millionths ? 1 : 0,
        );
      }),
    );
  });

  test('products keep every digit', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(millionthsOf(times(a.text, b.text))).toBe(a.millionths * b.millionths);
      }),
    );
  });

  test('0.1 + 0.2 is 0.3, and 2^53 + 1 is not 2^53', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(sumOf(['9007199254740992', '1'])).toBe('9007199254740993');
    expect(sumOf([])).toBe('0');
  });

  test('no value is ever spelled with an exponent or as minus zero', () => {
    expect(times('0.0000015', '1')).toBe('0.0000015');
    expect(trimmed('0.0000010')).toBe('0.000001');
    expect(minus('1.500000', '1.5')).toBe('0.000000');
    expect(times('-0.000', '5')).toBe('0.000');
    expect(absolute('-3.20')).toBe('3.20');
    expect(withDecimals('12.5', 6)).toBe('12.500000');
    expect(withDecimals('1.1234567', 6)).toBe('1.1234567');
  });

  test.each(['NaN', 'Infinity', '1e6', '1,5', '01', '', ' 1', '+1', '.5', '1.'])(
    '%j is no decimal',
    (text) => {
      expect(decimalSchema.safeParse(text).success).toBe(false);
    },
  );

  test('a share of nothing is drawn as nothing', () => {
    expect(shareOf('5', '0')).toBe(0);
    expect(shareOf('25', '100')).toBe(0.25);
  });
});

describe('numerals of others', () => {
  test.each([
    ['1000.100010', '1000.100010'],
    ['12345678901234567890.123456', '12345678901234567890.123456'],
    ['007', '7'],
    ['-0', '0'],
    ['1.5e3', '1500'],
    ['1e-7', '0.0000001'],
    ['1e999', null],
    ['NaN', null],
    ['0x10', null],
    ['1,5', null],
    [' 1', null],
    ['', null],
    ['9'.repeat(121), null],
  ])('%j is %j', (numeral, expected) => {
    expect(toDecimal(numeral)).toBe(expected);
  });
});

test('a percentage is rounded once, half away from zero, and of nothing there is none', () => {
  expect(percentOf('1', '3')).toBe('33.33');
  expect(percentOf('2', '3')).toBe('66.67');
  expect(percentOf('1.005', '100')).toBe('1.01');
  expect(percentOf('-1.005', '100')).toBe('-1.01');
  expect(percentOf('0.00499999999999999999999999', '100')).toBe('0.00');
  expect(percentOf('1', '0.0')).toBeNull();
});
