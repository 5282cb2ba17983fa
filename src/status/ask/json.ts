import { jsonpath } from 'json-p3';
import { isLosslessNumber, parse } from 'lossless-json';
import { type Decimal, toDecimal } from '../../core/money.ts';
import { notAsked } from './answer.ts';

/** A JSON text that was read twice: as values for JSONPath to compare, and with the digits of its numbers as they came. */
export interface JsonDocument {
  readonly plain: unknown;
  readonly exact: unknown;
}

/** Deeper nesting is no answer that a check expects. */
const DEEPEST = 200;

/**
 * The document, or null where the text is not JSON (or nests beyond reason).
 *
 * @throws CheckFailure `unreadable` where a key stands twice with two values: readers differ in which they take
 */
export function readJson(text: string): JsonDocument | null {
  if (deeperThan(text, DEEPEST)) return null;
  try {
    const plain: unknown = JSON.parse(text);
    return { plain, exact: parse(text, null, { onDuplicateKey: ambiguous }) };
  } catch (error) {
    if (error instanceof SyntaxError) return null; // Not JSON: that is the answer.
    throw error;
  }
}

function ambiguous(): never {
  throw notAsked('unreadable', 'a key stands twice in the JSON, with two values');
}

/** A part of a document as one of its own. */
export function member(document: JsonDocument, key: string): JsonDocument | null {
  const plain = at(document.plain, key);
  return plain === undefined ? null : { plain, exact: at(document.exact, key) };
}

/** What a JSONPath finds, numbers as their text (see `numberIn`). */
export function select(document: JsonDocument, path: string): unknown[] {
  const found = jsonpath.query(path, document.plain as Parameters<typeof jsonpath.query>[1]);
  return found.nodes.map(({ location }) =>
    location.reduce<unknown>((value, key) => at(value, key), document.exact),
  );
}

/** The digits of a JSON number; undefined for anything else. */
export function numeralOf(value: unknown): string | undefined {
  return isLosslessNumber(value) ? value.value : undefined;
}

/**
 * A value as an exact number: a JSON number, decimal text (which is how exact numbers travel in JSON), or, where
 * `hexadecimal`, an EVM quantity such as `0x1b4`. Null for anything else.
 */
export function numberIn(value: unknown, hexadecimal = false): Decimal | null {
  const text = numeralOf(value) ?? value;
  if (typeof text !== 'string') return null;
  if (hexadecimal && /^0x[0-9a-fA-F]{1,64}$/.test(text)) return BigInt(text).toString();
  return toDecimal(text);
}

function at(value: unknown, key: string | number): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

function deeperThan(text: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > most) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}
