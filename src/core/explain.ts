import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One mistake: where it is, and what was expected there. */
export interface Explanation {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** What a schema complains of, in words that a person who wrote a file can act on; a complaint can be several. */
export function explain(issue: Issue, path: readonly PropertyKey[] = issue.path): Explanation[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        reason: `"${key}" is not a field that is known here`,
      }));
    case 'invalid_union':
      return explainUnion(issue, path);
    default:
      return [{ path, reason: plain(issue.message) }];
  }
}

/** Of several forms: the mistakes within the one that was meant, where that is clear; else every form there is. */
function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
): Explanation[] {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  if (issue.errors.length === 0) return [{ path, reason: `expected one of ${options.join(', ')}` }];
  const meant = issue.errors.filter((form) =>
    form.every(({ code, path: inside }) => code !== 'unrecognized_keys' && inside.length > 0),
  );
  if (meant.length === 1)
    return (meant[0] ?? []).flatMap((inner) => explain(inner, [...path, ...inner.path]));
  const forms = [...new Set(issue.errors.map(formOf))];
  const unknown = new Set(
    issue.errors.flat().flatMap((inner) => (inner.code === 'unrecognized_keys' ? inner.keys : [])),
  );
  const known = issue.errors.flat().map(({ path: [field] }) => field);
  const strangers = [...unknown]
    .filter((key) => !known.includes(key))
    .map((key) => `"${key}" is not known here`);
  return [{ path, reason: [`expected ${forms.join(' or ')}`, ...strangers].join('; ') }];
}

/** How one form of a union is written: the fields it wants, or the kind of value it is. */
function formOf(form: readonly Issue[]): string {
  const fields = [
    ...new Set(form.flatMap(({ path: [field] }) => (field === undefined ? [] : [String(field)]))),
  ];
  if (fields.length > 0) return `{ ${fields.map((field) => `${field}: …`).join(', ')} }`;
  const [root] = form;
  if (root === undefined) return 'something else';
  const [expected = ''] = plain(root.message).split(', ');
  return expected === 'expected object' ? 'a mapping with fields' : expected.replace(/^expected /, '');
}

function plain(message: string): string {
  return message
    .replace(/^Invalid (input|option): /, '')
    .replace(/, received undefined$/, ', and there is none')
    .replaceAll('"|"', '", "');
}
