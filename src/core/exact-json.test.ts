import { expect, test } from 'vitest';
import { parseExactJson } from './exact-json.ts';

test('numbers keep every digit that they came with', () => {
  const text =
    '{"a": 0.10, "b": [123456789012345678901234567890.000001, -1e-7], "c": "0.1", "d": null, "e": true}';
  expect(parseExactJson(text)).toEqual({
    a: '0.10',
    b: ['123456789012345678901234567890.000001', '-0.0000001'],
    c: '0.1',
    d: null,
    e: true,
  });
});

test.each(['', 'thirty', '{"a": 1', '{"a": 1e999}', '{"a": NaN}'])(
  '%j is no JSON that could be meant',
  (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  },
);
