import type { z } from 'zod';
import { explain } from '../core/explain.ts';
import { say } from '../words/said.ts';

/** What a schema complains of in a value, as `field: words` in English, each once and in order. */
export function complaints(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues
    .flatMap((issue) => explain(issue, value))
    .map(({ path, ...fault }) => `${path.join('.')}: ${say(fault, 'en')}`);
}
