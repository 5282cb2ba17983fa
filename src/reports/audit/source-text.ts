import type { DatabaseFunction } from './catalog.ts';

/** What the text of a function says that it does; names as `catalog.ts` writes them. */
export interface Deed {
  readonly writes: ReadonlySet<string>;
  /** Relations that it names in any place but as what it writes. */
  readonly consults: ReadonlySet<string>;
  readonly calls: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Text that is made while it runs, or a language whose text is no SQL: what it does can not be told. */
  readonly opaque: boolean;
  /** It asks who calls, and goes on only for some: a condition in front of what it does. */
  readonly asksWho: boolean;
  /** It names who calls somewhere, be it only to write it down. */
  readonly namesWho: boolean;
}

const WRITE =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|truncate(?:\s+table)?(?:\s+only)?|merge\s+into)\s+("?[\w$]+"?(?:\s*\.\s*"?[\w$]+"?)?)/gi;
const WHO =
  /\b(?:auth\s*\.\s*(?:uid|role|jwt|email)\s*\(|current_user\b|session_user\b|pg_has_role\s*\(|current_setting\s*\()/i;

/** Reads what a function does off its definition, among these relations and functions. */
export function deedOf(
  { definition, language, search_path }: DatabaseFunction,
  relations: readonly string[],
  functions: readonly string[],
): Deed {
  const text = bodyOf(definition);
  const schemas = new Set(['public', ...search_path.replace(/^search_path=/, '').split(/[\s,"]+/)]);
  const written = [...text.matchAll(WRITE)].map(([, name = '']) => name.replaceAll(/[\s"]/g, ''));
  const without = text.replaceAll(WRITE, ' ');
  const isNamed = (name: string, inText: string) => {
    const [schema, own] = name.includes('.') ? (name.split('.') as [string, string]) : ['public', name];
    const prefix = schemas.has(schema)
      ? `(?:"?${escaped(schema)}"?\\s*\\.\\s*)?`
      : `"?${escaped(schema)}"?\\s*\\.\\s*`;
    return new RegExp(`(?<![\\w$."])${prefix}"?${escaped(own)}"?(?![\\w$])`, 'i').test(inText);
  };
  const who = WHO.test(text);
  return {
    writes: new Set(relations.filter((name) => written.some((one) => isNamed(name, one)))),
    consults: new Set(relations.filter((name) => isNamed(name, without))),
    calls: new Set(
      functions.filter(
        (name) =>
          isNamed(name, without) &&
          new RegExp(`${escaped(name.split('.').at(-1) ?? '')}"?\\s*\\(`, 'i').test(without),
      ),
    ),
    words: new Set(text.toLowerCase().match(/[a-z_][\w$]*/g) ?? []),
    opaque:
      !['sql', 'plpgsql'].includes(language) || /\bexecute\b(?!\s+(?:function|procedure|on)\b)/i.test(text),
    namesWho: who,
    asksWho: conditionsOf(text).some((condition) => WHO.test(condition)),
  };
}

/** The parts of a text on which it depends whether it goes on: `IF … THEN`, and `WHERE …` of SQL. */
export function conditionsOf(text: string): string[] {
  return text.match(/\bif\b[^;]*?\bthen\b|\bwhere\b[^;]*/gi) ?? [];
}

/** The part of a definition behind its head, without remarks and without texts in quotes. */
export function bodyOf(definition: string): string {
  const start = definition.search(/^(?:AS \$|BEGIN ATOMIC|\s*RETURN )/m);
  return definition
    .slice(Math.max(start, 0))
    .replaceAll(/--.*$/gm, ' ')
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''");
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
