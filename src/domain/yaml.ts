import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explain } from './explain.ts';

/** One thing wrong in a file that a person wrote: where, which field, and what was expected. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The path of the field, such as `transparency.every`; empty for the file as a whole. */
  readonly field: string;
  readonly reason: string;
}

/** The value of a YAML text that fits `schema`, or every problem in it at once, with line and column. */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly problems: readonly FileProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({ ...at(error.pos[0]), field: '', reason: error.message })),
    };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues
      .flatMap((issue) => explain(issue))
      .map(({ path, reason }) => ({
        ...at(offsetOf(document.contents, path)),
        field: path.join('.'),
        reason,
      })),
  };
}

/** `file:line:column field: reason`, as editors and GitHub understand it. */
export function formatProblem({ file, line, column, field, reason }: FileProblem): string {
  return `${file}:${line}:${column} ${field === '' ? '' : `${field}: `}${reason}`;
}

/** Where the deepest part of `path` that exists begins: a missing field is shown at its parent. */
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
