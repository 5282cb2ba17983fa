import type { Window, WindowDay } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';

/** Latency by day: two lines in a room of 100 × 40, and the table of days that holds every figure. */
export interface Latency {
  readonly label: string;
  readonly last: string;
  /** Runs of days that follow each other; a day without a figure breaks the line. */
  readonly p50: readonly string[];
  readonly p95: readonly string[];
}

export const LATENCY_HEIGHT = 40;

/** Null where no answer of the component has a latency. */
export function latencyOf(reader: Reader, name: string, { days }: Window): Latency | null {
  const { t, format } = reader;
  const known = days.filter((day) => day.p95 !== null);
  const last = known.at(-1);
  if (last === undefined) return null;
  const high = Math.max(...known.map(({ p95 }) => p95 ?? 0));
  const figures = {
    p50: format.count(last.p50 ?? 0),
    p95: format.count(last.p95 ?? 0),
    day: format.day(last.day),
  };
  return {
    label: t('latency.sentence', { name, ...figures, high: format.count(high) }),
    last: t('latency.last', figures),
    p50: lines(days, high, (day) => day.p50),
    p95: lines(days, high, (day) => day.p95),
  };
}

function lines(days: readonly WindowDay[], high: number, of: (day: WindowDay) => number | null): string[] {
  const pieces: string[][] = [[]];
  for (const [index, day] of days.entries()) {
    const value = of(day);
    if (value === null) {
      pieces.push([]);
      continue;
    }
    const x = (index / Math.max(1, days.length - 1)) * 100;
    const y = LATENCY_HEIGHT - 1 - (value / Math.max(1, high)) * (LATENCY_HEIGHT - 3);
    pieces.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  return pieces.filter((piece) => piece.length > 0).map((piece) => piece.join(' '));
}
