import { describe, expect, test } from 'vitest';
import { fromDate, toText } from './instant.ts';
import { createRandom } from './random.ts';
import { amountText, drawAmount } from './transactions.ts';

describe('createRandom()', () => {
  test('repeats itself for the same seed and name, and for no other', () => {
    const first = (seed: number, stream: string) => createRandom(seed, stream).uuid();
    expect(first(1, 'batches')).toBe(first(1, 'batches'));
    expect(first(1, 'batches')).not.toBe(first(2, 'batches'));
    expect(first(1, 'batches')).not.toBe(first(1, 'wallets'));
  });

  test('makes UUIDs of version 4', () => {
    const random = createRandom(3, 'test');
    for (let index = 0; index < 100; index += 1) {
      expect(random.uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });

  test('refuses to pick from nothing', () => {
    expect(() => createRandom(1, 'test').pick([])).toThrow(RangeError);
  });
});

test('amounts are positive, have six decimals and a mean of some 165 TPC', () => {
  const random = createRandom(5, 'amounts');
  const drawn = Array.from({ length: 20_000 }, () => drawAmount(random, 1000));
  expect(drawn.every((amount) => amount > 0n)).toBe(true);
  const mean = drawn.reduce((sum, amount) => sum + amount, 0n) / 20_000n / 1_000_000n;
  expect(mean).toBeGreaterThan(155n);
  expect(mean).toBeLessThan(180n);
  expect(amountText(1_000_100_010n)).toBe('1000.100010');
  expect(amountText(1n)).toBe('0.000001');
});

test('an instant keeps its microseconds as text', () => {
  expect(toText(fromDate(new Date('2026-01-26T01:02:03.123Z')) + 456)).toBe('2026-01-26T01:02:03.123456Z');
});
