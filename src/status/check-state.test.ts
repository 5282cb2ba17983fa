import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../core/outcome.ts';
import { checkState } from './check-state.ts';
import type { Run } from './sample.ts';

const CADENCE = 900;
const RULE = { down_after: 2, up_after: 1 };
const minute = (minutes: number) => new Date(Date.UTC(2026, 0, 26, 0, minutes)).toISOString();
const runs = (...outcomes: readonly Outcome[]): Run[] =>
  outcomes.map((outcome, index) => ({ at: minute(index * 15), checks: { api: { outcome } } }));
const settled = (given: readonly Run[], rule = RULE) =>
  checkState('api', given, CADENCE, rule, given.at(-1)?.at ?? minute(0));

describe('damping: two failures in a row are down, one is not', () => {
  test.each<[Outcome[], Outcome]>([
    [['up'], 'up'],
    [['down'], 'down'],
    [['unknown', 'down'], 'down'],
    [['up', 'down'], 'degraded'],
    [['up', 'down', 'down'], 'down'],
    [['up', 'down', 'up'], 'up'],
    [['down', 'down', 'up'], 'up'],
    [['up', 'down', 'unknown', 'down'], 'down'],
    [['down', 'down', 'unknown'], 'unknown'],
    [['up', 'unknown'], 'unknown'],
    [['down', 'degraded', 'down'], 'degraded'],
    [['degraded'], 'degraded'],
  ])('%j is %s', (outcomes, expected) => {
    expect(settled(runs(...outcomes)).outcome).toBe(expected);
  });

  test('a rule that waits for two good answers calls the first of them degraded', () => {
    const careful = { down_after: 2, up_after: 2 };
    expect(settled(runs('down', 'down', 'up'), careful).outcome).toBe('degraded');
    expect(settled(runs('down', 'down', 'up', 'up'), careful).outcome).toBe('up');
    // One failure was never said to be down, so one good answer is enough.
    expect(settled(runs('up', 'down', 'up'), careful).outcome).toBe('up');
  });

  test('the state began with the first of the samples that make it', () => {
    expect(settled(runs('up', 'down', 'down', 'down')).since).toBe(minute(30));
    expect(settled(runs('up', 'down', 'down', 'down')).begun).toBe(true);
  });

  test('the first answers that are read, and those after a gap or after one that tells nothing, can be late', () => {
    const began = ({ since, begun, not_before }: ReturnType<typeof settled>) => [since, begun, not_before];
    expect(began(settled(runs('up', 'up')))).toEqual([minute(0), false, null]);
    const [first, second, third] = runs('up', 'up', 'up');
    const late = { ...third, at: minute(90), checks: third?.checks ?? {} };
    expect(began(settled([first, second, late].filter((run) => run !== undefined)))).toEqual([
      minute(90),
      false,
      null,
    ]);
    expect(began(settled(runs('up', 'down', 'down', 'unknown', 'down')))).toEqual([
      minute(60),
      false,
      minute(15),
    ]);
    expect(began(settled(runs('up', 'unknown')))).toEqual([minute(15), true, minute(0)]);
  });

  test('whatever came before, a failure now is never up, and nothing known now is never anything else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES), { maxLength: 12 }), (before) => {
        expect(settled(runs(...before, 'down')).outcome).not.toBe('up');
        expect(settled(runs(...before, 'unknown')).outcome).toBe('unknown');
      }),
    );
  });
});

describe('a sample past 1.5 times the cadence says nothing any more', () => {
  const given = runs('up', 'up');

  test('until the second before it vouches; from then on unknown, since then', () => {
    expect(checkState('api', given, CADENCE, RULE, '2026-01-26T00:37:29Z').outcome).toBe('up');
    const expired = checkState('api', given, CADENCE, RULE, '2026-01-26T00:37:30Z');
    expect(expired).toMatchObject({ outcome: 'unknown', since: '2026-01-26T00:37:30.000Z' });
    expect(expired.valid_until).toBe('2026-01-26T00:37:30.000Z');
  });

  test('a check that was never asked is unknown, since nobody knows when', () => {
    expect(checkState('other', given, CADENCE, RULE, minute(15))).toEqual({
      outcome: 'unknown',
      since: null,
      begun: false,
      not_before: null,
      sample: null,
      observed_at: null,
      valid_until: null,
    });
  });
});

test('a clock set back: what is dated after now is left out, and the order of runs is irrelevant', () => {
  const given = runs('up', 'down', 'down', 'up');
  expect(checkState('api', given.toReversed(), CADENCE, RULE, minute(32)).outcome).toBe('down');
});
