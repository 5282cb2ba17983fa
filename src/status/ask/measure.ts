import { type IsoInstant, toDate } from '../../core/instant.ts';
import { compare, type Decimal } from '../../core/money.ts';
import { type Gauge, judgeValue, satisfies } from '../../systems/gauge.ts';
import type { Sample } from '../sample.ts';

/** What a sample holds besides its outcome. */
export type Beside = Pick<Sample, 'ms' | 'endpoint'>;

/** Units of time in milliseconds. */
const TIME: Readonly<Partial<Record<Gauge['unit'], number>>> = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  days: 86_400_000,
};

/** A measured number as a sample; without a number the question says nothing. */
export function judged(value: Decimal | null, gauge: Gauge | undefined, beside: Beside): Sample {
  if (value === null) return { ...beside, outcome: 'unknown', reason: 'not-a-number' };
  const outcome = gauge === undefined ? 'up' : judgeValue(value, gauge);
  switch (outcome) {
    case 'up':
      return { ...beside, outcome, value };
    case 'degraded': {
      const missed = gauge?.target !== undefined && !satisfies(value, gauge.target);
      return { ...beside, outcome, value, reason: missed ? 'target-missed' : 'critical-alert' };
    }
    case 'down':
      return { ...beside, outcome, value, reason: 'limit-exceeded' };
    default:
      return outcome satisfies never;
  }
}

/** How far the clocks of two machines may differ before a time in the future says nothing. */
export const CLOCK_DIFFERENCE = 5 * 60_000;

/**
 * How long ago something was, as a sample; null where there is no such time. One in the future says nothing: it
 * would stay younger than any limit for as long as it lies there.
 */
export function judgedAge(
  instant: IsoInstant | Date | null,
  gauge: Gauge | undefined,
  { now, unit, ...beside }: Beside & { readonly now: IsoInstant; readonly unit: 's' | 'h' },
): Sample {
  if (instant === null) return judged(null, gauge, beside);
  const age = ageOf(instant, now);
  if (age < -CLOCK_DIFFERENCE) return { ...beside, outcome: 'unknown', reason: 'in-the-future' };
  return judged(lengthIn(age, gauge, unit), gauge, beside);
}

/** A length of time in the unit of its gauge (in `otherwise` where that is none of time), to three decimals, cut. */
export function lengthIn(
  milliseconds: number,
  gauge: Gauge | undefined,
  otherwise: 'ms' | 's' | 'h',
): Decimal {
  const unit = TIME[gauge?.unit ?? otherwise] ?? TIME[otherwise] ?? 1;
  const thousandths = Math.trunc((Math.round(milliseconds) * 1000) / unit);
  const sign = thousandths < 0 ? '-' : '';
  const digits = String(Math.abs(thousandths)).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -3)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Milliseconds between an instant and now; negative for one in the future. */
export function ageOf(instant: IsoInstant | Date, now: IsoInstant): number {
  const then = instant instanceof Date ? instant : toDate(instant);
  return toDate(now).getTime() - then.getTime();
}

/** An instant told as Unix seconds; null for what can not be one. */
export function unixInstant(seconds: Decimal | null): Date | null {
  if (seconds === null || compare(seconds, '0') < 0 || compare(seconds, '99999999999') > 0) return null;
  return new Date(Math.trunc(Number(seconds) * 1000));
}
