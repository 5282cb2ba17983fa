import { compare, type Decimal } from './money.ts';

/** `part ÷ whole` in percent with `decimals` decimals, rounded half up, in whole numbers alone; null of nothing. */
export function percentageOf(part: Decimal, whole: Decimal, decimals = 2): Decimal | null {
  if (compare(whole, '0') === 0) return null;
  const scale = Math.max(decimalsOf(part), decimalsOf(whole));
  const [a, b] = [scaled(part, scale), scaled(whole, scale)];
  const shifted = a * 10n ** BigInt(decimals + 2);
  const rounded = `${(2n * shifted + b) / (2n * b)}`.padStart(decimals + 1, '0');
  return decimals === 0 ? rounded : `${rounded.slice(0, -decimals)}.${rounded.slice(-decimals)}`;
}

const decimalsOf = (text: Decimal) => text.split('.')[1]?.length ?? 0;

const scaled = (text: Decimal, scale: number) =>
  BigInt(text.replace('.', '') + '0'.repeat(scale - decimalsOf(text)));
