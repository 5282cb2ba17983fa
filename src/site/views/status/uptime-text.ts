import { type Seconds, uptimeOf } from '../../../core/uptime.ts';
import type { Window } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';

/**
 * `99.86–99.91%`: worst and best case, cut (never rounded up) at the last digit that is not finer than one
 * answer, which vouches for `every` seconds of one component.
 */
export function intervalText(reader: Reader, seconds: Seconds, every: number): string {
  const uptime = uptimeOf(seconds);
  if (uptime === null) return reader.t('uptime.unknown');
  const window = seconds.up + seconds.degraded + seconds.down + seconds.unknown;
  const digits = digitsOf(every, window);
  const [worst, best] = [uptime.worst, uptime.best].map((part) =>
    reader.format.decimal(percentOf(part, digits)),
  );
  return worst === best
    ? reader.t('uptime.exact', { best: best ?? '' })
    : reader.t('uptime.interval', { worst: worst ?? '', best: best ?? '' });
}

/** How many decimals of a percentage are not finer than `every` seconds of a window; at most four. */
export function digitsOf(every: number, window: number): number {
  const oneAnswer = (every / window) * 100;
  return Math.max(0, Math.min(4, Math.floor(-Math.log10(oneAnswer))));
}

export interface UptimeText {
  readonly interval: string;
  readonly days: string;
}

export function uptimeText(reader: Reader, window: Window | null, every: number): UptimeText {
  if (window === null) return { interval: reader.t('uptime.unknown'), days: '' };
  const count = window.days.length;
  return {
    interval: intervalText(reader, window.sum, every),
    days: reader.t('uptime.days', { count, n: reader.format.count(count) }),
  };
}

/** Parts of a million as a percentage with so many decimals: 998_691 → `99.86`. A whole 100 stays `100`. */
function percentOf(part: number, digits: number): string {
  if (part === 1_000_000) return '100';
  const cut = Math.floor(part / 10 ** (4 - digits)).toString();
  if (digits === 0) return cut;
  const padded = cut.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
