/** A type by its name (`string`, `number?`), fields by their names, or the one shape of every item of a list. */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

/** What a value lacks of a shape. */
export interface Difference {
  readonly path: string;
  readonly kind: 'removed' | 'retyped';
  readonly detail: string;
}

/** Compares a JSON value with a shape, as deep as the shape goes: what the value has besides is allowed. */
export function differences(value: unknown, shape: Shape, path = ''): Difference[] {
  if (typeof shape === 'string') return ofType(value, shape, path);
  if (isList(shape)) {
    if (!Array.isArray(value)) return [retyped(path, 'a list', value)];
    const found = value.flatMap((item) => differences(item, shape[0], path));
    return [...new Map(found.map((one) => [`${one.kind} ${one.path}`, one])).values()];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [retyped(path, 'an object', value)];
  return Object.entries(shape).flatMap(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (!Object.hasOwn(value, name)) return [{ path: at, kind: 'removed' as const, detail: 'is not there' }];
    return differences((value as Record<string, unknown>)[name], inner, at);
  });
}

/** The differences from whichever form the value comes nearest to; none where it fits one. */
export function nearest(value: unknown, forms: Readonly<Record<string, Shape>>): readonly Difference[] {
  const [least = []] = Object.values(forms)
    .map((form) => differences(value, form))
    .toSorted((a, b) => a.length - b.length);
  return least;
}

function ofType(value: unknown, type: string, path: string): Difference[] {
  if (value === null && type.endsWith('?')) return [];
  const plain = type.replace('?', '');
  return typeof value === plain ? [] : [retyped(path, `a ${plain}`, value)];
}

function retyped(path: string, expected: string, value: unknown): Difference {
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return { path, kind: 'retyped', detail: `is ${found}, was frozen as ${expected}` };
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
