import { describe, expect, test } from 'vitest';
import { http, run } from '../../testing/ask-all.ts';
import { systemOf } from '../../testing/checks.ts';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';
import { askAll } from './run.ts';

const startAlive = () => startPeer((_, response) => json(response, { holders: 1500 }));

describe('a run is bounded', () => {
  test('60 checks of which 20 hang: the run ends within its budget, and the other 40 are answered', async () => {
    const alive = await startAlive();
    const silent = await startPeer(() => undefined);
    const checks = Array.from({ length: 60 }, (_, index) => {
      const { url } = index % 3 === 0 ? silent : alive;
      return http(`check-${index}`, `${url}/${index}`, { timeout: index % 3 === 0 ? 'PT1M' : 'PT2S' });
    });
    // The hanging ones take all eight places until the budget is spent, so those behind them are never asked.
    const { samples, offline } = await run(checks, { budget: 2_000 });
    expect(offline).toBe(false);
    expect(Object.keys(samples)).toHaveLength(60);
    const hung = Object.values(samples).filter((reason) => reason === 'out-of-time').length;
    expect(hung).toBeGreaterThanOrEqual(20);
    expect(Object.values(samples).every((reason) => reason === 'up' || reason === 'out-of-time')).toBe(true);
  });

  test('with timeouts of their own, the hanging ones are down and all others are answered', async () => {
    const alive = await startAlive();
    const silent = await startPeer(() => undefined);
    const checks = Array.from({ length: 60 }, (_, index) =>
      http(`check-${index}`, `${(index % 3 === 0 ? silent : alive).url}/${index}`, { timeout: 'PT0.5S' }),
    );
    const { samples } = await run(checks, { budget: 30_000 });
    const counts = Object.groupBy(Object.values(samples), (reason) => reason);
    expect([counts.up?.length, counts['timed-out']?.length]).toEqual([40, 20]);
  });

  test('no more than eight at a time', async () => {
    let present = 0;
    let most = 0;
    const slow = await startPeer((_, response) => {
      present += 1;
      most = Math.max(most, present);
      setTimeout(() => {
        present -= 1;
        json(response, {});
      }, 30);
    });
    await run(Array.from({ length: 30 }, (_, index) => http(`check-${index}`, `${slow.url}/${index}`)));
    expect(most).toBe(8);
  });
});

describe('checks that rest on others', () => {
  const holders = (url: string) =>
    http('holders', url, { measure: { json: '$.holders' }, gauge: { unit: 'count' } });
  const percent = { kind: 'derived', id: 'percent', as: 'percent', gauge: { unit: '%' } } as const;

  test('are asked after them, whatever their order in the file', async () => {
    const { url } = await startAlive();
    const system = { settings: { limit: { value: '2000', basis: null } } };
    const { answers } = await run([{ ...percent, of: 'holders', to: { setting: 'limit' } }, holders(url)], {
      system,
    });
    expect(answers.systems.get('sample')?.get('percent')?.sample).toEqual({ outcome: 'up', value: '75.00' });
  });

  test('two that rest on each other, or one on itself, are unknown and end', async () => {
    const { samples } = await run([
      { ...percent, id: 'a', of: 'b', to: { check: 'c' } },
      { ...percent, id: 'b', of: 'a', to: { check: 'c' } },
      { ...percent, id: 'c', of: 'c', to: { check: 'a' } },
    ]);
    expect(samples).toEqual({ a: 'input-unknown', b: 'input-unknown', c: 'input-unknown' });
  });

  test('CTS-04: the limiter is asked after the database', async () => {
    const limiter = await startPeer((_, response) => json(response, {}, 503));
    const instead = { while_down: 'database', status: [503] };
    const checks = (database: string) => [
      http('limiter', limiter.url, { instead }),
      http('database', database),
      http('other', `${limiter.url}/other`, { expect: { status: [503] } }),
    ];
    expect((await run(checks(await closedAddress()))).samples).toMatchObject({ limiter: 'up' });
    expect((await run(checks((await startAlive()).url))).samples).toMatchObject({
      limiter: 'unexpected-status',
    });
  });
});

test('a defect of ours costs one check, and its text is not published', async () => {
  const { url } = await startAlive();
  const broken = {
    state: async () => {
      throw new TypeError('postgres://user:secret@host');
    },
    rows: async () => [],
  };
  const system = systemOf([http('fine', url), { kind: 'dataset', dataset: 'batches', ask: 'current' }]);
  const answers = await askAll({
    systems: [{ system, sqlFile: async () => '', published: broken }],
    settings: {},
    now: () => '2026-01-26T12:00:00Z',
    canaries: [],
  });
  const dataset = answers.systems.get('sample')?.get('dataset');
  expect(answers.systems.get('sample')?.get('fine')?.sample.outcome).toBe('up');
  expect(dataset?.sample).toEqual({ outcome: 'unknown', reason: 'unreadable' });
  expect(dataset?.told).toMatch(/^a defect of this program: TypeError/);
  expect(dataset?.told).not.toContain('secret');
});
