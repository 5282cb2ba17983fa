import { jsonpath } from 'json-p3';
import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { limitSchema } from '../gauge.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** An RFC 9535 JSONPath; one that can not be read is refused here and not when a check runs. */
export const jsonPathSchema = z
  .string()
  .startsWith('$', { error: expected('json-path'), abort: true })
  .refine(isJsonPath, expected('json-path'));

/** What a value in JSON can be. */
const JSON_TYPES = ['string', 'number', 'boolean', 'array', 'object', 'null'] as const;
const jsonTypeSchema = z.enum(JSON_TYPES);
export type JsonType = z.infer<typeof jsonTypeSchema>;

/** A question about one place in a JSON answer, given as an RFC 9535 JSONPath such as `$.checks.db.status`. */
export const jsonConditionSchema = z.union([
  z.strictObject({ path: jsonPathSchema, equals: scalar }),
  z.strictObject({ path: jsonPathSchema, one_of: z.array(scalar).min(1) }),
  /** True: something that holds something, so neither null nor an empty text, list or object. */
  z.strictObject({ path: jsonPathSchema, exists: z.boolean() }),
  /** Of this type, or one of these: a list that may well be empty, a field that may be null. */
  z.strictObject({ path: jsonPathSchema, type: z.union([jsonTypeSchema, z.array(jsonTypeSchema).min(1)]) }),
  z.strictObject({ path: jsonPathSchema, is: limitSchema }),
]);
export type JsonCondition = z.infer<typeof jsonConditionSchema>;

function isJsonPath(text: string): boolean {
  try {
    jsonpath.compile(text);
    return true;
  } catch {
    return false; // The only thing that throws here is a text that is no path: that is the answer.
  }
}
