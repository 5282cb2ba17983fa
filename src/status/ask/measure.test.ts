import { describe, expect, test } from 'vitest';
import type { Gauge } from '../../systems/gauge.ts';
import { judgedAge } from './measure.ts';

const gauge: Gauge = { unit: 's', target: { below: '60' }, down_when: { above: '180' }, alerts: [] };
const aged = (at: string | null) => judgedAge(at, gauge, { now: '2026-01-26T12:00:00Z', unit: 's', ms: 7 });

describe('an age against its limits', () => {
  test('is up, degraded or down', () => {
    expect(aged('2026-01-26T11:59:30Z')).toEqual({ outcome: 'up', value: '30', ms: 7 });
    expect(aged('2026-01-26T11:58:30Z')).toMatchObject({ outcome: 'degraded', value: '90' });
    expect(aged('2026-01-26T11:50:00Z')).toMatchObject({ outcome: 'down', value: '600' });
  });

  test('of a time in the future is unknown, or it would stay young until then; clocks may differ a little', () => {
    expect(aged('2026-01-26T12:04:59Z')).toMatchObject({ outcome: 'up', value: '-299' });
    expect(aged('2026-01-26T12:05:01Z')).toEqual({ outcome: 'unknown', reason: 'in-the-future', ms: 7 });
    expect(aged('2099-01-01T00:00:00Z').outcome).toBe('unknown');
  });

  test('of no time is unknown', () => {
    expect(aged(null)).toEqual({ outcome: 'unknown', reason: 'not-a-number', ms: 7 });
  });
});
