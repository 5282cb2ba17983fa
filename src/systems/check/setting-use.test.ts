import { expect, test } from 'vitest';
import { parseYaml } from '../../core/yaml.ts';
import { check, type GivenCheck, systemOf } from '../../testing/checks.ts';
import { formatProblem, say } from '../../words/said.ts';
import { systemSchema } from '../system.ts';
import { ownSettings, questionSettingFaults } from './setting-use.ts';

const words = { en: 'Name', id: 'Nama' };
/** What is answered to a system "evt" with one check: field and reason. */
function answered(given: GivenCheck, more: Readonly<Record<string, unknown>> = {}): string[] {
  const system = { id: 'evt', name: words, summary: words, components: [{ id: 'api', name: words }] };
  const text = JSON.stringify({ ...system, checks: [check(given)], ...more });
  const parsed = parseYaml('system.yaml', text, systemSchema);
  if (!('problems' in parsed)) return [];
  return parsed.problems.map((problem) =>
    formatProblem(problem).replace(/^\S+ /, '').replace('checks.0.', ''),
  );
}
const http = (request: Readonly<Record<string, unknown>>, more = {}): GivenCheck => ({
  kind: 'http',
  request,
  ...more,
});
const sql = (database: string): GivenCheck => ({
  kind: 'sql',
  database,
  file: 'sql/a.sql',
  answer: 'no-rows',
});

test.each<[string, GivenCheck, RegExp]>([
  [
    'a setting inside an address that is written out',
    http({ url: 'https://x.example/?env:DATABASE_URL' }),
    /^request\.url: expected no setting inside an address: it would be sent to whoever/,
  ],
  [
    'also one of its own',
    http({ url: 'https://x.example/env:EVT_API_URL' }),
    /^request\.url: expected no setting inside an address: it would be sent/,
  ],
  [
    'a second setting behind the first',
    http({ url: 'env:EVT_API_URL/env:EVT_EVENT_ID' }),
    /^request\.url: expected no setting inside an address: it would be sent/,
  ],
  [
    'what turns a setting into the host of somebody else',
    http({ url: 'env:EVT_API_URL.x.example/' }),
    /^request\.url: expected env:NAME, or env:NAME followed by a path/,
  ],
  [
    'a setting as a user name',
    http({ url: 'env:EVT_API_URL@x.example' }),
    /^request\.url: expected env:NAME, or env:NAME followed by a path/,
  ],
  [
    'a setting of another system',
    http({ url: 'env:TPC_API_URL' }),
    /^request\.url: TPC_API_URL is no setting of this system: the names of its settings begin with EVT_$/,
  ],
  [
    'a setting of this site itself',
    sql('env:DATABASE_URL'),
    /^database: DATABASE_URL is no setting of this system: the names of its settings begin with EVT_$/,
  ],
  [
    "another system's database asked over HTTP",
    http({ url: 'env:VOU_DATABASE_URL/health' }),
    /^request\.url: VOU_DATABASE_URL is no setting of this system/,
  ],
  [
    'its own database asked over HTTP',
    http({ url: 'env:EVT_DATABASE_URL' }),
    /^request\.url: EVT_DATABASE_URL opens a database, and belongs in "database" alone$/,
  ],
  [
    'a database in a header',
    http({ url: 'env:EVT_API_URL', headers: { authorization: 'env:EVT_DATABASE_URL' } }),
    /^request\.headers\.authorization: EVT_DATABASE_URL opens a database/,
  ],
  [
    'a secret as an address',
    http({ url: 'env:EVT_TOKEN/x' }),
    /^request\.url: EVT_TOKEN is a secret, and belongs in a header for one, such as authorization$/,
  ],
  [
    'a secret in a body',
    http({ url: 'env:EVT_API_URL', method: 'POST', body: '{"key":"env:EVT_API_KEY"}' }),
    /^request\.body: EVT_API_KEY is a secret/,
  ],
  [
    'a secret in a header that is none for secrets',
    http({ url: 'env:EVT_API_URL', headers: { 'user-agent': 'env:EVT_TOKEN' } }),
    /^request\.headers\.user-agent: EVT_TOKEN is a secret/,
  ],
  [
    'a secret sent to an address that is written out',
    http({ url: 'https://x.example/', headers: { authorization: 'Bearer env:EVT_TOKEN' } }),
    /^request\.headers\.authorization: EVT_TOKEN would be sent to request\.url, an address that is written out: a setting goes only to an address that is one itself \(env:EVT_…\)$/,
  ],
  [
    'a secret in the origin of a preflight',
    http({ url: 'env:EVT_API_URL', method: 'OPTIONS' }, { expect: { cors: { origin: 'env:EVT_TOKEN' } } }),
    /^expect\.cors\.origin: EVT_TOKEN is a secret/,
  ],
  [
    'parameters sent to a second endpoint that is written out',
    {
      kind: 'jsonrpc',
      chain: 'evm',
      endpoints: ['env:EVT_RPC_URL', 'https://x.example'],
      method: 'eth_call',
      params: [{ to: 'env:EVT_CONTRACT' }],
    },
    /^params\.0\.to: EVT_CONTRACT would be sent to endpoints\.1,/,
  ],
  [
    'a secret among parameters',
    {
      kind: 'jsonrpc',
      chain: 'evm',
      endpoints: ['env:EVT_RPC_URL'],
      method: 'eth_call',
      params: ['env:EVT_SIGNING_KEY'],
    },
    /^params\.0: EVT_SIGNING_KEY is a secret/,
  ],
  [
    'headers of an attestation that is written out',
    {
      kind: 'attested',
      url: 'https://x.example/a.json',
      headers: { authorization: 'env:EVT_TOKEN' },
      result: 'r',
    },
    /^headers\.authorization: EVT_TOKEN would be sent to url,/,
  ],
  [
    'a certificate of what is a database',
    { kind: 'tls', address: 'env:EVT_DATABASE_URL', gauge: { unit: 'days', target: { above: 1 } } },
    /^address: EVT_DATABASE_URL opens a database/,
  ],
  ['a database that is written out', sql('https://x.example/'), /^database: expected a setting alone/],
  [
    'a database address with another setting behind it',
    sql('env:EVT_DATABASE_URL?options=env:TPC_DATABASE_URL'),
    /^database: expected a setting alone, such as env:ACME_DATABASE_URL$/,
  ],
  [
    'a database whose setting does not say so',
    sql('env:EVT_API_URL'),
    /^database: expected a setting whose name says DATABASE/,
  ],
])('refused by name: %s', (_, given, reason) => {
  expect(answered(given)).toContainEqual(expect.stringMatching(reason));
});

test.each<[string, GivenCheck]>([
  ['a whole address', http({ url: 'env:EVT_API_URL' })],
  ['an address with a path and a query', http({ url: 'env:EVT_API_URL/events?limit=1' })],
  ['an address that is written out, and sends nothing', http({ url: 'https://x.example/health?a=b' })],
  [
    'a secret in the header for it, and an id beside',
    http({
      url: 'env:EVT_API_URL',
      headers: { authorization: 'Bearer env:EVT_TOKEN', 'x-event-id': 'env:EVT_EVENT_ID' },
    }),
  ],
  ['a database', sql('env:EVT_DATABASE_URL')],
  ['trying things out on this machine', http({ url: 'http://127.0.0.1:1/', headers: { a: 'env:EVT_ID' } })],
])('accepted: %s', (_, given) => {
  expect(answered(given)).toEqual([]);
});

test('a declared prefix goes before the id, and one that the machine or this site keeps is refused', () => {
  const asked = http({ url: 'env:EVT_API_URL' });
  expect(answered(asked, { id: 'event-api', settings_prefix: 'EVT' })).toEqual([]);
  expect(answered(asked, { id: 'event-api' })).toEqual([
    'request.url: EVT_API_URL is no setting of this system: the names of its settings begin with EVENT_API_',
  ]);
  for (const kept of ['DATABASE', 'TERANG', 'GITHUB', 'AWS'])
    expect(answered(asked, { settings_prefix: kept })[0]).toBe(
      `settings_prefix: expected another than ${kept}: settings that begin so belong to the machine or to this site itself`,
    );
  expect(answered(asked, { id: 'terang' })[0]).toMatch(/^settings_prefix: expected another than TERANG/);
});

test('questions of routines are held to the same', () => {
  const owner = systemOf([], { id: 'tpc' });
  const reasons = (question: Readonly<Record<string, string>>) =>
    questionSettingFaults(question, owner).map(
      ({ path, ...fault }) => `${path.join('.')}: ${say(fault, 'en')}`,
    );
  expect(reasons({ database: 'env:TPC_DATABASE_URL', role: 'tpc_reader', api: 'env:TPC_API_URL' })).toEqual(
    [],
  );
  expect(reasons({ api: 'https://x.example/?env:TPC_API_URL' })).toEqual([
    expect.stringMatching(/^api: expected no setting inside an address: it would be sent/),
  ]);
  expect(reasons({ api: 'env:TPC_DATABASE_URL', database: 'env:DATABASE_URL' })).toEqual([
    'api: TPC_DATABASE_URL opens a database, and belongs in "database" alone',
    'database: DATABASE_URL is no setting of this system: the names of its settings begin with TPC_',
  ]);
});

test('a system is handed its own settings alone', () => {
  const settings = { EVT_TOKEN: 'a', EVTX_TOKEN: 'b', TPC_TOKEN: 'c', DATABASE_URL: 'd' };
  expect(ownSettings({ id: 'evt' }, settings)).toEqual({ EVT_TOKEN: 'a' });
});
