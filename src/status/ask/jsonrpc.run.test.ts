import { describe, expect, test } from 'vitest';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';
import { evm, sampleOf, startRpc } from '../../testing/rpc.ts';

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
    const near = { ...lag, gauge: { unit: 'blocks', target: { below: 20 } } };
    expect(await sampleOf(evm([theirs.url], { ...near, measure: { lag_against: ours.url } }))).toMatchObject({
      outcome: 'up',
      value: '-12',
    });
  });

  test('so far ahead of the second provider that one of the two is wrong, nothing is known', async () => {
    const [ours, theirs] = [
      await startRpc({ eth_blockNumber: '0xffffffff' }),
      await startRpc({ eth_blockNumber: '0x1c0' }),
    ];
    const lag = { measure: { lag_against: theirs.url }, gauge: { unit: 'blocks', target: { below: 10 } } };
    expect(await sampleOf(evm([ours.url], lag))).toMatchObject({
      outcome: 'unknown',
      reason: 'input-unknown',
    });
  });

  test('two settings that hold one server: it is not held against itself', async () => {
    const { url } = await startRpc({ eth_blockNumber: '0x1b4' });
    const lag = {
      measure: { lag_against: 'env:BACKUP_RPC' },
      gauge: { unit: 'blocks', target: { below: 10 } },
    };
    const settings = { PRIMARY_RPC: url, BACKUP_RPC: `${url}/another/key` };
    expect(await sampleOf(evm(['env:PRIMARY_RPC'], lag), { settings })).toEqual({
      outcome: 'unknown',
      reason: 'same-endpoint',
    });
  });

  test('a node of another chain is not believed, and its backup is asked; where it is the only one, nothing is known', async () => {
    const other = await startRpc({ eth_blockNumber: '0x1b4', eth_chainId: '0x1' });
    const right = await startRpc({ eth_blockNumber: '0x1c0', eth_chainId: '0x2105' });
    const height = { measure: 'result', network: 8453 };
    expect(await sampleOf(evm([right.url, other.url], height))).toMatchObject({
      outcome: 'up',
      value: '448',
    });
    expect(await sampleOf(evm([other.url], height))).toEqual({ outcome: 'unknown', reason: 'other-network' });
    // Whether the first would have answered is not known, so neither is whether the backup had to step in.
    expect(await sampleOf(evm([other.url, right.url], height))).toMatchObject({
      outcome: 'unknown',
      reason: 'other-network',
      endpoint: 2,
    });
    const lag = {
      measure: { lag_against: other.url },
      network: '0x2105',
      gauge: { unit: 'blocks', target: { below: 10 } },
    };
    expect(await sampleOf(evm([right.url], lag))).toMatchObject({
      outcome: 'unknown',
      reason: 'input-unknown',
    });
  });

  test('a first endpoint that turns us away is no fail-over of the platform', async () => {
    const busy = await startPeer((_, response) => json(response, {}, 429));
    const backup = await startRpc({ eth_blockNumber: '0x1' });
    expect(await sampleOf(evm([busy.url, backup.url]))).toMatchObject({
      outcome: 'unknown',
      reason: 'turned-away',
    });
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
    expect(await sampleOf(evm([dead, 'env:SAMPLE_BACKUP_RPC']))).toEqual({
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

  test.each([
    ['HTML', '<html>', 'down unexpected-json'],
    ['JSON that is no JSON-RPC', '{"ok":true}', 'down unexpected-json'],
    ['nothing but braces', '{}', 'down unexpected-json'],
    ['a list', '[]', 'down unexpected-json'],
    ['a body without end', `"${'a'.repeat(2_000_000)}"`, 'unknown unreadable'],
    ['the answer to another request', '{"jsonrpc":"2.0","id":77,"result":"0x7"}', 'unknown foreign-answer'],
    ['an answer to no request', '{"jsonrpc":"2.0","result":"0x7"}', 'unknown foreign-answer'],
    ['a result beside an id of null', '{"jsonrpc":"2.0","id":null,"result":"0x7"}', 'unknown foreign-answer'],
    [
      'the error of another request',
      '{"jsonrpc":"2.0","id":77,"error":{"code":-1}}',
      'unknown foreign-answer',
    ],
    [
      'an error of a request not read',
      '{"jsonrpc":"2.0","id":null,"error":{"code":-32700}}',
      'down rpc-error',
    ],
    ['an id as text', '{"jsonrpc":"2.0","id":"1","result":"0x7"}', 'up undefined'],
    ['a result of null', '{"jsonrpc":"2.0","id":1,"result":null}', 'down unexpected-result'],
    ['two results', '{"jsonrpc":"2.0","id":1,"result":"0x7","result":"0x8"}', 'unknown unreadable'],
    [
      'too many requests',
      '{"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"limit exceeded"}}',
      'unknown turned-away',
    ],
    [
      'too many requests, in words',
      '{"jsonrpc":"2.0","id":1,"error":{"code":-32007,"message":"50/second request limit reached"}}',
      'unknown turned-away',
    ],
    ['a byte order mark', '\uFEFF{"jsonrpc":"2.0","id":1,"result":"0x7"}', 'up undefined'],
  ])('%s', async (_, body, expected) => {
    const peer = await startPeer((_request, response) => response.end(body));
    const { outcome, reason } = await sampleOf(evm([peer.url]));
    expect(`${outcome} ${reason}`).toBe(expected);
  });

  test('a node of Solana that is behind says so with the number that means too many requests elsewhere', async () => {
    const error = { code: -32005, message: 'Node is behind by 42 slots' };
    const peer = await startPeer((_, response) => json(response, { jsonrpc: '2.0', id: 1, error }));
    const check = evm([peer.url], { chain: 'solana', method: 'getSlot' });
    expect(await sampleOf(check)).toMatchObject({ outcome: 'down', reason: 'rpc-error' });
  });

  test('a result that is no number says nothing of a gauge', async () => {
    const { url } = await startRpc({ eth_blockNumber: 'latest' });
    expect(await sampleOf(evm([url], { measure: 'result', gauge: { unit: 'count' } }))).toMatchObject({
      outcome: 'unknown',
      reason: 'not-a-number',
    });
  });
});
