import type { IsoInstant } from '../../../core/instant.ts';
import { compare, type Decimal } from '../../../core/money.ts';
import type { CheckNow, SystemNow } from '../../../status/present.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { alertOf, type Gauge, type Limit, satisfies } from '../../../systems/gauge.ts';
import type { Reader } from '../../../words/reader.ts';
import { mark, type StateMark } from './state-mark.ts';
import { unitWord, withUnit } from './unit.ts';

/** A figure against its target: value, trend, and the alert level it sets off. */
export interface GaugeRow {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly trend: Trend | null;
  readonly alert: StateMark | null;
  /** In its place: that there is none, until when that holds, and what is said from then on. */
  readonly noAlert: { readonly text: string; readonly until: IsoInstant | null; readonly aged: string };
}

export interface GaugeTable {
  readonly title: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly GaugeRow[];
}

/** A small line of the last values; coordinates in a room of 100 × 24. */
export interface Trend {
  readonly label: string;
  readonly points: string;
  /** Where the target lies, when it is within the room. */
  readonly target: number | null;
}

type Gauged = CheckNow['check'] & { readonly gauge: Gauge };

/** Null when nothing of the system is measured. */
export function gaugeTable(reader: Reader, status: StatusPublication, system: SystemNow): GaugeTable | null {
  const { t, format } = reader;
  const rows = system.components.flatMap(({ checks }) =>
    checks.flatMap((now) => (isGauged(now.check) ? [gaugeRow(reader, now, now.check)] : [])),
  );
  if (rows.length === 0) return null;
  const when = system.observed_at;
  return {
    title: t('gauges.title'),
    caption: t('gauges.caption', {
      when: when === null ? t('word.unknown') : t('state.at', { when: format.stamp(when) }),
      from: status.readFrom === null ? t('word.unknown') : format.stamp(status.readFrom),
    }),
    head: [t('gauges.figure'), t('gauges.value'), t('gauges.target'), t('gauges.trend'), t('gauges.level')],
    rows,
  };
}

function isGauged(check: CheckNow['check']): check is Gauged {
  return check.gauge !== undefined;
}

function gaugeRow(reader: Reader, now: CheckNow, { name, gauge }: Gauged): GaugeRow {
  const { t, language } = reader;
  const value = now.state.sample?.value;
  const unit = unitWord(reader, gauge.unit);
  const known = value !== undefined && now.state.observed_at !== null;
  // A value that vouches for nothing any more rules no alert out.
  const vouches = known && now.state.outcome !== 'unknown';
  return {
    name: name[language],
    value: known ? withUnit(reader.format.decimal(value), unit) : t('word.unknown'),
    target: gauge.target === undefined ? t('gauges.noTarget') : limitText(reader, gauge.target, unit),
    trend: trendOf(reader, now.values, gauge, unit),
    alert: known ? alertMark(reader, value, gauge, now) : null,
    noAlert: {
      text: t(vouches ? 'gauges.noAlert' : 'word.unknown'),
      until: vouches ? now.state.valid_until : null,
      aged: t('state.unknown'),
    },
  };
}

function alertMark(reader: Reader, value: Decimal, gauge: Gauge, now: CheckNow): StateMark | null {
  const level = alertOf(value, gauge);
  if (level === null) return null;
  const named = gauge.alerts.findLast(
    (alert) => alert.level === level && alert.name !== undefined && satisfies(value, alert.when),
  );
  const words = reader.t(`alert.${level}`);
  const text =
    named?.name === undefined
      ? words
      : reader.t('alert.named', { level: words, name: named.name[reader.language] });
  return mark(reader, level === 'medium' ? 'degraded' : 'down', text, now.state);
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
): Trend | null {
  if (values.length < 2) return null;
  const step = Math.max(1, Math.ceil(values.length / MOST_POINTS));
  const drawn = values.filter((_, index) => (values.length - 1 - index) % step === 0);
  const sorted = values.map(({ value }) => value).toSorted((a, b) => compare(a, b));
  const [low = '0', high = low] = [sorted[0], sorted.at(-1)];
  const [least, most] = [Number(low), Number(high)];
  const y = (value: number) => (most === least ? 12 : 22 - ((value - least) / (most - least)) * 20);
  const bound = gauge.target === undefined ? null : Number(Object.values(gauge.target)[0]);
  return {
    label: reader.t('gauges.trendLabel', {
      n: reader.format.count(values.length),
      low: reader.format.decimal(low),
      high: reader.format.decimal(high),
      unit,
    }),
    points: drawn
      .map(
        ({ value }, index) =>
          `${((index / Math.max(1, drawn.length - 1)) * 100).toFixed(1)},${y(Number(value)).toFixed(1)}`,
      )
      .join(' '),
    target: bound === null || bound < least || bound > most ? null : Math.round(y(bound) * 10) / 10,
  };
}
