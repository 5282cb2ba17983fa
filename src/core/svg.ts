import type { Fault } from './fault.ts';
import type { Place } from './yaml.ts';

/** A picture that can only be a picture: it holds no script, no style sheet, and nothing from elsewhere. */
export interface Svg {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Svg | string)[];
}

export type SvgProblem = Fault & Place;

const ELEMENTS = [
  ...[
    'svg',
    'g',
    'defs',
    'title',
    'desc',
    'path',
    'circle',
    'ellipse',
    'rect',
    'line',
    'polyline',
    'polygon',
  ],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'style'],
];
const ATTRIBUTES = [
  ...[
    'viewBox',
    'width',
    'height',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'd',
    'points',
  ],
  ...['fx', 'fy', 'fr', 'offset', 'transform', 'id', 'class', 'role', 'version', 'preserveAspectRatio'],
  ...['fill', 'fill-rule', 'fill-opacity', 'clip-rule', 'clip-path', 'mask', 'opacity', 'color', 'display'],
  ...['stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'stop-color', 'stop-opacity', 'spreadMethod', 'vector-effect'],
  ...['gradientUnits', 'gradientTransform', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'aria-hidden'],
];
/** Elements that hold text; a style sheet only where the picture is a file of its own. */
const OF_TEXT = ['title', 'desc', 'style'];

const SKIPPED = /\s+|<\?xml[^<>]*\?>|<!--(?:(?!--)[\s\S])*-->/y;
const OPENING = /<([A-Za-z]+)((?:\s+[A-Za-z][\w:-]*\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/([A-Za-z]+)\s*>/y;
const TEXT = /[^<&]+/y;
const ATTRIBUTE = /([A-Za-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads an SVG by a list of what is allowed; what is not on it is named with its place, never taken out in silence.
 * Comments and the XML declaration are skipped. `inline`: the picture becomes part of a page, where an id must not meet
 * those of the page (`logo-…`) and a style sheet would style the page.
 */
export function readSvg(
  text: string,
  { inline }: { readonly inline: boolean },
): { readonly svg: Svg } | { readonly problems: readonly SvgProblem[] } {
  const problems: SvgProblem[] = [];
  const at = (offset: number): Place => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  const wrong = (offset: number, fault: Fault) => problems.push({ ...at(offset), ...fault });
  const open: {
    readonly name: string;
    readonly attributes: Record<string, string>;
    children: (Svg | string)[];
  }[] = [];
  let root: Svg | null = null;
  let position = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) position = pattern.lastIndex;
    return found;
  };
  while (position < text.length) {
    const from = position;
    const inside = open.at(-1);
    if (inside !== undefined && OF_TEXT.includes(inside.name)) {
      const words = next(TEXT)?.[0];
      if (words !== undefined) {
        // A style sheet asks for other files by these alone, and escapes can spell them.
        if (inside.name === 'style' && /url\(|@import|image-set|\\/i.test(words))
          wrong(from, { code: 'svg.style' });
        inside.children.push(words);
        continue;
      }
    }
    if (next(SKIPPED) !== null) continue;
    const opened = next(OPENING);
    if (opened !== null && (inside === undefined ? root === null : !OF_TEXT.includes(inside.name))) {
      const [, name = '', written = '', closed] = opened;
      if (
        !ELEMENTS.includes(name) ||
        (inside === undefined) !== (name === 'svg') ||
        (inline && name === 'style')
      )
        wrong(from, { code: 'svg.element', values: { name } });
      const attributes: Record<string, string> = {};
      for (const [, key = '', double, single] of written.matchAll(ATTRIBUTE)) {
        const value = double ?? single ?? '';
        if (key === 'xmlns' && value === 'http://www.w3.org/2000/svg') continue;
        if (!ATTRIBUTES.includes(key) || Object.hasOwn(attributes, key) || !isHarmless(key, value, inline))
          wrong(from, { code: 'svg.attribute', values: { name: key, value } });
        attributes[key] = value;
      }
      const element = { name, attributes, children: [] };
      if (inside === undefined) root = element;
      else inside.children.push(element);
      if (closed !== '/') open.push(element);
      continue;
    }
    if (opened === null && inside !== undefined && next(CLOSING)?.[1] === inside.name) {
      open.pop();
      continue;
    }
    wrong(from, { code: 'svg.unreadable' });
    return { problems };
  }
  if (root === null || open.length > 0) wrong(text.length, { code: 'svg.unreadable' });
  return problems.length === 0 && root !== null ? { svg: root } : { problems };
}

function isHarmless(name: string, value: string, inline: boolean): boolean {
  if (name === 'id' && inline) return /^logo-[\w-]+$/.test(value);
  if (name === 'class' && inline) return /^logo-[\w-]+$/.test(value);
  return !/url\s*\(/i.test(value) || /^url\(#[\w-]+\)$/.test(value);
}

/** The same picture as text; `attributes` are added to its root. */
export function svgText(
  { name, attributes, children }: Svg,
  added: Readonly<Record<string, string>> = {},
): string {
  const written = Object.entries({ ...attributes, ...added }).map(
    ([key, value]) => ` ${key}="${escaped(value)}"`,
  );
  const inner = children.map((child) => (typeof child === 'string' ? child : svgText(child))).join('');
  return `<${name}${written.join('')}>${inner}</${name}>`;
}

function escaped(value: string): string {
  return value.replaceAll('"', '&quot;');
}
