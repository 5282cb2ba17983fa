import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asking } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';
import { createLedgerDatabase, type LedgerDatabase } from '../../testing/postgres.ts';

let database: LedgerDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

type Ask = (method: string, params: readonly [string, unknown]) => unknown;

/** A chain: an undefined answer is the error that a malformed parameter gets. */
const startChain = (answer: Ask) =>
  startPeer((_, response, body) => {
    const { id, method, params } = JSON.parse(body) as {
      id: unknown;
      method: string;
      params: [string, unknown];
    };
    const result = answer(method, params);
    const said = result === undefined ? { error: { code: -32602, message: 'invalid' } } : { result };
    json(response, { jsonrpc: '2.0', id, ...said });
  });
const answerTo = (given: Readonly<Record<string, unknown>>, statement: string) =>
  asking(
    parsedCheck({
      kind: 'reconciliation',
      chain: 'solana',
      database: 'env:SAMPLE_DATABASE',
      file: 'sql/question.sql',
      gauge: { unit: 'lamports', target: { at_most: 0 } },
      timeout: 'PT4S',
      ...given,
      of: given.of ?? 'balances',
    }),
    { settings: { SAMPLE_DATABASE: database.readerUrl }, sqlFile: async () => statement },
  );

describe('CTS-07: what an escrow should hold against what the chain says it holds', () => {
  const held: Record<string, string> = { full: '1000', short: '18446744073709551614', rich: '5000' };
  const balances: Ask = (method, [account]) =>
    method === 'getBalance' ? { context: { slot: 1 }, value: Number(held[account]) } : undefined;
  const rows = `SELECT * FROM (VALUES ('full', '1000', 'personal'), ('rich', '1', 'personal'),
    ('missing', '30', 'reward'), ('less', '12', 'reward')) AS t (account, expected, label)`;

  test('what is missing, exactly and by kind; a surplus elsewhere is not set off', async () => {
    const chain = await startChain((method, [account]) =>
      method === 'getBalance'
        ? { value: { full: 1000, rich: 5000, missing: 0, less: 7 }[account] }
        : undefined,
    );
    const answer = await answerTo({ endpoints: [chain.url] }, rows);
    expect(answer.sample).toMatchObject({ outcome: 'degraded', reason: 'target-missed', value: '35' });
    expect(answer.detail).toEqual({
      counts: [
        { label: 'personal', count: '0' },
        { label: 'reward', count: '35' },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/full|rich|less/);
  });

  test('balances keep their digits, on EVM as well', async () => {
    const chain = await startChain((method) =>
      method === 'eth_getBalance' ? '0xde0b6b3a7640000' : undefined,
    );
    const statement = "SELECT '0xab' AS account, '1000000000000000001' AS expected, 'personal' AS label";
    const answer = await answerTo({ endpoints: [chain.url], chain: 'evm' }, statement);
    expect(answer.sample.value).toBe('1');
  });

  test('the backup is asked where the first endpoint is dead; where both are, nothing is known', async () => {
    const chain = await startChain(balances);
    const statement = "SELECT 'full' AS account, '1000' AS expected, 'personal' AS label";
    expect(
      (await answerTo({ endpoints: [await closedAddress(), chain.url] }, statement)).sample.outcome,
    ).toBe('up');
    expect(await answerTo({ endpoints: [await closedAddress()] }, statement)).toMatchObject({
      sample: { outcome: 'unknown', reason: 'input-unknown' },
      transport: true,
    });
  });

  test('no row at all is not known, unless there may be none', async () => {
    const chain = await startChain(balances);
    const none =
      'SELECT account, expected, label FROM (VALUES (NULL, NULL, NULL)) t (account, expected, label) WHERE false';
    const ask = (more: object) => answerTo({ endpoints: [chain.url], ...more }, none);
    expect((await ask({})).sample).toMatchObject({ outcome: 'unknown', reason: 'no-rows' });
    expect((await ask({ may_be_empty: true })).sample).toMatchObject({ outcome: 'up', value: '0' });
  });

  test('rows that do not say what they should, too many of them, and a database that is not there', async () => {
    const chain = await startChain(balances);
    const reason = async (statement: string) =>
      (await answerTo({ endpoints: [chain.url] }, statement)).sample.reason;
    expect(await reason("SELECT 'full' AS account, 'much' AS expected, 'personal' AS label")).toBe(
      'unreadable',
    );
    expect(await reason("SELECT 'full' AS account, null AS expected, 'personal' AS label")).toBe(
      'input-unknown',
    );
    expect(
      await reason("SELECT n, '1' AS expected, 'personal' AS label FROM generate_series(1, 501) AS n"),
    ).toBe('unreadable');
    expect(await reason('SELECT 1 FROM public.no_such_table')).toBe('query-failed');
  });
});

describe('CTS-08, VOU-05: transactions that the chain does not know', () => {
  const transactions: Ask = (method, [id]) => {
    if (method !== 'getTransaction' || id === 'malformed') return undefined;
    const memo = { transaction: { message: { instructions: [{ parsed: 'order 7' }] } } };
    return (
      { good: { meta: { err: null }, ...memo }, failed: { meta: { err: { code: 1 } }, ...memo } }[id] ?? null
    );
  };
  const gauge = { unit: 'count', target: { at_most: 0 } };
  const value = async (statement: string) => {
    const chain = await startChain(transactions);
    return (await answerTo({ of: 'transactions', gauge, endpoints: [chain.url] }, statement)).sample.value;
  };

  test('absent, failed and malformed ones are counted', async () => {
    expect(await value("SELECT 'good' AS id")).toBe('0');
    expect(await value("SELECT unnest(ARRAY['good', 'absent', 'failed', 'malformed']) AS id")).toBe('3');
  });

  test('one that does not hold the text it should is counted', async () => {
    expect(await value("SELECT 'good' AS id, 'order 7' AS mentions")).toBe('0');
    expect(await value("SELECT 'good' AS id, 'order 8' AS mentions")).toBe('1');
  });

  test('a node that has forgotten a transaction accuses nobody: another may know it, and one that is silent might', async () => {
    const [forgetful, knowing] = [await startChain(() => null), await startChain(transactions)];
    const ask = (second: string, ids: string) =>
      answerTo(
        { of: 'transactions', gauge, endpoints: [forgetful.url, second] },
        `SELECT unnest(ARRAY[${ids}]) AS id`,
      );
    expect((await ask(knowing.url, "'good'")).sample).toMatchObject({ outcome: 'up', value: '0' });
    expect((await ask(knowing.url, "'good', 'absent', 'failed'")).sample.value).toBe('2');
    expect((await ask(await closedAddress(), "'good'")).sample).toMatchObject({ outcome: 'unknown' });
  });

  test('EVM: the receipt, its status, and a text in any case', async () => {
    const chain = await startChain((_, [id]) =>
      id === '0xgood'
        ? { status: '0x1', to: '0xABCDEF' }
        : id === '0xreverted'
          ? { status: '0x0', to: '' }
          : null,
    );
    const evm = { of: 'transactions', chain: 'evm', gauge, endpoints: [chain.url] };
    const statement = `SELECT id, '0xabcdef' AS mentions FROM unnest(ARRAY['0xgood', '0xreverted', '0xabsent']) AS id`;
    expect((await answerTo(evm, statement)).sample.value).toBe('2');
  });
});
