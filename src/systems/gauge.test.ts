import { describe, expect, test } from 'vitest';
import { alertOf, gaugeSchema, judgeValue, satisfies } from './gauge.ts';

describe('a limit', () => {
  test.each([
    ['9.99', { below: '10' }, true],
    ['10', { below: '10' }, false],
    ['10.0', { at_most: '10' }, true],
    ['10.000000000000000001', { at_most: '10' }, false],
    ['10', { above: '10' }, false],
    ['10', { at_least: '10.000' }, true],
    ['-1', { below: '0' }, true],
    ['123456789012345678901234567890', { above: '123456789012345678901234567889' }, true],
  ])('%s against %j: %s, with no rounding', (value, limit, expected) => {
    expect(satisfies(value, limit)).toBe(expected);
  });

  test('has exactly one comparison, with a number', () => {
    const gauge = (target: unknown) => gaugeSchema.safeParse({ unit: 'ms', target }).success;
    expect(gauge({ below: 200 })).toBe(true);
    expect(gauge({ below: '99.9' })).toBe(true);
    expect(gauge({ below: 200, above: 1 })).toBe(false);
    expect(gauge({})).toBe(false);
    expect(gauge({ below: 'fast' })).toBe(false);
    expect(gauge({ below: Number.NaN })).toBe(false);
  });
});

test('COI-03: the API under 200 ms is up, above it degraded, and down where the operator says so', () => {
  const gauge = gaugeSchema.parse({ unit: 'ms', target: { below: 200 }, down_when: { at_least: 5000 } });
  expect(['199', '200', '4999', '5000'].map((value) => judgeValue(value, gauge))).toEqual([
    'up',
    'degraded',
    'degraded',
    'down',
  ]);
  expect(judgeValue('5000', gaugeSchema.parse({ unit: 'ms' }))).toBe('up');
});

test('a value that sets off a critical alert is never well; a lesser alert says how urgent it is, and no more', () => {
  const gauge = (level: string) =>
    gaugeSchema.parse({ unit: '%', alerts: [{ level, when: { at_least: 90 } }] });
  expect(judgeValue('90', gauge('critical'))).toBe('degraded');
  expect(judgeValue('89.99', gauge('critical'))).toBe('up');
  expect(judgeValue('90', gauge('high'))).toBe('up');
});

test('COI-06: 70 % warns, 90 % is critical; the gravest level that is met is said', () => {
  const gauge = gaugeSchema.parse({
    unit: '%',
    alerts: [
      { level: 'medium', when: { at_least: 70 } },
      { level: 'high', when: { at_least: 90 } },
      { level: 'critical', when: { at_least: 95 } },
    ],
  });
  expect(['69.99', '70', '90.00', '95', '100'].map((value) => alertOf(value, gauge))).toEqual([
    null,
    'medium',
    'high',
    'critical',
    'critical',
  ]);
});
