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
  { key = null, ...attributes }: Readonly<Record<string, string | number>> & { readonly key?: string } = {} as never,
): Element {
  return { type, key, props: { ...attributes, style, children } };
}

/** A row or a column of others. */
export function box(style: Style, children: readonly (Element | string)[], key?: string): Element {
  return element('div', { display: 'flex', ...style }, children, key === undefined ? {} : { key });
}
