import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sample } from '../../domain/sample.ts';
import { asking, contextOf, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { closedAddress, startTcpPeer } from '../../testing/peer.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';
import type { Answer } from './answer.ts';
import { ask } from './ask.ts';

let database: LedgerDatabase;

beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.adminUrl, (client) =>
    client.query(`
      CREATE TABLE public.orders (id int, status text, made timestamptz, secret text);
      INSERT INTO public.orders VALUES (1, 'CREATED', '2026-01-26 11:50:00+00', 'a wallet'),
        (2, 'VALID', '2026-01-26 11:00:00+00', 'b'), (3, 'VALID', '2026-01-26 10:00:00+00', 'c');
      GRANT SELECT (id, status, made) ON public.orders TO tpc_reader;`),
  );
});
afterAll(() => database.drop());

const check = (answer: string, more: Readonly<Record<string, unknown>> = {}) =>
  parsedCheck({ kind: 'sql', database: 'env:SAMPLE_DATABASE', file: 'sql/question.sql', answer, ...more });
const context = (statement: string, url = database.readerUrl): GivenContext => ({
  settings: { SAMPLE_DATABASE: url },
  sqlFile: async () => statement,
});
const answerTo = (
  answer: string,
  statement: string,
  more: Readonly<Record<string, unknown>> = {},
  url?: string,
): Promise<Answer> => asking(check(answer, more), context(statement, url));
const sampleOf = async (...given: Parameters<typeof answerTo>): Promise<Sample> =>
  (await answerTo(...given)).sample;

describe('answers', () => {
  test('VOU-05, CTS-06: offenders are counted; none of their columns leaves the database', async () => {
    const answer = await answerTo(
      'no-rows',
      "SELECT id, status FROM public.orders WHERE status = 'VALID';\n",
    );
    expect(answer.sample).toEqual({
      outcome: 'down',
      reason: 'offending-rows',
      value: '2',
      ms: expect.any(Number),
    });
    expect(answer.detail).toBeUndefined();
    expect(await sampleOf('no-rows', 'SELECT id FROM public.orders WHERE false')).toMatchObject({
      outcome: 'up',
      value: '0',
    });
  });

  test('VOU-04: a gauge judges their number', async () => {
    const gauge = { unit: 'count', target: { at_most: 0 }, down_when: { above: 2 } };
    const stuck = "SELECT id FROM public.orders WHERE status = 'CREATED' -- stuck";
    expect(await sampleOf('no-rows', stuck, { gauge })).toMatchObject({
      outcome: 'degraded',
      reason: 'target-missed',
      value: '1',
    });
  });

  test('EVT-05: rows that must be there', async () => {
    expect((await sampleOf('some-rows', 'SELECT 1')).outcome).toBe('up');
    expect(await sampleOf('some-rows', 'SELECT 1 WHERE false')).toMatchObject({
      outcome: 'down',
      reason: 'no-rows',
    });
  });

  test('COI-06: one number, with every digit', async () => {
    const sum = "SELECT '12345678901234567890.123456'::numeric";
    expect((await sampleOf('value', sum)).value).toBe('12345678901234567890.123456');
    expect((await sampleOf('value', 'SELECT 1e-7::float8')).value).toBe('0.0000001');
    for (const nothing of [
      'SELECT null::int',
      "SELECT 'NaN'::numeric",
      'SELECT 1 WHERE false',
      "SELECT 'many'",
    ])
      expect(await sampleOf('value', nothing)).toMatchObject({ outcome: 'unknown', reason: 'not-a-number' });
    expect((await sampleOf('value', 'SELECT 1 AS a, 2 AS b')).reason).toBe('unreadable');
    expect((await sampleOf('value', 'SELECT generate_series(1, 2)')).reason).toBe('unreadable');
  });

  test('VOU-03: the age of an instant with its zone, in the unit of its gauge', async () => {
    const newest = 'SELECT max(made) FROM public.orders';
    expect((await sampleOf('age', newest)).value).toBe('600');
    const gauge = { unit: 'min', target: { at_most: 3 } };
    expect(await sampleOf('age', newest, { gauge })).toMatchObject({ outcome: 'degraded', value: '10' });
    for (const nothing of [
      'SELECT null::timestamptz',
      'SELECT now()::timestamp',
      "SELECT 'infinity'::timestamptz",
    ])
      expect((await sampleOf('age', nothing)).reason).toBe('not-a-number');
  });

  test('CTS-03, COI-09, VOU-02: counts by label, published as they are; the gauge judges their sum', async () => {
    const byStatus = 'SELECT status, count(*) FROM public.orders GROUP BY status ORDER BY status';
    const answer = await answerTo('counts', byStatus, { gauge: { unit: 'count', target: { at_most: 2 } } });
    expect(answer.detail).toEqual({
      counts: [
        { label: 'CREATED', count: '1' },
        { label: 'VALID', count: '2' },
      ],
    });
    expect(answer.sample).toMatchObject({ outcome: 'degraded', value: '3' });
    expect(await sampleOf('counts', 'SELECT 1, 1 WHERE false')).toMatchObject({ outcome: 'up', value: '0' });
  });

  test.each([
    ['a label like a sentence', "SELECT repeat('long ', 20), 1"],
    ['a label with an address in it', "SELECT 'person@example.org', 1"],
    ['no label', 'SELECT null, 1'],
    ['no count', "SELECT 'a', 'many'"],
    ['a third column', "SELECT 'a', 1, 2"],
    ['too many labels', "SELECT 'n' || n, 1 FROM generate_series(1, 101) AS n"],
  ])('%s is unreadable, and nothing of it is published', async (_, statement) => {
    const answer = await answerTo('counts', statement.replace('(*) ', ''));
    expect(answer).toMatchObject({ sample: { outcome: 'unknown', reason: 'unreadable' } });
    expect(answer.detail).toBeUndefined();
  });
});

describe('what can not be asked is unknown', () => {
  test.each([
    ['a table is missing', 'SELECT 1 FROM public.no_such_table', '42P01'],
    ['a column is missing', 'SELECT no_such_column FROM public.orders', '42703'],
    ['a column may not be read', 'SELECT secret FROM public.orders', '42501'],
    ['the statement is none', 'SELEKT 1', '42601'],
    ['two statements', 'SELECT 1; SELECT 2', '42601'],
    ['a statement that writes', 'CREATE TABLE public.mine (id int)', '25006'],
    ['a division by zero', 'SELECT 1/0', '22012'],
  ])('%s', async (_, statement, code) => {
    const answer = await answerTo('value', statement);
    expect(answer.sample).toEqual({ outcome: 'unknown', reason: 'query-failed' });
    expect(answer.told).toContain('SAMPLE_DATABASE');
    expect(answer.told).toContain(code);
    expect(answer.told).not.toMatch(/no_such|SELECT|127\.0\.0\.1/);
  });

  test('a login that sees past row-level security is refused', async () => {
    expect(await sampleOf('value', 'SELECT 1', {}, database.adminUrl)).toEqual({
      outcome: 'unknown',
      reason: 'query-failed',
    });
  });

  test('… and may take on a role that does not', async () => {
    const owner = { role: 'tpc_reader' };
    expect((await sampleOf('value', 'SELECT 1', owner, database.adminUrl)).outcome).toBe('up');
    expect((await sampleOf('value', 'SELECT 1', { role: 'no_such_role' }, database.adminUrl)).reason).toBe(
      'query-failed',
    );
  });

  test('a wrong password, a database that does not exist', async () => {
    const wrong = new URL(database.readerUrl);
    wrong.password = 'wrong';
    expect((await sampleOf('value', 'SELECT 1', {}, wrong.href)).reason).toBe('query-failed');
    const other = new URL(database.readerUrl);
    other.pathname = '/no_such_database';
    expect((await sampleOf('value', 'SELECT 1', {}, other.href)).reason).toBe('query-failed');
  });

  test('a setting that is missing, a file that is', async () => {
    const missing = await asking(check('value'), { sqlFile: async () => 'SELECT 1' });
    expect(missing).toEqual({
      sample: { outcome: 'unknown', reason: 'missing-setting' },
      told: 'SAMPLE_DATABASE is not set',
    });
  });
});

describe('a database that does not answer', () => {
  const url = (address: string) => `postgres://reader:secret@${new URL(address).host}/sample?sslmode=disable`;
  const both = async (address: string, more: Readonly<Record<string, unknown>> = {}) => {
    const samples: Sample[] = [];
    for (const unreachable of ['unknown', 'down'])
      samples.push(await sampleOf('value', 'SELECT 1', { unreachable, ...more }, address));
    return samples.map(({ outcome, reason }) => `${outcome} ${reason}`);
  };

  test('refused: unknown to a check that only asked it, down where it is the component itself', async () => {
    expect(await both(url(await closedAddress()))).toEqual([
      'unknown database-unreachable',
      'down refused-connection',
    ]);
  });

  test('hanging: the same, within the timeout', async () => {
    const silent = await startTcpPeer(() => undefined);
    expect(await both(url(silent.url), { timeout: 'PT0.3S' })).toEqual([
      'unknown database-unreachable',
      'down timed-out',
    ]);
  });

  test('cut: the same', async () => {
    const cutting = await startTcpPeer((socket) => socket.destroy());
    expect(await both(url(cutting.url))).toEqual(['unknown database-unreachable', 'down connection-cut']);
  });

  test('a name that does not resolve is never the database’s doing', async () => {
    expect(await both('postgres://reader@there-is-no-such-host.invalid/sample')).toEqual([
      'unknown name-not-resolved',
      'unknown name-not-resolved',
    ]);
  });

  test('a statement that takes longer than the check allows', async () => {
    const slow = async (unreachable: string) =>
      sampleOf('value', 'SELECT 1 FROM pg_sleep(20)', { unreachable, timeout: 'PT0.5S' });
    expect(await slow('unknown')).toEqual({ outcome: 'unknown', reason: 'query-failed' });
    expect(await slow('down')).toEqual({ outcome: 'down', reason: 'timed-out' });
  });

  test('what one check was told of it, another that judges it otherwise is told as well', async () => {
    const run = contextOf(context('SELECT 1', url(await closedAddress())));
    const reasons: unknown[] = [];
    for (const unreachable of ['unknown', 'down', 'unknown'])
      reasons.push((await ask(check('value', { unreachable }), run)).sample.reason);
    expect(reasons).toEqual(['database-unreachable', 'refused-connection', 'database-unreachable']);
  });

  test('it is asked once in a run: the checks behind it do not wait for it again', async () => {
    let connections = 0;
    const silent = await startTcpPeer(() => {
      connections += 1;
    });
    const run = contextOf(context('SELECT 1', url(silent.url)));
    const answers = await Promise.all(
      ['unknown', 'down'].map((unreachable) =>
        ask(check('value', { unreachable, timeout: 'PT0.3S' }), { ...run, inTurn: oneByOne }),
      ),
    );
    expect(answers.map(({ sample }) => sample.reason)).toEqual(['database-unreachable', 'timed-out']);
    expect(connections).toBe(1);
  });
});

let turn: Promise<unknown> = Promise.resolve();
function oneByOne<T>(_: string, work: () => Promise<T>): Promise<T> {
  const next = turn.then(work, work);
  turn = next.catch(() => undefined);
  return next;
}
