import { addSeconds } from '../../../core/uptime.ts';
import type { Window, WindowDay } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { column, figure, type Table, tableOf } from '../table.ts';
import { kindOf } from './stretches.ts';

/**
 * The days of a component in figures, newest first: what stands behind its bars and its lines. Days that follow
 * each other without a known fault, or of which nothing is known, are one row: their minutes added up, their
 * latencies from the lowest to the highest. A day with a fault stands alone, and so does today.
 */
export function dayTable(reader: Reader, { days }: Window): Table {
  const { t, format } = reader;
  const minutes = (seconds: number) =>
    seconds === 0 ? '0' : format.decimal((Math.ceil(seconds / 6) / 10).toFixed(1));
  const today = days.at(-1);
  const rows = stretches(days)
    .toReversed()
    .map((stretch) => ({
      stretch,
      sum: addSeconds(stretch),
      partDegraded: stretch.reduce((all, { degraded_unknown }) => all + degraded_unknown, 0),
    }));
  const latency = days.some(({ p95 }) => p95 !== null) ? (['p50', 'p95'] as const) : [];
  return tableOf<(typeof rows)[number]>(
    [
      column(
        'day',
        t('bars.day'),
        ({ stretch }) =>
          stretch[0] === today
            ? t('bars.today', { day: format.shortDay(today?.day ?? '') })
            : spanOf(reader, stretch),
        { class: 'nowrap' },
      ),
      // What was well is cut, what was not is rounded up.
      ...(['up', 'degraded', 'down', 'unknown'] as const).map((kind) =>
        figure(
          kind,
          t('days.minutes', { what: t(`bars.key.${kind}`) }),
          ({ sum, partDegraded }: (typeof rows)[number]) => {
            if (kind === 'up') return format.decimal((Math.floor(sum.up / 6) / 10).toFixed(1));
            // The bar names the day by it.
            return kind === 'unknown' && partDegraded > 0
              ? t('days.partDegraded', { all: minutes(sum.unknown), part: minutes(partDegraded) })
              : minutes(sum[kind]);
          },
        ),
      ),
      ...latency.map((which) =>
        figure(which, t('days.latency', { what: which }), ({ stretch }: (typeof rows)[number]) =>
          range(reader, stretch, which),
        ),
      ),
    ],
    rows,
    { form: 'plain' },
  );
}

function stretches(days: readonly WindowDay[]): WindowDay[][] {
  const runs: WindowDay[][] = [];
  for (const [index, day] of days.entries()) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const alike =
      first !== undefined && kindOf(first) === kindOf(day) && ['up', 'unknown'].includes(kindOf(day));
    if (alike && index < days.length - 1) run?.push(day);
    else runs.push([day]);
  }
  return runs;
}

function spanOf({ t, format }: Reader, stretch: readonly WindowDay[]): string {
  const [from, to] = [stretch[0]?.day ?? '', stretch.at(-1)?.day ?? ''].map(format.shortDay);
  return from === to ? (from ?? '') : t('bars.range', { from: from ?? '', to: to ?? '' });
}

/** "101–126", or one number where all are the same. */
function range({ format }: Reader, stretch: readonly WindowDay[], which: 'p50' | 'p95'): string {
  const known = stretch.flatMap((day) => day[which] ?? []);
  if (known.length === 0) return '–';
  const [low, high] = [Math.min(...known), Math.max(...known)].map((value) => format.count(value));
  return low === high ? `${low}` : `${low}–${high}`;
}
