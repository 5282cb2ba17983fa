import type { ImageShape } from '../views/og/image.ts';
import { COLORS } from './colors.ts';
import { type Element, element } from './element.ts';

/** The shapes of the pages, so that a state is known without its colour; each in a square of 16. */
export function shapeElement(shape: ImageShape, size: number): Element {
  const color = COLORS.shapes[shape];
  return element('svg', { width: size, height: size, flexShrink: 0 }, [drawn(shape, color)], {
    viewBox: '0 0 16 16',
    width: size,
    height: size,
  });
}

function drawn(shape: ImageShape, color: string): Element {
  const path = (d: string) => element('path', {}, [], { d, fill: color });
  const line = (d: string, more: object = {}) =>
    element('path', {}, [], { d, fill: 'none', stroke: color, 'stroke-width': 1.9, ...more });
  switch (shape) {
    case 'up':
      return element('circle', {}, [], { cx: 8, cy: 8, r: 6, fill: color });
    case 'degraded':
      return path('M8 1.5L15 14.5H1z');
    case 'down':
      return path('M2 2h6.5v4.5H14V14H2z');
    case 'unknown':
      return line('M8 1.2L14.8 8L8 14.8L1.2 8z', { 'stroke-width': 1.5, 'stroke-dasharray': '2.4 1.9' });
    case 'closed':
      return element('circle', {}, [], {
        cx: 8,
        cy: 8,
        r: 5.5,
        fill: 'none',
        stroke: color,
        'stroke-width': 2,
      });
    case 'equal':
      return line('M2.5 5.5h11M2.5 10.5h11');
    case 'unequal':
      return line('M2.5 5.5h11M2.5 10.5h11M11.5 1.5l-7 13');
    case 'absent':
      return line('M3 8h10');
    case 'untold':
      return line('M2.5 5.5h4M9.5 5.5h4M2.5 10.5h4M9.5 10.5h4');
    case 'unchecked':
      return path(
        'M1.5 8a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M6.4 8a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M11.3 8a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0',
      );
    default:
      return shape satisfies never;
  }
}
