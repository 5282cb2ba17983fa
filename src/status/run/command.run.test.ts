import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exclusively } from '../../store/lock.ts';
import { createContent, runChecks } from '../../testing/check-run.ts';
import type { GivenCheck } from '../../testing/checks.ts';
import { closedAddress, json, startPeer } from '../../testing/peer.ts';
import { runsOf, statusRunSchema } from '../status-run.ts';

const http = (url: string, more: Readonly<Record<string, unknown>> = {}): GivenCheck => ({
  kind: 'http',
  request: { url },
  timeout: 'PT2S',
  ...more,
});
const startAlive = (status = 200) => startPeer((_, response) => json(response, {}, status));
const statusFolder = (root: string) => path.join(root, 'generated', 'status');

describe('how a run ends', () => {
  test('all well: 0, and what was found stands in content', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    const { text, exitCode, manifest } = await runChecks(root);
    expect([text, exitCode]).toEqual(['sample: 1 up', 0]);
    expect(manifest).toMatchObject({ demo: false, offline: false, observed_at: '2026-01-26T12:00:00Z' });
    expect(JSON.parse(await readFile(path.join(statusFolder(root), 'manifest.json'), 'utf8'))).toEqual(
      manifest,
    );
    const raw = await readFile(path.join(statusFolder(root), manifest?.samples[0]?.path ?? ''), 'utf8');
    const [run] = runsOf([statusRunSchema.parse(JSON.parse(raw))], 'sample');
    expect(run).toEqual({
      at: '2026-01-26T12:00:00Z',
      checks: { http: { outcome: 'up', ms: expect.any(Number) } },
    });
  });

  test('down is an answer: 0; a check that could not be carried out: 1', async () => {
    const peer = await startAlive(500);
    expect(await runChecks(await createContent([http(peer.url)]))).toMatchObject({
      exitCode: 0,
      text: 'sample: 1 down\n  DOWN (unexpected-status): http',
    });
    const unset = [
      http(peer.url),
      http('env:SAMPLE_API_URL', { id: 'a' }),
      http('env:SAMPLE_API_URL', { id: 'b' }),
    ];
    expect(await runChecks(await createContent(unset))).toMatchObject({
      exitCode: 1,
      // One cause is told once.
      text: 'sample: 1 down, 2 unknown\n  DOWN (unexpected-status): http\n  UNKNOWN (missing-setting: SAMPLE_API_URL is not set): a, b',
    });
  });

  test('offline: the operator is told this one thing, and nothing is down', async () => {
    const dead = await closedAddress();
    const root = await createContent([http(dead), http(dead, { id: 'second' })]);
    const { text, exitCode, manifest, answers } = await runChecks(root, {
      settings: { TERANG_CANARIES: dead },
    });
    expect(exitCode).toBe(1);
    expect(text).toBe('We are offline: none of the 1 canaries answers. Nothing was learnt about any system.');
    expect(manifest?.offline).toBe(true);
    const samples = [...(answers?.systems.get('sample')?.values() ?? [])].map(({ sample }) => sample);
    expect(samples).toEqual([
      { outcome: 'unknown', reason: 'offline' },
      { outcome: 'unknown', reason: 'offline' },
    ]);
  });

  test('offline while something answers all the same: it stands, nothing is down, and the command fails', async () => {
    const dead = await closedAddress();
    const root = await createContent([http((await startAlive()).url), http(dead, { id: 'second' })]);
    const { text, exitCode, answers } = await runChecks(root, { settings: { TERANG_CANARIES: dead } });
    expect([text, exitCode]).toEqual([
      'We are offline: none of the 1 canaries answers. Nothing failed is held against a system; ' +
        '1 of 2 checks were answered all the same.',
      1,
    ]);
    const outcomes = [...(answers?.systems.get('sample')?.values() ?? [])].map(
      ({ sample }) => sample.outcome,
    );
    expect(outcomes).toEqual(['up', 'unknown']);
  });

  test('offline, and nothing but what answers: still no run to be content with', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    expect(await runChecks(root, { settings: { TERANG_CANARIES: await closedAddress() } })).toMatchObject({
      exitCode: 1,
    });
  });

  test('TPC-22: no address, setting or host is in what is published or told', async () => {
    const secret = {
      SAMPLE_API_URL: `${await closedAddress()}/secret-path`,
      SAMPLE_TOKEN: 'secret-token',
      SAMPLE_CONTRACT: 'secret-contract',
    };
    const peer = await startAlive(500);
    const root = await createContent([
      http('env:SAMPLE_API_URL', {
        request: { url: 'env:SAMPLE_API_URL', headers: { authorization: 'env:SAMPLE_TOKEN' } },
      }),
      http(peer.url, {
        id: 'second',
        request: { url: peer.url, headers: { 'x-token': 'env:SAMPLE_TOKEN' } },
      }),
      {
        kind: 'jsonrpc',
        chain: 'evm',
        endpoints: ['env:SAMPLE_API_URL'],
        method: 'eth_call',
        params: ['env:SAMPLE_CONTRACT'],
      },
    ]);
    const { text, manifest } = await runChecks(root, { settings: secret });
    const files = [...(manifest?.samples ?? []), ...(manifest?.definitions ?? [])];
    const contents = await Promise.all(
      files.map((file) => readFile(path.join(statusFolder(root), file.path), 'utf8')),
    );
    expect([text, JSON.stringify(manifest), ...contents].join('\n')).not.toMatch(/secret|127\.0\.0\.1/);
  });
});

describe('what is kept', () => {
  const event = { kind: 'deployment', at: '2026-01-20T08:00:00Z', component: 'api', subject: 'v1' };
  const attestation = (events: readonly unknown[]) => ({
    format: 'terang/attestation/1',
    system: 'sample',
    results: [
      {
        name: 'errors',
        result: 'passed',
        counts: [{ label: 'PermissionDenied', count: '2' }],
        observed_at: '2026-01-26T11:00:00Z',
        valid_until: '2026-01-27T11:00:00Z',
      },
    ],
    events,
  });

  test('COI-11, CTS-10: events stay when the operator’s document no longer lists them; EVT-07: counts', async () => {
    let events: unknown[] = [event];
    const peer = await startPeer((_, response) => json(response, attestation(events)));
    const root = await createContent([{ kind: 'attested', url: peer.url, result: 'errors' }]);
    const first = await runChecks(root);
    expect(first.manifest?.systems.sample?.details).toEqual({
      attested: { counts: [{ label: 'PermissionDenied', count: '2' }] },
    });
    events = [{ ...event, kind: 'rollback', at: '2026-01-21T08:00:00+07:00' }];
    const second = await runChecks(root, { now: () => '2026-01-26T12:15:00Z' });
    expect(second.manifest?.systems.sample?.events.map(({ kind }) => kind)).toEqual([
      'deployment',
      'rollback',
    ]);
  });

  test('the clock was set back: the operator is told, and the run is kept', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    await runChecks(root);
    const { text, exitCode } = await runChecks(root, { now: () => '2026-01-26T11:55:00Z' });
    expect(text).toMatch(/^The clock of this machine was set back/);
    expect(exitCode).toBe(0);
    const far = await runChecks(root, { now: () => '2026-01-26T11:00:00Z' });
    expect(far).toMatchObject({ exitCode: 1 });
    expect(far.text).toContain(
      '2026-01-26T11:00:00Z, and the last entry of the log is dated 2026-01-26T12:00:00Z',
    );
  });

  test('two runs at once: one waits for the other, or gives up and changes nothing', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    const held = Promise.withResolvers<void>();
    const other = exclusively(statusFolder(root), { patience: 0 }, () => held.promise);
    expect(await runChecks(root, { patience: 300 })).toMatchObject({ exitCode: 1 });
    held.resolve();
    await other;
    const both = await Promise.all([runChecks(root), runChecks(root, { now: () => '2026-01-26T12:00:05Z' })]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const latest = JSON.parse(await readFile(path.join(statusFolder(root), 'manifest.json'), 'utf8')) as {
      samples: { rows: number }[];
    };
    expect(latest.samples[0]?.rows).toBe(2);
  });

  test('invented and real answers never share a folder', async () => {
    const root = await createContent([http((await startAlive()).url)]);
    expect((await runChecks(root, { demo: true })).manifest?.demo).toBe(true);
    expect(await runChecks(root)).toMatchObject({
      exitCode: 1,
      text: 'This folder holds demo answers and what comes is real. Use a folder of its own.',
    });
  });
});
