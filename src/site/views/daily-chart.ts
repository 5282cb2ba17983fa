import { scaleBand, scaleLinear } from 'd3-scale';
import { addDays } from '../../core/instant.ts';
import { compare, type Decimal, shareOf } from '../../core/money.ts';
import { type Daily, dailyTotals, window } from '../../ledger/daily.ts';
import type { Reader } from '../../words/reader.ts';
import { amountPiece, type Segment } from './segment.ts';
import { column, figure, type Table, tableOf } from './table.ts';

/** Heights of the drawing in pixels; widths are percent of whatever room the page has. */
const HEIGHT = 168;
const RECENT = 7;

/** The revenue of some days as a drawing, as a sentence, and as the table that both are drawn from. */
export interface DailyChart {
  readonly days: number;
  readonly title: string;
  readonly summary: readonly Segment[];
  readonly sentence: string;
  readonly height: number;
  readonly bars: readonly {
    x: number;
    width: number;
    y: number;
    height: number;
    recent: boolean;
    title: string;
  }[];
  readonly grid: readonly { y: number; text: string }[];
  readonly feet: readonly { x: number; anchor: 'start' | 'end'; text: string }[];
  readonly table: Table;
  /** How many days have no row. */
  readonly gaps: string | null;
}

/** The last `days` complete days up to `lastDay`; null when there is not one row among them. */
export function dailyChart(
  reader: Reader,
  daily: readonly Daily[],
  { days, lastDay, unit }: { days: number; lastDay: string; unit: string },
): DailyChart | null {
  const rows = window(daily, days, lastDay);
  const [low, high] = extremes(rows);
  if (low === undefined || high === undefined) return null;
  const { format, t, rich } = reader;
  const sums = dailyTotals(rows);
  const amounts = { low: format.decimal(low.revenue), high: format.decimal(high.revenue) };
  const n = format.count(days);
  const short = { low: rounded(reader, low.revenue), high: rounded(reader, high.revenue) };
  return {
    days,
    title: t('days.title.range', { n, unit, ...short }),
    summary: rich('days.summary', {
      sum: amountPiece(reader, sums.revenue),
      unit,
      transactions: format.count(sums.tx_count),
      until: t('days.until', { day: format.day(lastDay) }),
    }),
    sentence: t('days.chart', {
      ...amounts,
      unit,
      from: format.day(addDays(lastDay, 1 - days)),
      to: format.day(lastDay),
      lowDay: format.day(low.day),
      highDay: format.day(high.day),
      sum: format.decimal(sums.revenue),
    }),
    height: HEIGHT,
    ...drawing(reader, rows, { days, lastDay, top: high.revenue }),
    table: table(reader, rows, days),
    gaps: days === rows.length ? null : t('days.gaps', { n: format.count(days - rows.length) }),
  };
}

function drawing(
  reader: Reader,
  rows: readonly Daily[],
  { days, lastDay, top }: { days: number; lastDay: string; top: Decimal },
): Pick<DailyChart, 'bars' | 'grid' | 'feet'> {
  const { format } = reader;
  const span = Array.from({ length: days }, (_, index) => addDays(lastDay, index + 1 - days));
  const x = scaleBand(span, [0, 100]).paddingInner(days > 10 ? 0.22 : 0.3);
  // The one place where an amount is a number: how high a bar is.
  const y = scaleLinear([0, Number(top) || 1], [HEIGHT, 0]).nice(3);
  const ceiling = `${y.domain()[1]}`;
  const ticks = y.ticks(3);
  // As many decimals as one step has: as text of its own accord a small number would come out as `5e-7`.
  const decimals = Math.max(0, -Math.floor(Math.log10((ticks[1] ?? 1) - (ticks[0] ?? 0))));
  const bars = rows.map((row) => {
    const height = shareOf(row.revenue, ceiling) * HEIGHT;
    return {
      x: pixel(x(row.day) ?? 0),
      width: pixel(x.bandwidth()),
      y: pixel(HEIGHT - height),
      height: pixel(height),
      recent: row.day > addDays(lastDay, -RECENT),
      title: `${format.day(row.day)}: ${format.decimal(row.revenue)}`,
    };
  });
  return {
    bars,
    grid: ticks.map((value) => ({ y: pixel(y(value)), text: format.decimal(value.toFixed(decimals)) })),
    feet: [
      { x: 0, anchor: 'start', text: format.shortDay(span[0] ?? lastDay) },
      { x: 100, anchor: 'end', text: format.shortDay(lastDay) },
    ],
  };
}

function table(reader: Reader, rows: readonly Daily[], days: number): Table {
  const { format, t } = reader;
  const sums = dailyTotals(rows);
  return tableOf<Daily>(
    [
      column('day', t('days.day'), ({ day }) => format.day(day), {
        class: 'nowrap',
        sum: t('days.sum', { n: format.count(days) }),
      }),
      figure('transactions', t('days.transactions'), ({ tx_count }) => format.count(tx_count), {
        sum: format.count(sums.tx_count),
      }),
      figure('revenue', t('days.revenue'), ({ revenue }) => amountPiece(reader, revenue), {
        sum: amountPiece(reader, sums.revenue),
      }),
      figure(
        'distributed',
        t('days.distributed'),
        ({ distributed_revenue }) => amountPiece(reader, distributed_revenue),
        { sum: amountPiece(reader, sums.distributed_revenue) },
      ),
    ],
    rows.toReversed(),
    { form: 'plain' },
  );
}

function extremes(rows: readonly Daily[]): [Daily | undefined, Daily | undefined] {
  const ranked = rows.toSorted((a, b) => compare(a.revenue, b.revenue));
  return [ranked[0], ranked.at(-1)];
}

/** For a heading only: without its fraction, which the table beside it has in full. */
function rounded(reader: Reader, amount: Decimal): string {
  return reader.format.amount(amount).whole;
}

const pixel = (length: number) => Math.round(length * 100) / 100;
