import { DAY, fromDate, type Microseconds, startOfDay } from './instant.ts';

/** The length of the history. */
export const HISTORY_DAYS = 548;
/** How many days ago the platform went from a batch every third day to one every day. */
export const DAILY_SINCE = 150;
/** How many days ago the scheduled run failed and a person ran the batch. */
export const MANUAL_RUN = 97;

/** The days of the history, counted back from the present one. */
export interface Calendar {
  now: Microseconds;
  /** The start of the UTC day that was so many days ago; 0 is today. */
  day(daysAgo: number): Microseconds;
  /** Whether that day was a Saturday or a Sunday (UTC). */
  isWeekend(daysAgo: number): boolean;
}

export function createCalendar(now: Date): Calendar {
  const instant = fromDate(now);
  const today = startOfDay(instant);
  const day = (daysAgo: number) => today - daysAgo * DAY;
  return {
    now: instant,
    day,
    isWeekend: (daysAgo) => new Date(day(daysAgo) / 1000).getUTCDay() % 6 === 0,
  };
}
