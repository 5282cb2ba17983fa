import { z } from 'zod';
import { expected } from '../core/fault.ts';
import { compare, type Decimal } from '../core/money.ts';
import type { Outcome } from '../core/outcome.ts';
import { wordsSchema } from '../core/words.ts';

/** A bound as it is written in YAML: a number or decimal text; kept as text. */
const bound = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, expected('number'))])
  .transform(String);

/** One comparison; exactly one of the four. */
export const limitSchema = z.union([
  z.strictObject({ below: bound }),
  z.strictObject({ at_most: bound }),
  z.strictObject({ above: bound }),
  z.strictObject({ at_least: bound }),
]);
export type Limit = z.infer<typeof limitSchema>;

export const ALERT_LEVELS = ['critical', 'high', 'medium'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** A closed list, so that both languages can name each. */
export const UNITS = [
  'ms',
  's',
  'min',
  'h',
  'days',
  '%',
  'blocks',
  'slots',
  'events/min',
  'count',
  'ratio',
  'lamports',
] as const;

/** A number with thresholds. What misses its target is degraded; what meets `down_when` is down. */
export const gaugeSchema = z.strictObject({
  unit: z.enum(UNITS),
  target: limitSchema.optional(),
  down_when: limitSchema.optional(),
  alerts: z
    .array(
      z.strictObject({
        level: z.enum(ALERT_LEVELS),
        when: limitSchema,
        /** What the runbook calls this threshold, where one level has several: the last that is met is said. */
        name: wordsSchema.optional(),
      }),
    )
    .default([]),
});
export type Gauge = z.infer<typeof gaugeSchema>;

/** Whether `value` satisfies a limit; exact, no rounding. */
export function satisfies(value: Decimal, limit: Limit): boolean {
  if ('below' in limit) return compare(value, limit.below) < 0;
  if ('at_most' in limit) return compare(value, limit.at_most) <= 0;
  if ('above' in limit) return compare(value, limit.above) > 0;
  if ('at_least' in limit) return compare(value, limit.at_least) >= 0;
  return limit satisfies never;
}

/** A limit in signs, with its unit: `≤ 24 h`. */
export function limitSigns(limit: Limit, unit: Gauge['unit']): string {
  if ('below' in limit) return `< ${measured(limit.below, unit)}`;
  if ('at_most' in limit) return `≤ ${measured(limit.at_most, unit)}`;
  if ('above' in limit) return `> ${measured(limit.above, unit)}`;
  if ('at_least' in limit) return `≥ ${measured(limit.at_least, unit)}`;
  return limit satisfies never;
}

/** A number with its unit: `7.98 h`. What is only counted has none. */
export function measured(value: Decimal, unit: Gauge['unit']): string {
  return unit === 'count' ? value : `${value} ${unit}`;
}

/** What a measured value says; a gauge without thresholds only informs. What sets off a critical alert is not well. */
export function judgeValue(value: Decimal, gauge: Gauge): Exclude<Outcome, 'unknown'> {
  if (gauge.down_when !== undefined && satisfies(value, gauge.down_when)) return 'down';
  if (gauge.target !== undefined && !satisfies(value, gauge.target)) return 'degraded';
  return alertOf(value, gauge) === 'critical' ? 'degraded' : 'up';
}

/** Whether some value of a gauge is not well. A high or medium alert only says how urgent a figure is. */
export function isLimited(gauge: Gauge | undefined): boolean {
  if (gauge === undefined) return false;
  const { target, down_when, alerts } = gauge;
  return target !== undefined || down_when !== undefined || alerts.some(({ level }) => level === 'critical');
}

/** Whether some number satisfies both of two limits. */
export function meetBoth(one: Limit, other: Limit): boolean {
  const lower = [one, other].find((limit) => 'above' in limit || 'at_least' in limit);
  const upper = [one, other].find((limit) => 'below' in limit || 'at_most' in limit);
  if (lower === undefined || upper === undefined) return true; // Both are open to the same side.
  const low = 'above' in lower ? lower.above : 'at_least' in lower ? lower.at_least : '0';
  const high = 'below' in upper ? upper.below : 'at_most' in upper ? upper.at_most : '0';
  const order = compare(low, high);
  return order < 0 || (order === 0 && satisfies(low, upper) && satisfies(high, lower));
}

/** The gravest alert level that a value sets off; null for none. */
export function alertOf(value: Decimal, gauge: Gauge): AlertLevel | null {
  const set = gauge.alerts.filter(({ when }) => satisfies(value, when)).map(({ level }) => level);
  return ALERT_LEVELS.find((level) => set.includes(level)) ?? null;
}
