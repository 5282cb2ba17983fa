import type { Calendar } from './calendar.ts';
import { HOUR, MINUTE, type Microseconds, SECOND } from './instant.ts';
import type { Random } from './random.ts';

/** Percentages as decimal text; they sum to 100. */
export interface Split {
  referral: string;
  treasury: string;
  buyback: string;
}

export interface SplitChange extends Split {
  instant: Microseconds;
  reason: string;
}

/** The split in effect when the history begins. */
export const firstSplit: Split = { referral: '10', treasury: '75', buyback: '15' };

const changes = [
  {
    daysAgo: 430,
    referral: '15',
    treasury: '70',
    buyback: '15',
    reason: 'Referral share adjusted after the first quarterly review',
  },
  {
    daysAgo: 300,
    referral: '17.5',
    treasury: '67.5',
    buyback: '15',
    reason: 'Interim step, published two weeks ahead in the documentation',
  },
  {
    daysAgo: 190,
    referral: '20',
    treasury: '65',
    buyback: '15',
    reason: 'Penyesuaian proporsi distribusi sesuai dokumen kebijakan versi 1.2',
  },
  {
    daysAgo: 47,
    referral: '25',
    treasury: '60',
    buyback: '15',
    reason: 'Updated distribution percentages as set out in policy document version 1.3',
  },
];

/** The changes of the split, oldest first, each on a working day in the office hours of Jakarta. */
export function planSplitChanges(calendar: Calendar, random: Random): SplitChange[] {
  return changes.map(({ daysAgo, ...change }) => {
    let day = daysAgo;
    while (calendar.isWeekend(day)) day += 1;
    const time = 4 * HOUR + random.int(0, 179) * MINUTE + random.int(0, 60 * SECOND - 1);
    return { ...change, instant: calendar.day(day) + time };
  });
}
