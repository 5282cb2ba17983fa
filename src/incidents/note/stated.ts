import { z } from 'zod';

/** What could be read of a value: each part that fits its own schema; of a list, undefined where an entry does not. */
export type Stated<T> = T extends string | null
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly (Stated<Entry> | undefined)[]
    : { readonly [Field in keyof T]?: Stated<T[Field]> | undefined };

/** Reads every part of `value` by itself, so that a part that does not fit hides no other. Undefined when none fits. */
export function readStated<T>(schema: z.ZodType<T>, value: unknown): Stated<T> | undefined {
  return partsOf(schema, value) as Stated<T> | undefined;
}

function partsOf(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return partsOf(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((entry) => partsOf(schema.element as z.ZodType, entry));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined;
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return Object.fromEntries(
    fields.map(([field, inner]) => [field, partsOf(inner, (value as Record<string, unknown>)[field])]),
  );
}
