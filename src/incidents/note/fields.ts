import { type Place, readYaml, type YamlText } from '../../core/yaml.ts';

/** The front matter as YAML alone: what could be read of it, where it stands, and where YAML gave up. */
export interface Fields {
  /** Undefined when nothing can be read. */
  readonly value: unknown;
  readonly whereIs: YamlText['whereIs'];
  readonly errors: YamlText['errors'];
  /** The fields that can not be read: nothing is said of what they hold. */
  readonly broken: ReadonlySet<string>;
}

/** One text of the front matter, such as `title.en`. */
export interface WrittenText {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

const FIELD = /^([A-Za-z_]\w*)[ \t]*:/;

/** Reads each field by itself where the whole can not be read: a quotation mark too few in one hides no other. */
export function readFields(text: string, firstLine: number): Fields {
  const whole = readYaml(text, firstLine);
  if (whole.errors.length === 0) return { ...whole, broken: new Set() };
  const parts = divide(text, firstLine).map((part) => ({ ...part, ...readYaml(part.text, part.line) }));
  const sound = parts.filter(({ errors, value }) => errors.length === 0 && isRecord(value));
  const errors = parts.flatMap((part, index) => [
    ...part.errors,
    ...(part.field !== null && parts.slice(0, index).some(({ field }) => field === part.field)
      ? [twice(part)]
      : []),
  ]);
  const whereIs = (path: readonly PropertyKey[]): Place => {
    const part = parts.find(({ field }) => field !== null && field === path[0]) ?? parts[0];
    return (part ?? whole).whereIs(path);
  };
  return {
    value: sound.length === 0 ? undefined : Object.assign({}, ...sound.map(({ value }) => value)),
    whereIs,
    // What is wrong only between two fields, such as an alias of something in another one.
    errors: errors.length === 0 ? whole.errors : errors,
    broken: new Set(
      parts.flatMap(({ field, errors }) => (errors.length > 0 && field !== null ? [field] : [])),
    ),
  };
}

/** Every text of a value, in its order. */
export function writtenTexts(value: unknown): WrittenText[] {
  const seen = new Set<unknown>(); // YAML can make a value that holds itself.
  const texts = (inner: unknown, path: WrittenText['path']): WrittenText[] => {
    if (typeof inner === 'string') return [{ path, text: inner }];
    if (typeof inner !== 'object' || inner === null || seen.has(inner)) return [];
    seen.add(inner);
    if (Array.isArray(inner)) return inner.flatMap((one, index) => texts(one, [...path, index]));
    return Object.entries(inner).flatMap(([key, one]) => texts(one, [...path, key]));
  };
  return texts(value, []);
}

function divide(text: string, firstLine: number) {
  const parts: { readonly field: string | null; readonly line: number; text: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const field = FIELD.exec(line)?.[1] ?? null;
    const last = parts.at(-1);
    if (last === undefined || field !== null) parts.push({ field, line: firstLine + index, text: line });
    else last.text += `\n${line}`;
  }
  return parts;
}

function twice({ line }: { readonly line: number }): YamlText['errors'][number] {
  return { line, column: 1, code: 'yaml.twice' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
