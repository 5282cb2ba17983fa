import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planBatches } from './batches.ts';
import { createCalendar } from './calendar.ts';
import { DAY, HOUR, toText } from './instant.ts';
import { createRandom } from './random.ts';
import { planSplitChanges } from './splits.ts';
import { inventTransactions } from './transactions.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const instants = fc.oneof(
  fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
  // The minute around the scheduled run, when yesterday's batch can be more than a day old.
  fc.integer({ min: 0, max: 119_999 }).map((ms) => new Date(Date.UTC(2026, 10, 20, 1, 1, 30) + ms)),
);

test('whatever the instant, the newest batch is less than a day old and nothing lies ahead', () => {
  fc.assert(
    fc.property(instants, seeds, (now, seed) => {
      const calendar = createCalendar(now);
      const batches = planBatches(calendar, createRandom(seed, 'batches'));
      const times = batches.map(({ instant }) => instant);
      const newest = times.at(-1) ?? 0;
      expect(newest).toBeLessThan(calendar.now);
      expect(calendar.now - newest).toBeLessThan(DAY);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(batches.filter(({ withPeriod }) => !withPeriod)).toHaveLength(1);
      expect(
        batches.filter(({ memo, instant }) => memo !== null && calendar.now - instant < 5 * DAY),
      ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('whatever the instant, some transactions wait at the end, and each split change lies in the past', () => {
  fc.assert(
    fc.property(instants, seeds, (now, seed) => {
      const calendar = createCalendar(now);
      const newest = planBatches(calendar, createRandom(seed, 'batches')).at(-1)?.instant ?? 0;
      const transactions = inventTransactions(calendar, newest, createRandom(seed, 'transactions'));
      const end = toText(calendar.now);
      const lastBatch = toText(newest);
      expect(
        transactions.every(({ created_at, verified_at }) => created_at < end && (verified_at ?? '') < end),
      ).toBe(true);
      expect(transactions.some(({ status }) => status === 'pending')).toBe(true);
      expect(transactions.some(({ verified_at }) => verified_at !== null && verified_at >= lastBatch)).toBe(
        true,
      );
      for (const { instant } of planSplitChanges(calendar, createRandom(seed, 'splits'))) {
        expect(instant).toBeLessThan(calendar.now);
        expect([0, 6]).not.toContain(new Date(instant / 1000).getUTCDay());
        expect(instant % DAY).toBeLessThan(9 * HOUR);
      }
    }),
    { numRuns: 10 },
  );
}, 60_000);
