import { describe, expect, test } from 'vitest';
import { asking, type GivenContext } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';

type Methods = Readonly<Record<string, unknown>>;

/** A JSON-RPC endpoint that answers each method with its result; an Error becomes an error of its own. */
const startRpc = (methods: Methods) =>
  startPeer((_, response, body) => {
    const { method, id } = JSON.parse(body) as { method: string; id: number };
    if (methods[method] === undefined)
      return json(response, { jsonrpc: '2.0', id, error: { code: -32601, message: 'method not found' } });
    json(response, { jsonrpc: '2.0', id, result: methods[method] });
  });
const evm = (endpoints: readonly string[], more: Readonly<Record<string, unknown>> = {}) =>
  parsedCheck({
    kind: 'jsonrpc',
    chain: 'evm',
    endpoints,
    method: 'eth_blockNumber',
    timeout: 'PT4S',
    ...more,
  });
const solana = (endpoints: readonly string[], more: Readonly<Record<string, unknown>>) =>
  parsedCheck({ kind: 'jsonrpc', chain: 'solana', endpoints, method: 'getSlot', timeout: 'PT4S', ...more });
const sampleOf = async (check: ReturnType<typeof evm>, given?: GivenContext) =>
  (await asking(check, given)).sample;

describe('COI-05: eth_blockNumber', () => {
  test('latency, and the block height with all its digits', async () => {
    const { url } = await startRpc({ eth_blockNumber: '0x1b4' });
    expect(await sampleOf(evm([url], { gauge: { unit: 'ms', target: { below: 1000 } } }))).toMatchObject({
      outcome: 'up',
      value: expect.stringMatching(/^\d+$/),
    });
    expect((await sampleOf(evm([url], { measure: 'result' }))).value).toBe('436');
  });

  test('lag behind a second provider', async () => {
    const [ours, theirs] = [
      await startRpc({ eth_blockNumber: '0x1b4' }),
      await startRpc({ eth_blockNumber: '0x1c0' }),
    ];
    const lag = { measure: { lag_against: theirs.url }, gauge: { unit: 'blocks', target: { below: 10 } } };
    expect(await sampleOf(evm([ours.url], lag))).toMatchObject({ outcome: 'degraded', value: '12' });
    const ahead = { ...lag, measure: { lag_against: ours.url } };
    expect(await sampleOf(evm([theirs.url], ahead))).toMatchObject({ outcome: 'up', value: '-12' });
  });

  test('without the second provider the lag is not known, whatever the first says', async () => {
    const { url } = await startRpc({ eth_blockNumber: '0x1b4' });
    const lag = { measure: { lag_against: await closedAddress() }, gauge: { unit: 'blocks' } };
    expect(await sampleOf(evm([url], lag))).toMatchObject({ outcome: 'unknown', reason: 'input-unknown' });
  });

  test('fail-over: the backup answers, which is degraded, and which one answered is told', async () => {
    const backup = await startRpc({ eth_blockNumber: '0x1' });
    const dead = await closedAddress();
    expect(await sampleOf(evm([dead, backup.url]))).toMatchObject({
      outcome: 'degraded',
      reason: 'backup-answered',
      endpoint: 2,
    });
    expect(await sampleOf(evm([backup.url, dead]))).toMatchObject({ outcome: 'up', endpoint: 1 });
  });

  test('fail-over when the first hangs, within the timeout of the check', async () => {
    const backup = await startRpc({ eth_blockNumber: '0x1' });
    const silent = await startPeer(() => undefined);
    const check = evm([silent.url, backup.url], { timeout: 'PT1S' });
    expect(await sampleOf(check)).toMatchObject({ outcome: 'degraded', endpoint: 2 });
  });

  test('a backup that misses its target says so rather than that it is the backup', async () => {
    const backup = await startRpc({ eth_blockNumber: '0x1' });
    const gauge = { unit: 'count', down_when: { below: 5 } };
    expect(
      await sampleOf(evm([await closedAddress(), backup.url], { measure: 'result', gauge })),
    ).toMatchObject({
      outcome: 'down',
      reason: 'limit-exceeded',
      endpoint: 2,
    });
  });

  test('no endpoint answers: down, for the reason of the first; one whose setting is missing leaves it unknown', async () => {
    const dead = await closedAddress();
    const failing = await startPeer((_, response) => json(response, {}, 502));
    expect(await sampleOf(evm([failing.url, dead]))).toMatchObject({
      outcome: 'down',
      reason: 'unexpected-status',
    });
    expect(await sampleOf(evm([dead, 'env:BACKUP_RPC']))).toEqual({
      outcome: 'unknown',
      reason: 'missing-setting',
    });
  });
});

describe('answers that are none', () => {
  test('an error of the endpoint itself', async () => {
    const { url } = await startRpc({});
    expect(await sampleOf(evm([url]))).toMatchObject({ outcome: 'down', reason: 'rpc-error' });
  });

  test('HTML, JSON that is no JSON-RPC, and a body without end', async () => {
    for (const body of ['<html>', '{"ok":true}', '[]', `"${'a'.repeat(2_000_000)}"`]) {
      const peer = await startPeer((_, response) => response.end(body));
      expect(await sampleOf(evm([peer.url]))).toMatchObject({ outcome: 'down', reason: 'unexpected-json' });
    }
  });

  test('a result that is no number says nothing of a gauge', async () => {
    const { url } = await startRpc({ eth_blockNumber: null });
    expect(await sampleOf(evm([url], { measure: 'result', gauge: { unit: 'count' } }))).toMatchObject({
      outcome: 'unknown',
      reason: 'not-a-number',
    });
  });
});

describe('conditions on the result', () => {
  const word = (digit: string) => `0x${digit.padStart(64, '0')}`;

  test('VOU-06: a contract that is paused, by an eth_call of paused()', async () => {
    const paused = (result: string) =>
      startPeer((_, response, body) => {
        const { params } = JSON.parse(body) as { params: [{ to: string; data: string }, string] };
        const asked = params[0].to === '0xc0ffee' && params[0].data === '0x5c975abb';
        json(response, { jsonrpc: '2.0', id: 1, result: asked ? result : '0x' });
      });
    const check = (url: string) =>
      evm([url], {
        method: 'eth_call',
        params: [{ to: 'env:VOU_CONTRACT', data: '0x5c975abb' }, 'latest'],
        expect: [{ path: '$', equals: 0 }],
      });
    const settings = { VOU_CONTRACT: '0xc0ffee' };
    expect((await sampleOf(check((await paused(word('0'))).url), { settings })).outcome).toBe('up');
    expect(await sampleOf(check((await paused(word('1'))).url), { settings })).toMatchObject({
      outcome: 'down',
      reason: 'unexpected-result',
    });
    expect(await sampleOf(check((await paused(word('0'))).url))).toEqual({
      outcome: 'unknown',
      reason: 'missing-setting',
    });
  });

  test('COI-01: the wrong chain is down, and no reason to ask the backup', async () => {
    const wrong = await startRpc({ eth_chainId: '0x1' });
    const backup = await startRpc({ eth_chainId: '0x2105' });
    const check = evm([wrong.url, backup.url], {
      method: 'eth_chainId',
      expect: [{ path: '$', equals: 8453 }],
    });
    expect(await sampleOf(check)).toMatchObject({
      outcome: 'down',
      reason: 'unexpected-result',
      endpoint: 1,
    });
    expect(backup.asked).toEqual([]);
  });
});

describe('CTS-05: Solana', () => {
  test('getLatestBlockhash, the age of getBlockTime, and a token account that can be read', async () => {
    const { url } = await startRpc({
      getLatestBlockhash: { context: { slot: 300 }, value: { blockhash: '9xQ', lastValidBlockHeight: 3090 } },
      getBlockTime: 1_769_428_770,
      getTokenAccountsByOwner: {
        value: [
          { account: { data: { parsed: { info: { tokenAmount: { amount: '18446744073709551615' } } } } } },
        ],
      },
    });
    const blockhash = { path: '$.value.blockhash', exists: true };
    expect(
      (await sampleOf(solana([url], { method: 'getLatestBlockhash', expect: [blockhash] }))).outcome,
    ).toBe('up');
    const age = { measure: { age_of: '$' }, gauge: { unit: 's', target: { below: 20 } } };
    expect(await sampleOf(solana([url], { method: 'getBlockTime', ...age }))).toMatchObject({
      outcome: 'degraded',
      value: '30',
    });
    const path = '$.value[0].account.data.parsed.info.tokenAmount.amount';
    const amount = { method: 'getTokenAccountsByOwner', measure: { json: path }, gauge: { unit: 'count' } };
    expect((await sampleOf(solana([url], amount))).value).toBe('18446744073709551615');
  });

  test('lag in slots, and fail-over', async () => {
    const [ours, theirs] = [await startRpc({ getSlot: 1000 }), await startRpc({ getSlot: 1150 })];
    const lag = { measure: { lag_against: theirs.url }, gauge: { unit: 'slots', down_when: { above: 100 } } };
    expect(await sampleOf(solana([ours.url], lag))).toMatchObject({ outcome: 'down', value: '150' });
    expect(await sampleOf(solana([await closedAddress(), ours.url], lag))).toMatchObject({
      outcome: 'down',
      endpoint: 2,
    });
  });

  test('a hexadecimal text is no number there', async () => {
    const { url } = await startRpc({ getSlot: '0x10' });
    expect((await sampleOf(solana([url], { measure: 'result' }))).reason).toBe('not-a-number');
  });
});
