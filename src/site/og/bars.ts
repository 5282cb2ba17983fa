import type { ImageShape, PreviewImage } from '../views/og/image.ts';
import type { StateShape } from '../views/status/state-mark.ts';
import { COLORS } from './colors.ts';
import { box, type Element, element } from './element.ts';

const HEIGHT = 60;

/**
 * Days as bars: a fault is shorter and darker, a day of which nothing is known an outline. The days that were well
 * are green only while the present is, so that a glance can not take the past for it.
 */
export function barsElement(
  bars: NonNullable<PreviewImage['bars']>,
  now: ImageShape,
  width: number,
): Element {
  const scale = HEIGHT / bars.height;
  const well = now === 'up' ? COLORS.shapes.up : COLORS.earlier;
  const of = (kind: StateShape, x: number, y: number, wide: number, high: number) => {
    const [left, across] = [(x / 100) * width, (wide / 100) * width];
    if (kind !== 'unknown') {
      const fill = kind === 'up' ? well : COLORS.shapes[kind];
      return rect({ x: left, y, width: across, height: high, fill });
    }
    return rect({
      x: left + 1,
      y: y + 1,
      width: Math.max(1, across - 2),
      height: Math.max(1, high - 2),
      fill: 'none',
      stroke: COLORS.shapes.unknown,
      'stroke-width': 1.5,
      'stroke-dasharray': '3 2.5',
    });
  };
  const part = (x: number, y: number, wide: number, height: number) =>
    rect({ x: (x / 100) * width, y, width: (wide / 100) * width, height, fill: COLORS.rule });
  const drawn = bars.days.flatMap(({ kind, x, y, width: wide, height, gap }) => [
    of(kind, x, y * scale, wide, height * scale),
    ...(gap === null || kind === 'unknown' ? [] : [part(x, gap.y * scale, wide, gap.height * scale)]),
  ]);
  return box({ flexDirection: 'column', gap: 12 }, [
    element('svg', { width, height: HEIGHT }, drawn, {
      viewBox: `0 0 ${width} ${HEIGHT}`,
      width,
      height: HEIGHT,
    }),
    box({ fontSize: 30 }, [bars.caption]),
  ]);
}

function rect(attributes: Readonly<Record<string, string | number>>): Element {
  return element('rect', {}, [], attributes);
}
