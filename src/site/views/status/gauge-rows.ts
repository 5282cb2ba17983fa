import type { IsoInstant } from '../../../core/instant.ts';
import { compare, type Decimal } from '../../../core/money.ts';
import type { CheckNow, SystemNow } from '../../../status/present.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { alertOf, type Gauge, type Limit, satisfies } from '../../../systems/gauge.ts';
import type { Reader } from '../../../words/reader.ts';
import { type Cell, column, figure, type Table, type Trend, tableOf } from '../table.ts';
import { mark } from './state-mark.ts';
import { unitWord, withUnit } from './unit.ts';

type Gauged = CheckNow['check'] & { readonly gauge: Gauge };

/** Each figure against its target: value, trend, and the alert level it sets off; null when nothing is measured. */
export function gaugeTable(reader: Reader, status: StatusPublication, system: SystemNow): Table | null {
  const { t, format } = reader;
  const rows = system.components.flatMap(({ checks }) =>
    checks.flatMap((now) =>
      isGauged(now.check) ? [{ now, ...now.check, ...shownValue(reader, now, now.check) }] : [],
    ),
  );
  if (rows.length === 0) return null;
  const when = system.observed_at;
  return tableOf<(typeof rows)[number]>(
    [
      column('figure', t('gauges.figure'), ({ name }) => name[reader.language]),
      figure(
        'value',
        t('gauges.value'),
        ({ value, unit }) => (value === null ? t('word.unknown') : withUnit(format.decimal(value), unit)),
        { class: 'nowrap' },
      ),
      column('target', t('gauges.target'), ({ gauge, unit }) =>
        gauge.target === undefined ? t('gauges.noTarget') : limitText(reader, gauge.target, unit),
      ),
      column('trend', t('gauges.trend'), ({ now, gauge, unit }) => trendOf(reader, now.values, gauge, unit)),
      column('level', t('gauges.level'), ({ now, gauge, value }) => levelOf(reader, value, gauge, now)),
    ],
    rows,
    {
      caption: t('gauges.caption', {
        when: when === null ? t('word.unknown') : t('state.at', { when: format.stamp(when) }),
        from: status.readFrom === null ? t('word.unknown') : format.stamp(status.readFrom),
      }),
    },
  );
}

function isGauged(check: CheckNow['check']): check is Gauged {
  return check.gauge !== undefined;
}

/** Null where the value is not known. */
function shownValue(
  reader: Reader,
  { state }: CheckNow,
  { gauge }: Gauged,
): { value: Decimal | null; unit: string } {
  const value = state.observed_at === null ? null : (state.sample?.value ?? null);
  return { value, unit: unitWord(reader, gauge.unit) };
}

/** The alert that a value sets off; else that there is none, until when that holds, and what is said from then on. */
function levelOf(reader: Reader, value: Decimal | null, gauge: Gauge, now: CheckNow): Cell {
  const level = value === null ? null : alertOf(value, gauge);
  // A value that vouches for nothing any more rules no alert out.
  const vouches = value !== null && now.state.outcome !== 'unknown';
  if (value === null || level === null)
    return {
      kind: 'ageing',
      text: reader.t(vouches ? 'gauges.noAlert' : 'word.unknown'),
      until: vouches ? now.state.valid_until : null,
      aged: reader.t('state.unknown'),
    };
  const named = gauge.alerts.findLast(
    (alert) => alert.level === level && alert.name !== undefined && satisfies(value, alert.when),
  );
  const words = reader.t(`alert.${level}`);
  const text =
    named?.name === undefined
      ? words
      : reader.t('alert.named', { level: words, name: named.name[reader.language] });
  return { kind: 'state', mark: mark(reader, level === 'medium' ? 'degraded' : 'down', text, now.state) };
}

/** A limit in words: `at most 24 h`. */
export function limitText({ t, format }: Reader, limit: Limit, unit: string): string {
  const said = (bound: string) => ({ bound: withUnit(format.decimal(bound), unit) });
  if ('below' in limit) return t('limit.below', said(limit.below));
  if ('at_most' in limit) return t('limit.at_most', said(limit.at_most));
  if ('above' in limit) return t('limit.above', said(limit.above));
  return t('limit.at_least', said(limit.at_least));
}

const MOST_POINTS = 60;

/** For drawing only: a float is near enough for a line of 24 pixels. */
function trendOf(
  reader: Reader,
  values: readonly { readonly at: IsoInstant; readonly value: string }[],
  gauge: Gauge,
  unit: string,
): Cell {
  if (values.length < 2) return null;
  const step = Math.max(1, Math.ceil(values.length / MOST_POINTS));
  const drawn = values.filter((_, index) => (values.length - 1 - index) % step === 0);
  const sorted = values.map(({ value }) => value).toSorted((a, b) => compare(a, b));
  const [low = '0', high = low] = [sorted[0], sorted.at(-1)];
  const [least, most] = [Number(low), Number(high)];
  const y = (value: number) => (most === least ? 12 : 22 - ((value - least) / (most - least)) * 20);
  const bound = gauge.target === undefined ? null : Number(Object.values(gauge.target)[0]);
  const trend: Trend = {
    label: reader.t('gauges.trendLabel', {
      n: reader.format.count(values.length),
      low: reader.format.decimal(low),
      high: withUnit(reader.format.decimal(high), unit),
    }),
    points: drawn
      .map(
        ({ value }, index) =>
          `${((index / Math.max(1, drawn.length - 1)) * 100).toFixed(1)},${y(Number(value)).toFixed(1)}`,
      )
      .join(' '),
    target: bound === null || bound < least || bound > most ? null : Math.round(y(bound) * 10) / 10,
  };
  return { kind: 'trend', trend };
}
