import { describe, expect, test } from 'vitest';
import { complaints } from '../testing/complaints.ts';
import type { ChangelogEntry } from './changelog.ts';
import { fractionsSchema, percentagesSchema, splitAt, splitHistory, splitSchema } from './split.ts';

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
    expect(complaints(splitSchema, split('25', '60', '14.9'))).toEqual([expect.stringContaining('99.9%')]);
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

  test('changes of one transaction, which bear one time, are read in the order in which each began from the last', () => {
    const tied = change('2026-01-04 10:00:00+00', b, c);
    for (const order of [
      [first, tied],
      [tied, first],
    ]) {
      const history = splitHistory(order, c);
      expect(history.gaps).toEqual([]);
      expect(splitAt(history, '2026-01-04 09:00:00+00')).toEqual(a);
      expect(splitAt(history, '2026-01-04 10:00:00+00')).toEqual(c);
    }
  });

  test('without any change the present setting is all there is to know', () => {
    const history = splitHistory([], b);
    expect(history.periods).toEqual([{ split: b, since: null, reason: null, throughout: true }]);
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

  test('a change that can not be read is not known from there back, and never today’s split for all time', () => {
    const on = (day: string, history: ReturnType<typeof splitHistory>) =>
      splitAt(history, `${day} 00:00:00+00`);
    const blind = { ...first, old_value: 'twenty', new_value: 'a quarter' };
    const only = splitHistory([blind], c);
    expect(only.gaps).toEqual([{ entry: blind.id, reason: 'unreadable' }]);
    expect([on('2025-12-01', only), on('2026-02-01', only)]).toEqual([null, c]);
    const told = splitHistory([blind, second], c);
    expect([on('2025-12-01', told), on('2026-02-01', told), on('2026-07-01', told)]).toEqual([null, b, c]);
    const half = splitHistory(
      [
        { ...blind, old_value: first.old_value },
        { ...second, old_value: '?' },
      ],
      c,
    );
    expect([on('2025-12-01', half), on('2026-02-01', half), on('2026-07-01', half)]).toEqual([a, null, c]);
    expect(half.periods.map(({ split: known }) => known)).toEqual([c, null, a]);
  });

  test('where the setting was changed past the changelog, nobody can tell which of the two a batch was bound to', () => {
    const past = splitHistory([first], c);
    expect(splitAt(past, '2026-02-01 00:00:00+00')).toBeNull();
    expect(splitAt(past, '2025-12-01 00:00:00+00')).toEqual(a);
    const jumped = splitHistory([first, change('2026-06-01 10:00:00+00', a, c)], c);
    expect(splitAt(jumped, '2026-02-01 00:00:00+00')).toBeNull();
    expect(splitAt(jumped, '2026-07-01 00:00:00+00')).toEqual(c);
  });

  test('before the first known change, when its old value is not known, the split is not known', () => {
    const history = splitHistory([change('2026-01-04 10:00:00+00', null, b)], b);
    expect(splitAt(history, '2026-01-01 00:00:00+00')).toBeNull();
  });
});

describe("TPC-05: the field's form, fractions of which the rest stays with the platform", () => {
  const parse = (referral: string, treasury: string, buyback: string) =>
    fractionsSchema.safeParse(split(referral, treasury, buyback));

  test('fractions become percentages, and what stays with the platform is said, also where it is nothing', () => {
    expect(parse('0.10', '0.20', '0.05').data).toEqual({ ...split('10', '20', '5'), platform: '65' });
    expect(parse('0.333333', '0.333333', '0.333333').data?.platform).toBe('0.0001');
    expect(parse('0.25', '0.6', '0.15').data).toEqual({ ...split('25', '60', '15'), platform: '0' });
    expect(parse('0', '0', '0').data?.platform).toBe('100');
  });

  test('more than the whole is refused, with its sum; percentages are', () => {
    expect(complaints(fractionsSchema, split('0.5', '0.5', '0.000001'))).toEqual([
      expect.stringContaining('1.000001'),
    ]);
    expect(parse('25', '60', '15').success).toBe(false);
    expect(parse('-0.1', '0.2', '0.1').success).toBe(false);
  });

  test("the runbook's form refuses what does not sum to 100, whatever a platform would keep", () => {
    expect(percentagesSchema.safeParse(split('10', '20', '5')).success).toBe(false);
    expect(percentagesSchema.safeParse({ ...split('10', '20', '5'), platform: '65' }).success).toBe(false);
    expect(splitSchema.safeParse({ ...split('10', '20', '5'), platform: '64' }).success).toBe(false);
  });

  test('a history in JSON numbers is read digit by digit, one that moved from percentages too', () => {
    const current = { ...split('10', '20', '5'), platform: '65' };
    const text = '{"referral": 0.10, "treasury": 0.20, "buyback": 5e-2}';
    const moved = { ...first, new_value: text };
    const history = splitHistory([moved], current);
    expect(history.gaps).toEqual([]);
    expect(history.periods.map((period) => period.split)).toEqual([current, a]);
    const tooMuch = { ...first, new_value: text.replace('0.10', '0.80') };
    expect(splitHistory([tooMuch], current).gaps[0]).toEqual({ entry: first.id, reason: 'unreadable' });
  });
});
