import { describe, expect, test } from 'vitest';
import { complaints } from '../testing/complaints.ts';
import { systemSchema } from './system.ts';

const system = (transparency: object) => ({
  id: 'tpc',
  name: { en: 'TPC', id: 'TPC' },
  summary: { en: 'Distributions', id: 'Distribusi' },
  components: [{ id: 'api', name: { en: 'API', id: 'API' } }],
  transparency: { every: 'PT15M', valid_for: 'PT30M', datasets: {}, ...transparency },
});
const problems = (transparency: object) => complaints(systemSchema, system(transparency));

describe('how often and how long', () => {
  test.each(['PT15M', 'PT24H', 'PT1H30M', 'PT90S'])('%s is a duration', (every) => {
    expect(problems({ every, valid_for: 'PT48H' })).toEqual([]);
  });

  test.each(['P1D', 'P1W', 'P1M', 'PT0S', 'PT', '15m', 'PT1.5H'])(
    '%s is refused before anything is read',
    (valid_for) => {
      expect(problems({ valid_for })[0]).toMatch(/^transparency\.valid_for: expected/);
    },
  );

  test.each([
    [{ every: 'PT30S' }, 'transparency.every'],
    [{ every: 'PT169H', valid_for: 'PT200H' }, 'transparency.every'],
    [{ every: 'PT1M', valid_for: 'PT59S' }, 'transparency.valid_for'],
    [{ valid_for: 'PT337H' }, 'transparency.valid_for'],
  ])('%j is shorter or longer than a promise can be: %s is named', (given, field) => {
    expect(problems(given).some((problem) => problem.startsWith(`${field}: expected`))).toBe(true);
  });

  test.each(['PT59S', 'PT25H'])('checks that run every %s are refused by the name of the field', (every) => {
    expect(complaints(systemSchema, { ...system({}), checked_every: every })).toEqual([
      expect.stringMatching(/^checked_every: /),
    ]);
  });

  test('data that is out of date before the next snapshot is refused', () => {
    expect(problems({ every: 'PT1H', valid_for: 'PT30M' })).toEqual([
      'transparency.valid_for: expected at least PT1H: the data would be out of date before the next snapshot',
    ]);
  });
});

test('a system that publishes a ledger alone needs no component, and has none that is not known; any other needs one', () => {
  expect(complaints(systemSchema, { ...system({}), components: undefined })).toEqual([]);
  expect(complaints(systemSchema, { ...system({}), components: [], transparency: undefined })).toEqual([
    'components: expected at least 1 entry',
  ]);
});

test('a dataset with amounts must name their unit', () => {
  expect(problems({ datasets: { batches: {}, changelog: {} } })).toEqual([
    'transparency.datasets.batches.unit: expected the unit of its amounts',
  ]);
});

test('a check that holds something against itself is refused: it would be well for ever', () => {
  const words = { en: 'A', id: 'B' };
  const rpc = { id: 'lag', kind: 'jsonrpc', chain: 'evm', method: 'eth_blockNumber' };
  const asked = { url: 'env:TPC_API' };
  const checks = [
    { ...rpc, endpoints: ['env:TPC_ONE', 'env:TPC_TWO'], measure: { lag_against: 'env:TPC_ONE' } },
    { id: 'a', kind: 'http', request: asked, measure: { json: '$.a' }, gauge: { unit: 'count' } },
    { id: 'same', kind: 'derived', of: 'a', to: { check: 'a' }, as: 'difference', gauge: { unit: 'count' } },
  ].map((check) => ({ component: 'api', name: words, asks: words, ...check }));
  const { transparency: _, ...given } = system({});
  expect(complaints(systemSchema, { ...given, checks })).toEqual([
    'checks.0.measure.lag_against: expected an endpoint that is not named before',
    'checks.2.to.check: expected another check than the one in "of"',
  ]);
});
