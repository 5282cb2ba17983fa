/**
 * An instant in whole microseconds since 1970 UTC, as PostgreSQL keeps it. A safe integer
 * until the year 2255; a JavaScript Date would lose the last three digits.
 */
export type Microseconds = number;

export const SECOND: Microseconds = 1_000_000;
export const MINUTE: Microseconds = 60 * SECOND;
export const HOUR: Microseconds = 60 * MINUTE;
export const DAY: Microseconds = 24 * HOUR;

export function fromDate(date: Date): Microseconds {
  return date.getTime() * 1000;
}

/** The start of the UTC day that holds the instant. */
export function startOfDay(instant: Microseconds): Microseconds {
  return instant - (instant % DAY);
}

/** ISO 8601 with six decimals: `2026-01-26T01:02:03.123456Z`. */
export function toText(instant: Microseconds): string {
  const micros = String(instant % 1000).padStart(3, '0');
  return new Date(Math.floor(instant / 1000)).toISOString().replace('Z', `${micros}Z`);
}
