import { isMap, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { explain } from './explain.ts';
import type { Fault } from './fault.ts';

/** One thing wrong in a file that a person wrote: where, which field, and what was expected. */
export type FileProblem = Fault &
  Place & {
    readonly file: string;
    /** The path of the field, such as `transparency.every`; empty for the file as a whole. */
    readonly field: string;
  };

/** A place in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A YAML text as it was read: its value, where each part of it stands, and what YAML itself complains of. */
export interface YamlText {
  /** Undefined when there are errors. */
  readonly value: unknown;
  /** Where the deepest part of `path` that exists begins: a missing field is shown at its parent. */
  readonly whereIs: (path: readonly PropertyKey[]) => Place;
  readonly errors: readonly (Place & { readonly code: YamlFault })[];
}

type YamlFault = Extract<Fault['code'], `yaml.${string}`>;
const FAULTS: Partial<Record<YAMLError['code'], YamlFault>> = {
  TAB_AS_INDENT: 'yaml.tab',
  DUPLICATE_KEY: 'yaml.twice',
  BAD_ALIAS: 'yaml.alias',
  MISSING_CHAR: 'yaml.unclosed',
};

/** Reads a YAML text that begins on line `firstLine` of its file. Whatever is in it, nothing is thrown. */
export function readYaml(text: string, firstLine = 1): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const whereIs = (path: readonly PropertyKey[]) => at(offsetOf(document.contents, path));
  const errors = document.errors.map(({ code, pos }) => ({
    ...at(pos[0]),
    code: FAULTS[code] ?? ('yaml.unreadable' as const),
  }));
  if (errors.length > 0) return { value: undefined, whereIs, errors };
  try {
    return { value: document.toJS(), whereIs, errors };
  } catch {
    // An alias (`*name`) that leads nowhere, or to too much, is found out only here.
    return { value: undefined, whereIs, errors: [{ ...at(0), code: 'yaml.alias' }] };
  }
}

/** The value of a YAML text that fits `schema`, or every problem in it at once, with line and column. */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly problems: readonly FileProblem[] } {
  const { value, whereIs, errors } = readYaml(text);
  if (errors.length > 0) return { problems: errors.map((error) => ({ file, field: '', ...error })) };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues
      .flatMap((issue) => explain(issue, value))
      .map(({ path, ...fault }) => ({ file, ...whereIs(path), field: path.join('.'), ...fault })),
  };
}

function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = 0;
  for (const key of path) {
    if (!isMap(node) && !isSeq(node)) break;
    const next: unknown = node.get(key, true);
    if (next === undefined || next === null) break;
    node = next;
    if (typeof next === 'object' && 'range' in next && Array.isArray(next.range))
      offset = Number(next.range[0]);
  }
  return offset;
}
