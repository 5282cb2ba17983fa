import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalLines, type Json, parseLines, sha256Hex } from './canonical.ts';

/** Any value that JSON text can bring (so no -0, which JSON writes as 0). */
const json = fc
  .jsonValue({ depthSize: 'small', stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

/** The same value, the keys of every object in another order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).map(([key, inner]) => [key, reversed(inner)] as const);
  return Object.fromEntries(pairs.toReversed());
}

describe('canonical JSON is what RFC 8785 says', () => {
  test('its example of numbers, strings and literals', () => {
    const input =
      '{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001], ' +
      '"string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}';
    expect(canonicalJson(JSON.parse(input))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('its example of keys, sorted by UTF-16 code units', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(input)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  test.each([
    ['0', -0],
    ['1e-7', 0.0000001],
    ['0.000001', 0.000001],
    ['1e+21', 1e21],
    ['100000000000000000000', 1e20],
    ['9007199254740992', 2 ** 53],
    ['5e-324', 5e-324],
  ])('the number %s', (text, number) => {
    expect(canonicalJson(number)).toBe(text);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined]])('%s is no JSON', (value) => {
    expect(() => canonicalJson(value as unknown as Json)).toThrow();
  });

  test('half a surrogate pair is no JSON text', () => {
    expect(() => canonicalJson('\ud800')).toThrow();
  });
});

describe('canonical lines', () => {
  test('read back as the same rows, one a line, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(json), (rows) => {
        const text = canonicalLines(rows);
        expect(parseLines(text)).toEqual(rows);
        expect(text.split('\n')).toHaveLength(rows.length + 1);
      }),
    );
  });

  test('do not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.array(json), (rows) => {
        expect(canonicalLines(rows.map(reversed))).toBe(canonicalLines(rows));
      }),
    );
  });

  test('that were cut off anywhere inside are refused, or are fewer whole rows', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: json }), { minLength: 1 }), fc.nat(), (rows, at) => {
        const text = canonicalLines(rows);
        const cut = text.slice(0, at % text.length);
        if (cut === '' || cut.endsWith('\n')) expect(parseLines(cut).length).toBeLessThan(rows.length);
        else expect(() => parseLines(cut)).toThrow(SyntaxError);
      }),
    );
  });

  test('of no rows are an empty text', () => {
    expect(canonicalLines([])).toBe('');
    expect(parseLines('')).toEqual([]);
  });
});

test('SHA-256 of a text is that of its UTF-8 bytes', () => {
  expect(sha256Hex('test')).toBe('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(sha256Hex(new TextEncoder().encode(text)));
    }),
  );
});
