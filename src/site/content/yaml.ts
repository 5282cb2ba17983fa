import type { z } from 'zod';
import { type FileProblem, parseYaml } from '../../core/yaml.ts';

type Parsed = { readonly value: unknown } | { readonly problems: readonly FileProblem[] };

const known = new Map<string, { readonly text: string; readonly parsed: Parsed }>();

/**
 * What `parseYaml` says, asked once for as long as the text of the file stays the same: every route of a build asks.
 * A file has one schema, so the schema is no part of the key.
 */
export function yamlOf<Value>(file: string, text: string, schema: z.ZodType<Value>) {
  const before = known.get(file);
  const parsed = before?.text === text ? before.parsed : parseYaml(file, text, schema);
  known.set(file, { text, parsed });
  return parsed as ReturnType<typeof parseYaml<Value>>;
}
