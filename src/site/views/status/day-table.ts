import { addSeconds } from '../../../core/uptime.ts';
import type { Window, WindowDay } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { kindOf } from './stretches.ts';

/**
 * The days of a component in figures, newest first: what stands behind its bars and its lines. Days that follow
 * each other without a known fault, or of which nothing is known, are one row: their minutes added up, their
 * latencies from the lowest to the highest. A day with a fault stands alone, and so does today.
 */
export interface DayTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly day: string; readonly cells: readonly string[] }[];
}

export function dayTable(reader: Reader, name: string, { days }: Window): DayTable {
  const { t, format } = reader;
  const minutes = (seconds: number) =>
    seconds === 0 ? '0' : format.decimal((Math.ceil(seconds / 6) / 10).toFixed(1));
  const latency = days.some(({ p95 }) => p95 !== null);
  const today = days.at(-1);
  return {
    title: t('bars.table', { name }),
    head: [
      t('bars.day'),
      t('days.minutes', { what: t('bars.key.up') }),
      t('days.minutes', { what: t('bars.key.degraded') }),
      t('days.minutes', { what: t('bars.key.down') }),
      t('days.minutes', { what: t('bars.key.unknown') }),
      ...(latency ? [t('days.latency', { what: 'p50' }), t('days.latency', { what: 'p95' })] : []),
    ],
    rows: stretches(days)
      .toReversed()
      .map((stretch) => {
        const sum = addSeconds(stretch);
        return {
          day:
            stretch[0] === today
              ? t('bars.today', { day: format.shortDay(today?.day ?? '') })
              : spanOf(reader, stretch),
          cells: [
            format.decimal((Math.floor(sum.up / 6) / 10).toFixed(1)),
            minutes(sum.degraded),
            minutes(sum.down),
            minutes(sum.unknown),
            ...(latency ? [range(reader, stretch, 'p50'), range(reader, stretch, 'p95')] : []),
          ],
        };
      }),
  };
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
