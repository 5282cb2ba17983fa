import Big from 'big.js';
import { z } from 'zod';
import { expected } from './fault.ts';

/**
 * An exact decimal as text, for example `1000.100010`: the only form money has in this project, from
 * the database to the page. It is never a JavaScript number.
 */
export type Decimal = string;

/** A whole number as text, for example `64`. Kept as text so that no count can lose a digit either. */
export type Count = string;

// Own constructor: `strict` refuses numbers, the exponents keep `1e-7` out of files and pages.
const Exact = Big();
Exact.strict = true;
Exact.PE = 1_000_000;
Exact.NE = -1_000_000;

// Divides to two decimals in one rounding, half away from zero.
const Rounded = Big();
Rounded.strict = true;
Rounded.DP = 2;
Rounded.RM = 1;

/** Decimal text as Postgres `numeric` prints it; `NaN`, `Infinity` and exponents are refused. */
export const decimalSchema = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, expected('decimal'));

/** An amount of money that can not be negative. */
export const amountSchema = decimalSchema.refine((text) => !text.startsWith('-'), expected('amount'));

/** What a JSON or Postgres numeral may look like; longer ones, and exponents beyond 99, are no measurement. */
const NUMERAL = /^-?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/;
const LONGEST_NUMERAL = 120;

/** A numeral of someone else's as an exact decimal (`1.5e3` → `1500`), digits kept; null for what is no number. */
export function toDecimal(numeral: string): Decimal | null {
  if (numeral.length > LONGEST_NUMERAL || !NUMERAL.test(numeral)) return null;
  return /[eE]/.test(numeral) ? trimmed(numeral) : fixed(new Exact(numeral), decimalsOf(numeral));
}

/** A count of 0 or more, without leading zeros. */
export const countSchema = z.string().regex(/^(0|[1-9]\d*)$/, expected('count'));

/** The exact sum, with as many decimals as the longest of the terms (`0` for none). */
export function sumOf(terms: Iterable<Decimal>): Decimal {
  let sum = new Exact('0');
  let decimals = 0;
  for (const term of terms) {
    sum = sum.plus(term);
    decimals = Math.max(decimals, decimalsOf(term));
  }
  return fixed(sum, decimals);
}

/** `a − b`, exactly. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return fixed(new Exact(a).minus(b), Math.max(decimalsOf(a), decimalsOf(b)));
}

/** `a × b`, exactly: no rounding, trailing zeros as the factors bring them. */
export function times(a: Decimal, b: Decimal): Decimal {
  return fixed(new Exact(a).times(b), decimalsOf(a) + decimalsOf(b));
}

/** `part ÷ whole × 100` to two decimals, rounded half away from zero; null when the whole is 0. */
export function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  if (compare(whole, '0') === 0) return null;
  return fixed(new Rounded(times(part, '100')).div(whole), 2);
}

/** Without its sign. */
export function absolute(a: Decimal): Decimal {
  return a.startsWith('-') ? a.slice(1) : a;
}

/** −1, 0 or 1, as `a` is smaller than, equal to or greater than `b` in value (`1.0` equals `1`). */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Exact(a).cmp(b);
}

/** The same value with at least `decimals` decimals: `12.5` → `12.500000`. Never fewer than it has. */
export function withDecimals(a: Decimal, decimals: number): Decimal {
  return fixed(new Exact(a), Math.max(decimals, decimalsOf(a)));
}

/** Without zeros at the end of the fraction: `25.000` → `25`. */
export function trimmed(a: Decimal): Decimal {
  return new Exact(a).toString();
}

/**
 * `part ÷ whole` between 0 and 1, for the geometry of a drawing alone: the one place where an amount
 * becomes a number, and it never comes back as an amount. 0 when the whole is 0.
 */
export function shareOf(part: Decimal, whole: Decimal): number {
  const total = new Exact(whole);
  if (total.eq('0')) return 0;
  return Number(new Exact(part).div(total).toString());
}

function decimalsOf(text: Decimal): number {
  const dot = text.indexOf('.');
  return dot === -1 ? 0 : text.length - dot - 1;
}

function fixed(value: Big, decimals: number): Decimal {
  const text = value.toFixed(decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
