import { compare, toDecimal } from '../../core/money.ts';
import type { JsonCondition, JsonType } from '../../systems/check/condition.ts';
import { satisfies } from '../../systems/gauge.ts';
import { type JsonDocument, numberIn, numeralOf, select } from './json.ts';

type Scalar = string | number | boolean | null;

/**
 * Whether an answer meets a condition. A path that finds nothing meets none but `exists: false`, and what is null or
 * empty does not exist; a path that finds several places asks it of each. `hexadecimal`: EVM quantities are read as numbers.
 */
export function meets(document: JsonDocument, condition: JsonCondition, hexadecimal = false): boolean {
  const found = select(document, condition.path);
  if ('exists' in condition) return (found.length > 0 && found.every(holdsSomething)) === condition.exists;
  return found.length > 0 && found.every((value) => holds(value, condition, hexadecimal));
}

function holds(value: unknown, condition: Exclude<JsonCondition, { exists: boolean }>, hexadecimal: boolean) {
  if ('equals' in condition) return equals(value, condition.equals, hexadecimal);
  if ('one_of' in condition) return condition.one_of.some((scalar) => equals(value, scalar, hexadecimal));
  if ('type' in condition) return [condition.type].flat().includes(typeOf(value));
  const number = numberIn(value, hexadecimal);
  return number !== null && satisfies(number, condition.is);
}

function holdsSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  const type = typeOf(value);
  return (type !== 'array' && type !== 'object') || Object.keys(value).length > 0;
}

function typeOf(value: unknown): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (numeralOf(value) !== undefined) return 'number';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'boolean' : 'object';
}

function equals(value: unknown, expected: Scalar, hexadecimal: boolean): boolean {
  if (typeof expected !== 'number') return value === expected;
  // The text "5" is not the number 5; but a hexadecimal quantity is how EVM writes every number.
  const number = hexadecimal || numeralOf(value) !== undefined ? numberIn(value, hexadecimal) : null;
  const wanted = toDecimal(String(expected));
  return number !== null && wanted !== null && compare(number, wanted) === 0;
}
