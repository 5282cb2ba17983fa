import type { z } from 'zod';
import { type Expected, type Fault, faultOf } from './fault.ts';

type Issue = z.core.$ZodIssue;

/** One mistake: where it is, and what was expected there. */
export type Explanation = Fault & { readonly path: readonly PropertyKey[] };

/**
 * What a schema complains of in `value`, by codes that have words for a person who wrote the file; a complaint can be
 * several.
 */
export function explain(
  issue: Issue,
  value: unknown,
  path: readonly PropertyKey[] = issue.path,
): Explanation[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: [...path, name], code: 'schema.unknown', values: { name } }));
    case 'invalid_union':
      return explainUnion(issue, value, path);
    default:
      return [{ path, ...faultIn(issue, valueAt(value, path)) }];
  }
}

/** Of several forms: the mistakes within the one that was meant, where that is clear; else every form there is. */
function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  value: unknown,
  path: readonly PropertyKey[],
): Explanation[] {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  if (issue.errors.length === 0)
    return [{ path, code: 'schema.one-of', values: { known: options.map(String) } }];
  const meant = issue.errors.filter((form) =>
    form.every(({ code, path: inside }) => code !== 'unrecognized_keys' && inside.length > 0),
  );
  if (meant.length === 1)
    return (meant[0] ?? []).flatMap((inner) => explain(inner, value, [...path, ...inner.path]));
  const forms = issue.errors
    .map(formOf)
    .filter((form, index, all) => all.findIndex((one) => isSame(one, form)) === index)
    .reduce((one, other) => ({ code: 'kind.or', values: { one, other } }));
  const known = issue.errors.flat().map(({ path: [field] }) => field);
  const unknown = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'unrecognized_keys' ? inner.keys : []))
    .filter((key, index, all) => !known.includes(key) && all.indexOf(key) === index);
  return [
    unknown.length === 0
      ? { path, code: 'schema.forms', values: { forms } }
      : {
          path,
          code: 'schema.forms-unknown',
          values: { forms, unknown: unknown.map((name) => `"${name}"`) },
        },
  ];
}

/** How one form of a union is written: the fields it wants, or the kind of value it is. */
function formOf(form: readonly Issue[]): Expected {
  const fields = [
    ...new Set(form.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)]))),
  ];
  if (fields.length > 0)
    return {
      code: 'kind.fields',
      values: { text: `{ ${fields.map((field) => `${field}: …`).join(', ')} }` },
    };
  const [root] = form;
  return root?.code === 'invalid_type'
    ? kindOf(root.expected)
    : root?.code === 'invalid_value'
      ? { code: 'kind.value', values: { text: root.values.map(quoted).join(', ') } }
      : root?.code === 'invalid_format'
        ? { code: 'kind.text' }
        : { code: 'kind.other' };
}

/** What one complaint says of the value it is about. */
function faultIn(issue: Issue, value: unknown): Fault {
  const own = faultOf(issue);
  if (own !== null) return own;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = kindOf(issue.expected);
      return value === undefined
        ? { code: 'schema.missing', values: { expected } }
        : { code: 'schema.type', values: { expected, received: kindOfValue(value) } };
    }
    case 'invalid_key':
      return { code: 'schema.key' };
    case 'invalid_value':
      return issue.values.length === 1
        ? { code: 'schema.value', values: { text: quoted(issue.values[0]) } }
        : { code: 'schema.one-of', values: { known: issue.values.map(quoted) } };
    case 'too_small':
      return bound(issue.origin, issue.minimum, ['short', 'few', issue.inclusive ? 'least' : 'more']);
    case 'too_big':
      return bound(issue.origin, issue.maximum, ['long', 'many', issue.inclusive ? 'most' : 'less']);
    case 'invalid_format':
      return formatFault(issue);
    default:
      return { code: 'schema.other' };
  }
}

function bound(
  origin: string,
  limit: number | bigint,
  [text, list, number]: readonly [
    text: 'short' | 'long',
    list: 'few' | 'many',
    number: 'least' | 'more' | 'most' | 'less',
  ],
): Fault {
  if (origin === 'string') return { code: `schema.${text}`, values: { count: Number(limit) } };
  if (origin === 'array' || origin === 'set' || origin === 'map')
    return { code: `schema.${list}`, values: { count: Number(limit) } };
  return { code: `schema.${number}`, values: { text: String(limit) } };
}

const FORMATS = ['date', 'datetime', 'time', 'duration', 'url', 'uuid', 'email'] as const;

function formatFault(issue: Extract<Issue, { code: 'invalid_format' }>): Fault {
  const format = FORMATS.find((one) => one === issue.format);
  if (format !== undefined) return { code: `schema.${format}` };
  return issue.pattern === undefined
    ? { code: 'schema.other' }
    : { code: 'schema.pattern', values: { text: issue.pattern } };
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  string: { code: 'kind.text' },
  number: { code: 'kind.number' },
  int: { code: 'kind.whole' },
  boolean: { code: 'kind.boolean' },
  array: { code: 'kind.list' },
  object: { code: 'kind.mapping' },
  record: { code: 'kind.mapping' },
  null: { code: 'kind.nothing' },
};

function kindOf(expected: string): Expected {
  return EXPECTED[expected] ?? { code: 'kind.other' };
}

function kindOfValue(value: unknown): Expected {
  return kindOf(Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** What stands in a value at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
}

function isSame(one: Expected, other: Expected): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
