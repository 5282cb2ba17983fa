import { expect, test } from 'vitest';
import type { Run, Sample } from '../../status/sample.ts';
import { readSystem } from '../../systems/system-file.ts';
import type { ReportInputs } from '../inputs.ts';
import { checkNow, checkOver } from './check.ts';

const system = await readSystem('content', 'tpc');
const AT = '2026-01-26T09:05:00Z';

/** Answers every quarter of an hour, the last one five minutes before the report. */
function inputsWith(outcomes: readonly Sample['outcome'][]): ReportInputs {
  const last = Date.parse('2026-01-26T09:00:00Z');
  const runs = outcomes.map((outcome, index): Run => {
    const at = new Date(last - (outcomes.length - 1 - index) * 900_000).toISOString().replace('.000Z', 'Z');
    const reason = outcome === 'up' ? {} : { reason: 'target-missed' as const };
    return { at, checks: { 'api-metrics': { outcome, ms: 50, ...reason } } };
  });
  return { system, runs, every: 900, at: AT } as unknown as ReportInputs;
}
const told = ({ result, evidence }: ReturnType<typeof checkNow>) => ({
  result,
  ...Object.fromEntries(
    evidence.filter(({ term }) => term.startsWith('degraded')).map(({ term, value }) => [term, value]),
  ),
});

test('TPC-11: degraded now is not as it must be, since the first of the answers in a row that said so', () => {
  const inputs = inputsWith(['degraded', 'up', 'degraded', 'degraded']);
  expect(told(checkNow('api-metrics', inputs))).toEqual({
    result: 'failed',
    'degraded-since': '2026-01-26T08:45:00Z',
  });
  expect(told(checkNow('api-metrics', inputsWith(['degraded', 'up'])))).toEqual({ result: 'passed' });
});

test('TPC-11: degraded is no failure of a longer time, and how often and how long stands beside', () => {
  const day = [...Array.from({ length: 73 }, () => 'up' as const), 'degraded', 'degraded'] as const;
  const over = (outcomes: readonly Sample['outcome'][]) =>
    told(checkOver('api-metrics', 'PT18H', inputsWith(outcomes)));
  // Two answers of which the first vouches for 15 minutes and the last for the 5 until the report.
  expect(over(day)).toEqual({ result: 'passed', 'degraded-answers': '2', 'degraded-percent': '1.85' });
  expect(over([...day.slice(0, -1), 'down'])).toMatchObject({ result: 'failed', 'degraded-answers': '1' });
});
