import type { Window, WindowDay } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Table } from '../table.ts';
import type { StateShape } from './state-mark.ts';
import { type DayIncident, kindOf, onDay, stretchTable } from './stretches.ts';
import { intervalText } from './uptime-text.ts';

/** One day as a bar; x and width in percent of the room, y and height in pixels from the top. */
export interface Bar {
  readonly kind: StateShape;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** The share of which nothing is known, above the bar: a dashed outline; null where it is too small to see. */
  readonly gap: { readonly y: number; readonly height: number } | null;
  readonly title: string;
}

/** The mark of a day's incidents below its bar; `x` in percent, in the middle of the bar. */
export interface BarMark {
  readonly x: number;
  readonly title: string;
}

export interface DayBars {
  readonly height: number;
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Days that an incident reaches into: a mark below the bar. */
  readonly marks: readonly BarMark[];
  readonly feet: { readonly from: string; readonly to: string };
  readonly table: Table;
}

export const BAR_HEIGHT = 34;
/** The room below the bars that the marks of incidents take. */
const MARK_ROOM = 10;
/** How high a bar stands at most: fault is shorter than well, so that height says it besides colour. */
const TOP: Record<StateShape, number> = { up: 1, degraded: 0.62, down: 0.34, unknown: 1 };
/** From this share of a day on, what is not known is drawn beside what is. */
const VISIBLE = 0.02;

/** The days of a window as bars, and as a table of stretches; `room` is how many days the row has place for. */
export function dayBars(
  reader: Reader,
  name: string,
  window: Window,
  every: number,
  { room = 90, incidents = [] }: { readonly room?: number; readonly incidents?: readonly DayIncident[] } = {},
): DayBars {
  const { t, format } = reader;
  const { days } = window;
  const step = 100 / room;
  const last = days.at(-1)?.day ?? '';
  const first = days[0]?.day ?? '';
  const left = (index: number) => (room - days.length + index) * step;
  const marks = days.flatMap(({ day }, index) => {
    const [on, ...more] = onDay(incidents, day);
    if (on === undefined) return [];
    const title = t('bars.incident', {
      day: format.day(day),
      title: format.list([on, ...more].map((one) => one.title)),
    });
    return [{ x: round(left(index) + step * 0.36), title }];
  });
  return {
    height: BAR_HEIGHT + (marks.length > 0 ? MARK_ROOM : 0),
    marks,
    label: t('bars.label', {
      name,
      days: format.count(days.length),
      to: format.day(last),
      sentence: summary(reader, days),
    }),
    bars: days.map((day, index) => {
      const whole = day.length / 86_400;
      return {
        ...shapeOf(day, window.components),
        x: round(left(index)),
        width: round(step * 0.72 * (index === days.length - 1 ? Math.max(0.4, whole) : 1)),
        title: titleOf(reader, day, every),
      };
    }),
    feet: { from: format.shortDay(first), to: format.shortDay(last) },
    table: stretchTable(reader, name, days, every, incidents),
  };
}

function shapeOf(day: WindowDay, components: number): Pick<Bar, 'kind' | 'y' | 'height' | 'gap'> {
  const kind = kindOf(day);
  if (kind === 'unknown') return { kind, y: 0.5, height: BAR_HEIGHT - 1, gap: null };
  const full = BAR_HEIGHT * TOP[kind];
  const unknown = day.unknown / (day.length * components);
  const height = kind === 'up' ? full * (1 - unknown) : full;
  const visible = unknown >= VISIBLE;
  const free = BAR_HEIGHT - height;
  const gap = visible
    ? { y: 0.5, height: round(Math.max(2, Math.min(free, BAR_HEIGHT * unknown)) - 1) }
    : null;
  return { kind, y: round(free), height: round(height), gap };
}

/** "88 days without a known fault, 1 with an outage, 1 not known". */
function summary({ t, format }: Reader, days: readonly WindowDay[]): string {
  const KEYS = {
    up: 'bars.well',
    degraded: 'bars.degraded',
    down: 'bars.down',
    unknown: 'bars.unknown',
  } as const;
  return (['up', 'degraded', 'down', 'unknown'] as const)
    .map((kind) => ({ kind, count: days.filter((day) => kindOf(day) === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t(KEYS[kind], { count, n: format.count(count) }))
    .join(', ');
}

function titleOf(reader: Reader, day: WindowDay, every: number): string {
  const name = reader.format.day(day.day);
  const said = day.length < 86_400 ? reader.t('bars.today', { day: name }) : name;
  const kind = reader.t(`bars.kind.${kindOf(day)}`);
  return `${said}: ${kind}, ${intervalText(reader, day, every)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
