import { describe, expect, test } from 'vitest';
import { check, type GivenCheck } from '../../testing/checks.ts';
import { complaints } from '../../testing/complaints.ts';
import { stateOf } from '../component.ts';
import { systemSchema } from '../system.ts';
import { vouches } from './vouching.ts';

const words = { en: 'Name', id: 'Nama' };
const described = (...checks: readonly GivenCheck[]) => ({
  id: 'sample',
  name: words,
  summary: words,
  components: [{ id: 'api', name: words }],
  checks: checks.map((given, index) => check({ id: `${given.kind}-${index}`, ...given })),
});

/** What is wrong with a system of these checks, as "field: reason". */
function faults(...checks: readonly GivenCheck[]): string[] {
  return complaints(systemSchema, described(...checks)).map((line) => line.replace(/^checks\.\d+\./, ''));
}

const http = (more: Readonly<Record<string, unknown>> = {}) =>
  ({ kind: 'http', request: { url: 'env:SAMPLE_URL' }, ...more }) as const;
const rpc = (more: Readonly<Record<string, unknown>> = {}) =>
  ({
    kind: 'jsonrpc',
    chain: 'evm',
    endpoints: ['env:SAMPLE_RPC'],
    method: 'eth_blockNumber',
    ...more,
  }) as const;
const sql = (more: Readonly<Record<string, unknown>>) =>
  ({
    kind: 'sql',
    database: 'env:SAMPLE_DATABASE',
    role: 'sample_reader',
    file: 'sql/a.sql',
    ...more,
  }) as const;
const count = (more: Readonly<Record<string, unknown>> = {}) => ({ unit: 'count', ...more });
const empty = /empty list asks for nothing/;

describe('a definition that can not fail is an error of the file, by field and reason', () => {
  test.each<[string, GivenCheck, string, RegExp]>([
    [
      'a bare status 200',
      http({ expect: { status: [200] } }),
      'expect',
      /any page at all would pass.*only: reachability/,
    ],
    [
      'a status that takes success among others',
      http({ expect: { status: [200, 404] } }),
      'expect',
      /any page/,
    ],
    [
      'texts that must be absent',
      http({ expect: { body_excludes: ['error'] } }),
      'expect',
      /any page at all/,
    ],
    [
      'a field that must be absent',
      http({ expect: { json: [{ path: '$.eror', exists: false }] } }),
      'expect.json',
      /misspelt/,
    ],
    ['json: []', http({ expect: { json: [] } }), 'expect.json', empty],
    ['body_includes: []', http({ expect: { body_includes: [] } }), 'expect.body_includes', empty],
    ['headers_present: []', http({ expect: { headers_present: [] } }), 'expect.headers_present', empty],
    [
      'reachability and more',
      http({ expect: { only: 'reachability', body_includes: ['a'] } }),
      'expect.only',
      /nothing else/,
    ],
    ['any result of a node', rpc(), 'expect', /any result at all/],
    ['expect: []', rpc({ expect: [] }), 'expect', empty],
    [
      'a backup that is the first',
      rpc({ endpoints: ['env:SAMPLE_RPC', 'env:SAMPLE_RPC'], measure: 'result' }),
      'endpoints.1',
      /not named before/,
    ],
    [
      'a latency of 0 or more',
      http({ expect: { body_includes: ['a'] }, gauge: { unit: 'ms', target: { at_least: 0 } } }),
      'gauge',
      /some value of 0 or more/,
    ],
    [
      'a target that sets off a critical alert',
      sql({
        answer: 'value',
        gauge: count({ target: { below: 10 }, alerts: [{ level: 'critical', when: { above: 5 } }] }),
      }),
      'gauge.alerts.0.when',
      /no value that meets the target/,
    ],
  ])('%s', (_, given, field, reason) => {
    const [first] = faults(given);
    expect(first?.startsWith(`${field}: `)).toBe(true);
    expect(first).toMatch(reason);
  });

  test.each<[string, GivenCheck]>([
    ['reachability that says so', http({ expect: { only: 'reachability', body_excludes: ['error'] } })],
    ['a refusal', http({ expect: { status: [401, 403] } })],
    ['an answer without content', http({ expect: { status: [204] } })],
    ['a preflight', http({ expect: { cors: { origin: 'https://a.example' } } })],
    ['a figure without a limit', http({ measure: { json: '$.height' }, gauge: { unit: 'blocks' } })],
    ['a result that is a number', rpc({ measure: 'result', gauge: { unit: 'blocks' } })],
    [
      'a critical alert beyond the target',
      sql({
        answer: 'value',
        gauge: count({ target: { below: 5 }, alerts: [{ level: 'critical', when: { at_least: 5 } }] }),
      }),
    ],
  ])('%s is none', (_, given) => {
    expect(faults(given)).toEqual([]);
  });
});

describe('a figure in another unit than it is measured in is an error of the file', () => {
  const certificate = {
    kind: 'tls',
    address: 'https://localhost',
    gauge: { unit: 'h', target: { above: 1 } },
  } as const;
  const height = http({ id: 'height', measure: { json: '$.a' }, gauge: { unit: 'blocks' } });
  const time = http({ id: 'time', measure: { json: '$.b' }, gauge: { unit: 's' } });
  const derived = (as: string, unit: string) =>
    ({ kind: 'derived', id: 'made', of: 'height', to: { check: 'time' }, as, gauge: { unit } }) as const;
  test.each<[string, string[], GivenCheck[]]>([
    [
      'a latency in percent',
      ['gauge.unit'],
      [http({ expect: { body_includes: ['a'] }, gauge: { unit: '%' } })],
    ],
    ['an age in blocks', ['gauge.unit'], [http({ measure: { age_of: '$.a' }, gauge: { unit: 'blocks' } })]],
    ['days in hours', ['gauge.unit'], [certificate]],
    [
      'a lag in ms',
      ['gauge.unit'],
      [rpc({ measure: { lag_against: 'env:SAMPLE_OTHER' }, gauge: { unit: 'ms' } })],
    ],
    ['blocks less seconds', ['to.check'], [height, time, derived('difference', 'blocks')]],
    ['blocks for each second in percent', ['to.check'], [height, time, derived('percent', '%')]],
    [
      'a percentage called a count',
      ['gauge.unit'],
      [height, { ...height, id: 'time' }, derived('percent', 'count')],
    ],
    [
      'a difference of blocks called a count',
      ['gauge.unit'],
      [height, { ...height, id: 'time' }, derived('difference', 'count')],
    ],
  ])('%s', (_, fields, checks) => {
    expect(faults(...checks).map((fault) => fault.split(':')[0])).toEqual(fields);
  });
});

describe('a figure without a limit informs and vouches for nothing', () => {
  const vouching = (given: GivenCheck) => {
    const [parsed] = systemSchema.parse(described(given)).checks;
    return parsed === undefined ? null : vouches(parsed);
  };
  test.each<[boolean, GivenCheck]>([
    [false, http({ measure: { json: '$.a' }, gauge: count() })],
    [
      false,
      http({ measure: { json: '$.a' }, gauge: count({ alerts: [{ level: 'high', when: { above: 0 } }] }) }),
    ],
    [
      true,
      http({
        measure: { json: '$.a' },
        gauge: count({ alerts: [{ level: 'critical', when: { above: 0 } }] }),
      }),
    ],
    [true, http({ measure: { json: '$.a' }, gauge: count({ target: { at_most: 0 } }) })],
    [true, http({ expect: { body_includes: ['a'] }, gauge: { unit: 'ms' } })],
    [true, http()],
    [false, rpc({ measure: 'result' })],
    [true, rpc({ expect: [{ path: '$', is: { above: 0 } }] })],
    [false, sql({ answer: 'counts' })],
    [false, sql({ answer: 'value', gauge: count() })],
    [true, sql({ answer: 'no-rows' })],
    [false, { kind: 'dataset', dataset: 'batches', ask: 'age', gauge: { unit: 'h' } }],
    [true, { kind: 'dataset', dataset: 'batches', ask: 'current' }],
  ])('%s: %j', (expected, given) => {
    expect(vouching(given)).toBe(expected);
  });

  test('a component of such figures alone is not known, and one that fails is told all the same', () => {
    const figure = { impact: 'major', informs: true } as const;
    expect(stateOf([{ ...figure, outcome: 'up' }])).toBe('unknown');
    expect(stateOf([{ ...figure, outcome: 'down' }])).toBe('major_outage');
    expect(
      stateOf([
        { ...figure, outcome: 'up' },
        { impact: 'major', outcome: 'up' },
      ]),
    ).toBe('operational');
  });
});
