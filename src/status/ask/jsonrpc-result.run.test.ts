import { describe, expect, test } from 'vitest';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';
import { evm, sampleOf, solana, startRpc } from '../../testing/rpc.ts';

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
