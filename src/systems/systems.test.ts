import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../core/yaml.ts';
import { formatProblem, sayIn } from '../words/said.ts';
import { CHECK_KINDS, type Check, checkSchema } from './check/check.ts';
import { settingsIn } from './check/text.ts';
import { type System, systemSchema } from './system.ts';

const root = fileURLToPath(new URL('../../content/written/systems', import.meta.url));
const IDS = ['commit-to-ship', 'coinscious', 'event-api', 'tpc', 'voucher'].toSorted();

function read(id: string): { text: string; system: System; sql: Map<string, string> } {
  const text = readFileSync(`${root}/${id}/system.yaml`, 'utf8');
  const parsed = parseYaml(`${id}/system.yaml`, text, systemSchema);
  if ('problems' in parsed)
    throw new Error(parsed.problems.map((problem) => formatProblem(problem)).join('\n'));
  const files = readdirSync(`${root}/${id}/sql`);
  const sql = new Map(
    files.map((file) => [`sql/${file}`, readFileSync(`${root}/${id}/sql/${file}`, 'utf8')]),
  );
  return { text, system: parsed.value, sql };
}

const systems = new Map(IDS.map((id) => [id, read(id)]));
const each = [...systems.entries()].map(([id, files]) => ({ id, ...files }));

const rows = (prefix: string, numbers: readonly number[]) =>
  numbers.map((number) => `${prefix}-${String(number).padStart(2, '0')}`);
const ROWS: Readonly<Record<string, readonly string[]>> = {
  tpc: rows('TPC', [10, 11, 12, 13, 18, 19]),
  'event-api': rows('EVT', [1, 2, 3, 4, 5, 6, 7, 8]),
  coinscious: rows('COI', [1, 2, 3, 4, 5, 6, 9, 10, 11]),
  voucher: rows('VOU', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
  'commit-to-ship': rows('CTS', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
};

/** Columns that name people or open something. They may stand in no question, not even to be compared. */
const PRIVATE =
  /\b(user_id|created_by|admin_id|changed_by|source_id|decided_by|actor_user_id|metadata|wallet_address|operator_address|from_address|to_address|customerAddress|deliveredBy|deliveredNote|details|title|message|escrow_secret_key|to_pubkey|fields|rate_limits|query|client_addr|usename)\b/i;

const code = (sql: string) => sql.replace(/--.*$/gm, '');
/** The files of SQL that the checks and the routines of a system name. */
const asked = ({ system }: { system: System }) => [
  ...system.checks.flatMap((check: Check) => ('file' in check ? [check.file] : [])),
  ...readdirSync(`${root}/${system.id}/routines`).flatMap((file) => [
    ...(readFileSync(`${root}/${system.id}/routines/${file}`, 'utf8').match(/sql\/[a-z0-9-]+\.sql/g) ?? []),
  ]),
];

test('the folder holds the five seed systems, each described without a mistake', () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).toSorted()).toEqual(IDS);
  expect(each.map(({ system }) => system.id)).toEqual(IDS);
});

test('EVT-01: the event API has the components API, Admin and Supabase', () => {
  const names = systems.get('event-api')?.system.components.map(({ name }) => name.en);
  expect(names).toEqual(['API', 'Admin', 'Supabase (database)']);
});

describe.each(each)('$id', ({ id, text, system, sql }) => {
  test(`its file names every row that it serves: ${ROWS[id]?.join(', ')}`, () => {
    expect((ROWS[id] ?? []).filter((row) => !text.includes(row))).toEqual([]);
  });

  test('every text stands in both languages, and the two are not the same sentence', () => {
    for (const { asks } of system.checks) expect(asks.id).not.toBe(asks.en);
    for (const { asks } of system.checks) {
      expect(asks.en).toMatch(/\?$/);
      expect(asks.id).toMatch(/\?$/);
    }
    for (const { en, id: other } of system.remarks) expect(other).not.toBe(en);
  });

  test('every component has a check, every objective and symptom something to look at', () => {
    const watched = new Set(system.checks.map(({ component }) => component));
    expect(system.components.filter((component) => !watched.has(component.id))).toEqual([]);
    expect(system.symptoms.length).toBeGreaterThan(0);
  });

  test('its SQL is all there, all asked, and names no private column', () => {
    expect([...new Set(asked({ system }))].toSorted()).toEqual([...sql.keys()].toSorted());
    for (const [file, question] of sql) {
      expect(question, file).toMatch(/^-- [A-Z]{3}-\d\d/);
      expect(code(question), file).not.toMatch(PRIVATE);
      expect(code(question), file).not.toMatch(/\bselect\s+(\w+\.)?\*|;/i);
    }
  });

  test('where it reads a database it takes on a reading role, and whatever it needs is a named setting', () => {
    for (const check of system.checks) {
      if (!('database' in check)) continue;
      expect(check.role, check.id).toMatch(/_reader$/);
    }
    const settings = new Set(settingsIn(JSON.stringify(system)));
    const prefix = ROWS[id]?.[0]?.slice(0, 4).replace('-', '_') ?? '';
    for (const setting of settings) {
      expect(setting.startsWith(prefix), setting).toBe(true);
      // Said in the file's own words: what the operator must give.
      expect(text.split('\nchecks:')[0], setting).toContain(setting);
    }
    expect(JSON.stringify(system)).not.toMatch(/https?:\/\//);
  });
});

test('a mistake in a system file is answered with file, line, column, field and what was expected, all at once', () => {
  const text = `id: sixth
name: { en: Sixth }
summary: { en: a, id: b }
components:
  - { id: api, name: { en: API, id: API }, colour: red }
checks:
  - { id: first, component: api, kind: htttp, name: { en: a, id: a }, asks: { en: a, id: a } }
  - id: second
    component: api
    kind: http
    name: { en: a, id: a }
    asks: { en: a, id: a }
    request: { url: "http://example.org", method: DELETE }
    expect: { json: [{ path: $.a, equal: 1 }] }
    gauge: { unit: furlongs, target: { bellow: 3 } }
`;
  const parsed = parseYaml('content/written/systems/sixth/system.yaml', text, systemSchema);
  expect('problems' in parsed && parsed.problems.map((problem) => formatProblem(problem))).toEqual(
    [
      '2:7 name.id: expected text, and there is none',
      '5:52 components.0.colour: "colour" is not a field that is known here',
      '7:40 checks.0.kind: expected one of http, sql, jsonrpc, tls, dataset, attested, derived, reconciliation',
      '13:21 checks.1.request.url: expected env:NAME or https://…',
      '13:51 checks.1.request.method: expected one of "GET", "POST", "OPTIONS"',
      '14:22 checks.1.expect.json.0: expected { equals: … } or { one_of: … } or { exists: … } or { type: … } or { is: … }; "equal" is not known here',
      '15:20 checks.1.gauge.unit: expected one of "ms", "s", "min", "h", "days", "%", "blocks", "slots", "events/min", "count", "ratio", "lamports"',
      '15:38 checks.1.gauge.target: expected { below: … } or { at_most: … } or { above: … } or { at_least: … }; "bellow" is not known here',
    ].map((line) => `content/written/systems/sixth/system.yaml:${line}`),
  );
});

test('a name that leads nowhere is answered with the names there are', () => {
  const text = (systems.get('event-api')?.text ?? '')
    .replace('component: admin\n', 'component: office\n')
    .replace('checks: [admin-loads, log-5xx]', 'checks: [admin-lods, log-5xx]');
  const parsed = parseYaml('system.yaml', text, systemSchema);
  expect('problems' in parsed && parsed.problems.map((one) => sayIn(one.field, one, 'en'))).toEqual([
    'checks.6.component: expected a component of this system: api, admin, supabase',
    expect.stringMatching(/^symptoms\.2\.checks\.0: expected a check of this system: events-answer, /),
  ]);
});

test('every kind of check has an example in the guide, and each of them is valid', () => {
  const guide = readFileSync(`${root}/README.md`, 'utf8');
  const examples = [...guide.matchAll(/^`([a-z]+)` – [^`]*(?:`[^`]+`[^`]*)*?```yaml\n(.*?)```/gms)];
  expect(examples.map(([, kind]) => kind).toSorted()).toEqual(Object.keys(CHECK_KINDS).toSorted());
  for (const [, kind = '', fields = ''] of examples) {
    const common = 'id: a\ncomponent: b\nname: { en: a, id: b }\nasks: { en: a, id: b }';
    const parsed = parseYaml('README.md', `${common}\nkind: ${kind}\n${fields}`, checkSchema);
    expect(
      'problems' in parsed ? parsed.problems.map((problem) => formatProblem(problem)) : [],
      kind,
    ).toEqual([]);
  }
});
