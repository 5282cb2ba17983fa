import { describe, expect, test } from 'vitest';
import type { ChangelogEntry } from './changelog.ts';
import { splitAt, splitHistory, splitSchema } from './split.ts';

const split = (referral: string, treasury: string, buyback: string) => ({ referral, treasury, buyback });
const change = (created_at: string, before: object | null, after: object, reason = 'x'): ChangelogEntry => ({
  id: `${created_at}|distribution_split`,
  created_at,
  key: 'distribution_split',
  old_value: before === null ? null : JSON.stringify(before),
  new_value: JSON.stringify(after),
  reason,
});
const a = split('20', '65', '15');
const b = split('25', '60', '15');
const c = split('30', '55', '15');
const first = change('2026-01-04 10:00:00+00', a, b);
const second = change('2026-06-01 10:00:00+00', b, c);

describe('TPC-05: the split and its history', () => {
  test('a split that does not sum to 100 is refused, with its sum', () => {
    expect(splitSchema.safeParse(split('25', '60', '14.9')).error?.issues[0]?.message).toContain('99.9 %');
    expect(splitSchema.safeParse(split('-5', '90', '15')).success).toBe(false);
    expect(splitSchema.parse(split('33.3', '33.30', '33.4'))).toEqual(split('33.3', '33.3', '33.4'));
  });

  test('a change takes effect with the next batch: the one made at that instant or later', () => {
    const history = splitHistory([second, first], c);
    expect(history.gaps).toEqual([]);
    expect(history.periods.map((period) => period.split)).toEqual([c, b, a]);
    expect(splitAt(history, '2026-01-04 09:59:59.999999+00')).toEqual(a);
    expect(splitAt(history, '2026-01-04 10:00:00+00')).toEqual(b);
    expect(splitAt(history, '2026-11-01 00:00:00+00')).toEqual(c);
  });

  test('without any change the present setting is all there is to know', () => {
    const history = splitHistory([], b);
    expect(history.periods).toEqual([{ split: b, since: null, reason: null }]);
    expect(splitAt(history, '2020-01-01 00:00:00+00')).toEqual(b);
  });

  test('a setting changed past the changelog, a jump and an unreadable entry are named, not smoothed over', () => {
    expect(splitHistory([first], c).gaps).toEqual([{ entry: 'current', reason: 'does-not-follow' }]);
    expect(splitHistory([first, change('2026-06-01 10:00:00+00', a, c)], c).gaps[0]?.reason).toBe(
      'does-not-follow',
    );
    const unreadable = { ...second, new_value: 'thirty' };
    expect(splitHistory([first, unreadable], b).gaps).toEqual([
      { entry: unreadable.id, reason: 'unreadable' },
    ]);
  });

  test('before the first known change, when its old value is not known, the split is not known', () => {
    const history = splitHistory([change('2026-01-04 10:00:00+00', null, b)], b);
    expect(splitAt(history, '2026-01-01 00:00:00+00')).toBeNull();
  });
});
