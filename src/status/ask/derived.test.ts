import { expect, test } from 'vitest';
import { asking } from '../../testing/ask.ts';
import { parsedCheck, systemOf } from '../../testing/checks.ts';
import type { Sample } from '../sample.ts';

const words = { en: 'Basis', id: 'Dasar' };
const system = (value: string | null) =>
  systemOf([{ kind: 'http', request: { url: 'https://localhost/' } }], {
    settings: { 'holder-limit': { value, basis: value === null ? null : words } },
  });
const percent = parsedCheck({
  kind: 'derived',
  of: 'holders',
  to: { setting: 'holder-limit' },
  as: 'percent',
  gauge: { unit: '%', target: { below: 70 }, down_when: { at_least: 100 } },
});
const difference = parsedCheck({
  kind: 'derived',
  of: 'ours',
  to: { check: 'theirs' },
  as: 'difference',
  gauge: { unit: 'count', target: { at_most: 0 } },
});
const up = (value?: string): Sample => ({ outcome: 'up', ...(value === undefined ? {} : { value }) });
const sampleOf = async (
  check: typeof percent,
  samples: Record<string, Sample>,
  limit: string | null = '2000',
) => (await asking(check, { system: system(limit), samples })).sample;

test.each([
  ['1399', 'up', '69.95'],
  ['1400', 'degraded', '70.00'],
  // 99.995 % is shown as 100.00 %, and judged as shown.
  ['1999.9', 'down', '100.00'],
  ['2000', 'down', '100.00'],
])('COI-06: %s holders of 2000 are %s, at %s %%', async (holders, outcome, value) => {
  const sample = await sampleOf(percent, { holders: up(holders) });
  expect(sample).toMatchObject({ outcome, value });
});

test('COI-06: a threshold that nobody has set is unknown, never below it', async () => {
  expect(await sampleOf(percent, { holders: up('1') }, null)).toEqual({
    outcome: 'unknown',
    reason: 'missing-setting',
  });
});

test('an input that is not known, or measured nothing, leaves the gauge unknown', async () => {
  const nothing = { outcome: 'unknown', reason: 'input-unknown' };
  expect(await sampleOf(percent, {})).toEqual(nothing);
  expect(await sampleOf(percent, { holders: up() })).toEqual(nothing);
  expect(await sampleOf(percent, { holders: { outcome: 'unknown', value: '1' } })).toEqual(nothing);
  expect(await sampleOf(difference, { ours: up('1') })).toEqual(nothing);
});

test('nothing is divided by zero', async () => {
  expect(await sampleOf(percent, { holders: up('1') }, '0')).toEqual({
    outcome: 'unknown',
    reason: 'not-a-number',
  });
});

test('TPC-18: a difference is exact, also of what a double can not tell apart', async () => {
  const samples = { ours: up('9007199254740993.000001'), theirs: up('9007199254740993') };
  expect(await sampleOf(difference, samples)).toMatchObject({ outcome: 'degraded', value: '0.000001' });
  expect(await sampleOf(difference, { ours: up('1.50'), theirs: up('1.5') })).toMatchObject({
    outcome: 'up',
  });
});
