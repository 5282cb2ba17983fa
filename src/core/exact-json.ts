import { isLosslessNumber, parse } from 'lossless-json';
import { toDecimal } from './money.ts';

/**
 * The value of a JSON text, each number as the decimal text of its digits: `{"referral": 0.10}` is
 * `{ referral: '0.10' }`. No float comes between.
 *
 * @throws SyntaxError where the text is not JSON, or a number in it is none that could be meant
 */
export function parseExactJson(text: string): unknown {
  const value = parse(text, null, { onDuplicateKey: ({ newValue }) => newValue });
  return exact(value);
}

function exact(value: unknown): unknown {
  if (isLosslessNumber(value)) {
    const decimal = toDecimal(value.value);
    if (decimal === null) throw new SyntaxError('a number that is beyond measure');
    return decimal;
  }
  if (Array.isArray(value)) return value.map(exact);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, exact(inner)]));
}
