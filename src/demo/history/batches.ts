import type { Memo } from './anchors.ts';
import { type Calendar, DAILY_SINCE, HISTORY_DAYS, MANUAL_RUN } from './calendar.ts';
import { DAY, HOUR, MINUTE, type Microseconds, SECOND } from './instant.ts';
import type { Random } from './random.ts';

/** A distribution that is to be run: what the ledger cannot work out by itself. */
export interface PlannedBatch {
  id: string;
  instant: Microseconds;
  /** A run by hand covers no scheduled period. */
  withPeriod: boolean;
  /** What its memo on chain says; null where it has none. */
  memo: Memo | null;
  note: string | null;
}

const notes = new Map([
  [DAILY_SINCE - 1, 'First batch of the daily schedule.'],
  [MANUAL_RUN, 'Run by hand after the scheduled run did not start. No period is recorded.'],
  [61, 'Run with two operators present, after the database maintenance of the day before.'],
  [33, 'Proses batch diawasi manual setelah pembaruan basis data.'],
  [12, 'Scheduled run, checked by hand as part of the monthly review.'],
]);

/** When somebody wrote more into a memo than the hash. */
const WORDY = 33;

function memoOf(daysAgo: number): Memo {
  return daysAgo === WORDY ? 'with-a-word-more' : 'exact';
}

function isBatchDay(daysAgo: number): boolean {
  return daysAgo < DAILY_SINCE || (daysAgo - DAILY_SINCE) % 3 === 0;
}

/** Every third day first, then daily at about 01:02 UTC; the newest is less than a day old. */
export function planBatches(calendar: Calendar, random: Random): PlannedBatch[] {
  const batches: PlannedBatch[] = [];
  const plan = (daysAgo: number, instant: Microseconds): void => {
    batches.push({
      id: random.uuid(),
      instant,
      withPeriod: daysAgo !== MANUAL_RUN,
      // A proof comes some days after its batch, and a few never come.
      memo: daysAgo >= 6 && random.chance(880) ? memoOf(daysAgo) : null,
      note: notes.get(daysAgo) ?? null,
    });
  };

  for (let daysAgo = HISTORY_DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    if (!isBatchDay(daysAgo)) continue;
    const time = daysAgo === MANUAL_RUN ? 4 * HOUR + 37 * MINUTE : HOUR + 2 * MINUTE;
    const instant = calendar.day(daysAgo) + time + random.int(0, 57) * SECOND + random.int(1, SECOND - 1);
    if (instant < calendar.now) plan(daysAgo, instant);
  }

  // In the minute around the scheduled time yesterday's batch can be more than a day old
  // while today's is still to come: then today's comes a little early.
  const newest = batches.at(-1);
  if (newest && calendar.now - newest.instant >= DAY) plan(0, calendar.now - random.int(1, SECOND));
  return batches;
}
