import { parseExactJson } from '../core/exact-json.ts';
import { decimalSchema } from '../core/money.ts';
import { PARTS } from './batch.ts';
import { OTHER_PARTS, SPLIT_KEY } from './split.ts';

/** The types under which the field's setting names a wallet. */
const WALLET_TYPES = ['treasury', 'buyback', 'burn', 'liquidity'] as const;

/** The key of the setting that names the wallets. */
const WALLETS_KEY = 'public_wallets';

/** A value as it may be published, and how many of its fields may not, because nobody declared what they mean. */
export interface DeclaredValue {
  readonly text: string | null;
  readonly leftOut: number;
}

/** What a declared field may hold: decimals, text, or the fields of an object. */
type Shape = 'decimal' | 'text' | { readonly [field: string]: Shape };

/**
 * The settings whose values are public, with the fields that are: free JSON is never published. A field that is not
 * here can name a person.
 */
const DECLARED: Readonly<Record<string, Shape>> = {
  [SPLIT_KEY]: shapeOf([...PARTS, ...OTHER_PARTS], 'decimal'),
  [WALLETS_KEY]: shapeOf(WALLET_TYPES, { label: 'text', address: 'text', explorer_url: 'text' }),
};

/**
 * A value of the runbook's changelog, which an administrator wrote: plain text and numbers are as they are, of an
 * object only the declared fields are published.
 */
export function declaredText(key: string, text: string | null): DeclaredValue {
  if (text === null || !/^\s*[[{]/.test(text)) return { text, leftOut: 0 };
  return declaredJson(key, text);
}

/** A value of the field's changelog, which a trigger wrote: JSON of which only the declared fields are published. */
export function declaredJson(key: string, text: string | null): DeclaredValue {
  if (text === null) return { text, leftOut: 0 };
  const shape = Object.hasOwn(DECLARED, key) ? DECLARED[key] : undefined;
  const value = shape === undefined ? undefined : jsonOf(text);
  if (shape === undefined || value === undefined) return { text: null, leftOut: 1 };
  const { spelt, leftOut } = spell(value, shape);
  // Nothing had to go: the text stays as it came, so that what was published before is the same.
  return leftOut === 0 ? { text, leftOut } : { text: spelt, leftOut };
}

function jsonOf(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return undefined; // Not JSON, so of no declared shape: it is counted as left out.
  }
}

function spell(value: unknown, shape: Shape): { spelt: string | null; leftOut: number } {
  if (value === null) return { spelt: 'null', leftOut: 0 };
  if (shape === 'decimal') {
    const decimal = decimalSchema.safeParse(value);
    return decimal.success ? { spelt: decimal.data, leftOut: 0 } : { spelt: null, leftOut: 1 };
  }
  if (shape === 'text')
    return typeof value === 'string'
      ? { spelt: JSON.stringify(value), leftOut: 0 }
      : { spelt: null, leftOut: 1 };
  if (typeof value !== 'object' || Array.isArray(value)) return { spelt: null, leftOut: 1 };
  let leftOut = 0;
  const fields: string[] = [];
  for (const [field, inner] of Object.entries(value)) {
    const declared = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const said = declared === undefined ? { spelt: null, leftOut: 1 } : spell(inner, declared);
    leftOut += said.leftOut;
    if (said.spelt !== null) fields.push(`${JSON.stringify(field)}: ${said.spelt}`);
  }
  return { spelt: fields.length === 0 ? null : `{${fields.join(', ')}}`, leftOut };
}

function shapeOf(fields: readonly string[], shape: Shape): Shape {
  return Object.fromEntries(fields.map((field) => [field, shape]));
}
