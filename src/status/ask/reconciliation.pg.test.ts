import { base58 } from '@scure/base';
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
  /** The time of the test's clock, in seconds since 1970. */
  const NOW = Date.parse('2026-01-26T12:00:00Z') / 1000;
  const DAY = 24 * 3600;
  /** A signature of 64 bytes of its own for each name. */
  const signature = (name: string) => base58.encode(Buffer.alloc(64, name));
  const [good, failed, absent] = ['good', 'failed', 'absent'].map(signature) as [string, string, string];
  const memo = { transaction: { message: { instructions: [{ parsed: 'order 7' }] } } };
  const known: Record<string, unknown> = {
    [good]: { meta: { err: null }, ...memo },
    [failed]: { meta: { err: { code: 1 } }, ...memo },
  };

  /** A node whose history begins with a slot; slot n is of second n. An undefined answer is the error of its kind. */
  const solana =
    ({ first = 0, newest = NOW - 15, knows = known } = {}): Ask =>
    (method, [id]) =>
      ({
        getFirstAvailableBlock: first,
        getSlot: newest,
        getBlockTime: id,
        getTransaction: knows[id] ?? null,
      })[method];
  const gauge = { unit: 'count', target: { at_most: 0 } };
  const ask = async (statement: string, ...nodes: readonly (Ask | string)[]) => {
    const endpoints = await Promise.all(
      nodes.map(async (node) => (typeof node === 'string' ? node : (await startChain(node)).url)),
    );
    return answerTo({ of: 'transactions', gauge, endpoints }, statement);
  };
  const rows = (ids: readonly string[], sentAt?: number) =>
    `SELECT id${sentAt === undefined ? '' : `, ${sentAt} AS sent_at`} FROM unnest('{${ids.join()}}'::text[]) AS id`;

  test('absent and failed ones are counted, where the node holds the whole chain', async () => {
    expect((await ask(rows([good]), solana())).sample).toMatchObject({ outcome: 'up', value: '0' });
    expect((await ask(rows([good, absent, failed]), solana())).sample.value).toBe('2');
  });

  test('what is no signature can not be on the chain, whatever the node says', async () => {
    const wrong = [
      'malformed',
      base58.encode(Buffer.alloc(63, 1)),
      base58.encode(Buffer.alloc(65, 1)),
      `${good}0`,
    ];
    expect((await ask(rows([good, ...wrong]), solana())).sample.value).toBe('4');
  });

  test('a node that refuses the question accuses nobody: "invalid params" may be of its own options', async () => {
    const refusing: Ask = (method, params) =>
      method === 'getTransaction' ? undefined : solana()(method, params);
    expect(await ask(rows([good]), refusing)).toMatchObject({
      sample: { outcome: 'unknown', reason: 'input-unknown' },
      told: 'chain: rpc-error',
    });
  });

  test('one that does not hold the text it should is counted', async () => {
    const value = async (text: string) =>
      (await ask(`SELECT '${good}' AS id, '${text}' AS mentions`, solana())).sample.value;
    expect(await value('order 7')).toBe('0');
    expect(await value('order 8')).toBe('1');
  });

  test('what a node that prunes does not know it may have forgotten', async () => {
    const pruned = solana({ first: NOW - 5 * DAY });
    const outcome = async (sentAt?: number) => (await ask(rows([good, absent], sentAt), pruned)).sample;
    expect(await outcome(NOW - 7 * DAY)).toMatchObject({ outcome: 'unknown', reason: 'maybe-forgotten' });
    // The database may have noted it a while after it was sent.
    expect(await outcome(NOW - 5 * DAY + 3600)).toMatchObject({ outcome: 'unknown' });
    expect(await outcome(NOW - 3 * DAY)).toMatchObject({ outcome: 'degraded', value: '1' });
    expect(await outcome()).toMatchObject({ outcome: 'unknown', reason: 'maybe-forgotten' });
    expect((await ask(rows([good, failed, absent]), pruned)).sample).toMatchObject({ value: '1' });
  });

  test('a node that is behind, or does not tell of its history, has nothing to say of what it does not know', async () => {
    const silent: Ask = (method, params) =>
      method === 'getFirstAvailableBlock' ? undefined : solana()(method, params);
    for (const node of [solana({ newest: NOW - 3600 }), silent])
      expect((await ask(rows([absent], NOW - 2 * DAY), node)).sample).toMatchObject({
        outcome: 'unknown',
        reason: 'maybe-forgotten',
      });
  });

  test('another node may know it, or hold the history in which it is missing; one that is silent might', async () => {
    const forgetful = solana({ first: NOW, knows: {} });
    expect((await ask(rows([good]), forgetful, solana())).sample).toMatchObject({
      outcome: 'up',
      value: '0',
    });
    expect((await ask(rows([good, absent, failed]), forgetful, solana())).sample.value).toBe('2');
    expect((await ask(rows([good]), forgetful, await closedAddress())).sample.outcome).toBe('unknown');
  });

  test('a time that is none is said', async () => {
    expect((await ask(`SELECT '${good}' AS id, 'noon' AS sent_at`, solana())).sample.reason).toBe(
      'unreadable',
    );
  });

  describe('EVM', () => {
    const hash = (byte: string) => `0x${byte.repeat(32)}`;
    const [mined, reverted, lost] = [hash('aa'), hash('bb'), hash('cc')];
    /** A chain with a block each second, each with one transaction, whose receipt is held for a while. */
    const evm =
      (holds: number): Ask =>
      (method, [asked]) => {
        if (method === 'eth_getBlockByNumber') {
          const number = asked === 'latest' ? NOW - 3 : Number(asked);
          const quantity = `0x${number.toString(16)}`;
          return {
            number: quantity,
            timestamp: quantity,
            transactions: [`0x${number.toString(16).padStart(64, '0')}`],
          };
        }
        if (asked === mined) return { status: '0x1', to: '0xABCDEF' };
        if (asked === reverted) return { status: '0x0', to: '' };
        if (!asked.startsWith('0x0')) return null;
        return Number(asked) > NOW - holds ? { status: '0x1' } : null;
      };
    const count = async (ids: readonly string[], holds: number, sentAt = '') => {
      const chain = await startChain(evm(holds));
      const statement = `SELECT id, '0xabcdef' AS mentions ${sentAt} FROM unnest('{${ids.join()}}'::text[]) AS id`;
      return (
        await answerTo(
          {
            of: 'transactions',
            chain: 'evm',
            gauge: { unit: 'count', target: { at_most: 0 } },
            endpoints: [chain.url],
          },
          statement,
        )
      ).sample;
    };

    test('the receipt, its status, a text in any case, and the form of a hash', async () => {
      expect(await count([mined], DAY)).toMatchObject({ outcome: 'up', value: '0' });
      expect(await count([mined, reverted, '0xabsent'], DAY)).toMatchObject({ value: '2' });
    });

    test('one without a receipt is missing where the node has receipts from before it, and may else be forgotten', async () => {
      const sent = `, ${NOW - 2 * DAY} AS sent_at`;
      expect(await count([mined, lost], 10 * DAY, sent)).toMatchObject({ outcome: 'degraded', value: '1' });
      expect(await count([mined, lost], DAY, sent)).toMatchObject({
        outcome: 'unknown',
        reason: 'maybe-forgotten',
      });
      expect(await count([mined, lost], 10 * DAY)).toMatchObject({ outcome: 'unknown' });
    });
  });
});
