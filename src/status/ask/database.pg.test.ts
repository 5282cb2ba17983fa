import { describe, expect, test } from 'vitest';
import { asking, contextOf } from '../../testing/ask.ts';
import { answerTo, check, context, database, sampleOf } from '../../testing/orders.ts';
import { closedAddress, startTcpPeer } from '../../testing/peer.ts';
import type { Sample } from '../sample.ts';
import { ask } from './ask.ts';

describe('what can not be asked is unknown', () => {
  test.each([
    ['a table is missing', 'SELECT 1 FROM public.no_such_table', '42P01'],
    ['a column is missing', 'SELECT no_such_column FROM public.orders', '42703'],
    ['a column may not be read', 'SELECT secret FROM public.orders', '42501'],
    ['the statement is none', 'SELECT FROM WHERE', '42601'],
    ['two statements', 'SELECT 1; SELECT 2', '42601'],
    ['a statement that writes', 'WITH w AS (DELETE FROM public.orders RETURNING 1) SELECT 1 FROM w', '25006'],
    [
      'a writing function',
      "SELECT pg_catalog.set_config('x.y', id::text, false), lo_create(0) FROM public.orders",
      '25006',
    ],
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
    expect(
      (await sampleOf('value', 'SELECT 7 FROM public.orders LIMIT 1', owner, database.adminUrl)).outcome,
    ).toBe('up');
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
