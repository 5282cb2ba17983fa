import { describe, expect, test } from 'vitest';
import { ExpectedError } from '../../core/expected-error.ts';
import { http, run } from '../../testing/ask-all.ts';
import type { GivenCheck } from '../../testing/checks.ts';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';
import { canariesIn } from './canary.ts';

describe('“we are offline” against “they are down”', () => {
  test('no canary answers: nothing turns down, whatever failed on the way', async () => {
    const dead = await closedAddress();
    const silent = await startPeer(() => undefined);
    const { offline, samples } = await run(
      [
        http('refused', dead),
        http('hanging', silent.url, { timeout: 'PT0.3S' }),
        http('nameless', 'https://there-is-no-such-host.invalid/'),
        { kind: 'tls', address: dead, gauge: { unit: 'days' } },
        {
          kind: 'sql',
          database: 'env:SAMPLE_DATABASE',
          file: 'sql/q.sql',
          answer: 'value',
          unreachable: 'down',
        },
        {
          kind: 'jsonrpc',
          chain: 'evm',
          endpoints: [dead],
          expect: [{ path: '$', type: 'string' }],
          method: 'eth_blockNumber',
        },
        { kind: 'attested', url: dead, result: 'backup' },
        { kind: 'dataset', dataset: 'batches', ask: 'current' },
      ],
      { canaries: [dead], settings: { SAMPLE_DATABASE: dead.replace('http', 'postgres') } },
    );
    expect(offline).toBe(true);
    const { dataset, ...network } = samples;
    expect(dataset).toBe('absent');
    expect(new Set(Object.values(network))).toEqual(new Set(['offline']));
  });

  test('one canary answers, if only with an error: they are down', async () => {
    const canary = await startPeer((_, response) => json(response, {}, 500));
    const dead = await closedAddress();
    const { offline, samples } = await run([http('refused', dead)], { canaries: [dead, canary.url] });
    expect([offline, samples]).toEqual([false, { refused: 'refused-connection' }]);
  });

  test('without canaries: all failed on the way, so it is us; one answered, so it is them', async () => {
    const dead = await closedAddress();
    const alone = await run([http('one', dead), http('two', `${dead}/2`)]);
    expect([alone.offline, alone.samples]).toEqual([true, { one: 'offline', two: 'offline' }]);
    const refusing = await startPeer((_, response) => json(response, {}, 500));
    const beside = await run([http('one', dead), http('two', refusing.url)]);
    expect([beside.offline, beside.samples]).toEqual([
      false,
      { one: 'refused-connection', two: 'unexpected-status' },
    ]);
  });

  test('without canaries: whoever turns us away has answered, so it is them that refuse', async () => {
    const busy = await startPeer((_, response) => json(response, {}, 429));
    const { offline, samples } = await run([http('one', await closedAddress()), http('two', busy.url)]);
    expect([offline, samples]).toEqual([false, { one: 'refused-connection', two: 'turned-away' }]);
  });

  test('with nothing to ask over the network, nothing is said of it', async () => {
    const checks: GivenCheck[] = [
      { kind: 'dataset', dataset: 'batches', ask: 'current' },
      http('unset', 'env:SAMPLE_NOT_SET'),
    ];
    expect(await run(checks)).toMatchObject({ offline: false, samples: { unset: 'missing-setting' } });
  });

  test('addresses of canaries, separated by commas; one that is none is named by its place', () => {
    expect(canariesIn(undefined)).toEqual([]);
    expect(canariesIn(' https://a.example, http://b.example/x ,')).toEqual([
      'https://a.example',
      'http://b.example/x',
    ]);
    expect(() => canariesIn('https://a.example,secret')).toThrow(ExpectedError);
    expect(() => canariesIn('https://a.example,secret')).toThrow(/^TERANG_CANARIES: address 2 is no/);
  });
});
