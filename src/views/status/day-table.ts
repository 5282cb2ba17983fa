import type { Window } from '../../domain/status-publication.ts';
import type { Reader } from '../../i18n/reader.ts';

/** Every day of a component in figures, newest first: what stands behind its bars and its lines. */
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
  const ms = (value: number | null) => (value === null ? '–' : format.count(value));
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
    rows: days.toReversed().map((day) => ({
      day:
        day.length < 86_400 ? t('bars.today', { day: format.shortDay(day.day) }) : format.shortDay(day.day),
      cells: [
        format.decimal((Math.floor(day.up / 6) / 10).toFixed(1)),
        minutes(day.degraded),
        minutes(day.down),
        minutes(day.unknown),
        ...(latency ? [ms(day.p50), ms(day.p95)] : []),
      ],
    })),
  };
}
