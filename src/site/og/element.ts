/** What the layout takes: an element of a tree, as React would make it. */
export interface Element {
  readonly type: string;
  readonly key: string | null;
  readonly props: Readonly<Record<string, unknown>> & { readonly children: readonly (Element | string)[] };
}

export type Style = Readonly<Record<string, string | number>>;

export function element(
  type: string,
  style: Style,
  children: readonly (Element | string)[],
  attributes: Readonly<Record<string, string | number>> = {},
): Element {
  return { type, key: null, props: { ...attributes, style, children } };
}

/** A row or a column of others; the layout reports one with a key by that. */
export function box(
  style: Style,
  children: readonly (Element | string)[],
  key: string | null = null,
): Element {
  return { ...element('div', { display: 'flex', ...style }, children), key };
}
