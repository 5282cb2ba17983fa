import { describe, expect, test } from 'vitest';
import { chainFileName, pathsUnder, twins } from './paths.ts';

const ID = '20000000-0000-4000-8000-000000000001';

describe('public addresses, word by word', () => {
  const paths = pathsUnder('/');

  test.each([
    [{ name: 'home' }, '/en/'],
    [{ name: 'status' }, '/en/status/'],
    [{ name: 'system', id: 'event-api' }, '/en/status/event-api/'],
    [{ name: 'transparency' }, '/en/transparency/'],
    [{ name: 'batches' }, '/en/transparency/batches/'],
    [{ name: 'batch-month', month: '2026-01' }, '/en/transparency/batches/2026/01/'],
    [{ name: 'batch', id: ID }, `/en/transparency/batches/${ID}/`],
    [{ name: 'wallets' }, '/en/transparency/wallets/'],
    [{ name: 'changelog' }, '/en/transparency/changelog/'],
    [{ name: 'changelog-month', month: '2026-01' }, '/en/transparency/changelog/2026/01/'],
    [{ name: 'split' }, '/en/transparency/split/'],
    [{ name: 'verify' }, '/en/transparency/verify/'],
    [{ name: 'paid' }, '/en/transparency/paid/'],
    [{ name: 'log' }, '/en/log/'],
    [{ name: 'drill' }, '/en/log/drill/'],
    [{ name: 'incidents' }, '/en/incidents/'],
    [{ name: 'incident', slug: '2026-01-05-late' }, '/en/incidents/2026-01-05-late/'],
    [{ name: 'incident-month', month: '2026-01' }, '/en/incidents/month/2026/01/'],
    [{ name: 'incident-system', id: 'tpc' }, '/en/incidents/system/tpc/'],
    [{ name: 'maintenance' }, '/en/maintenance/'],
    [{ name: 'report-system', id: 'tpc' }, '/en/reports/tpc/'],
    [{ name: 'audit' }, '/en/reports/audit/'],
    [
      { name: 'report', system: 'tpc', routine: 'morning', due: '2026-01-05T09:00:00Z' },
      '/en/reports/tpc/morning/2026-01-05-0900/',
    ],
    [
      { name: 'report', system: 'tpc', routine: 'split-change', due: '2026-01-05T09:00:07Z' },
      '/en/reports/tpc/split-change/2026-01-05-090007/',
    ],
    [
      { name: 'report', system: 'tpc', routine: 'split-change', due: '2026-01-05T09:00:07.120001Z' },
      '/en/reports/tpc/split-change/2026-01-05-090007-120001/',
    ],
  ] as const)('%j', (page, path) => {
    expect(paths.page('en', page)).toBe(path);
    expect(twins(paths, page).map((twin) => twin.path)).toEqual([path, path.replace('/en/', '/id/')]);
  });

  test('TPC-06 open data', () => {
    expect(paths.data('batches', 'csv')).toBe('/data/batches.csv');
    expect(paths.data('daily', 'json')).toBe('/data/daily.json');
    expect([paths.record('record'), paths.record('words')]).toEqual([
      '/data/record.jsonl',
      '/data/words.jsonl',
    ]);
    expect(paths.chainFile(chainFileName('anchors', '2026-01'))).toBe('/data/chain-anchors-2026-01.jsonl');
    expect(paths.chainFile(chainFileName('balances', 'balances'))).toBe('/data/chain-balances.jsonl');
    expect([paths.dataPackage, paths.checksums]).toEqual(['/data/datapackage.json', '/data/SHA256SUMS']);
    expect([paths.verifier, paths.verifyScript]).toEqual(['/verify.mjs', '/verify.sh']);
    expect([paths.paid('ab'), paths.paidList(ID)]).toEqual(['/paid/ab.txt', `/paid/lists/${ID}.txt`]);
    expect([paths.policy, paths.proofBundle('7')]).toEqual(['/log/policy', '/log/proof/7.json']);
  });

  test('days of status, and badges', () => {
    expect(paths.data('status-days', 'csv')).toBe('/data/status-days.csv');
    expect(paths.badge('svg', 'tpc')).toBe('/badges/tpc.svg');
    expect(paths.badge('json', 'tpc', 'api')).toBe('/badges/tpc/api.json');
  });

  test('feeds and the calendar, one in each language', () => {
    expect(paths.feed('id', 'atom')).toBe('/feeds/id.atom');
    expect(paths.calendar('en')).toBe('/calendar/en.ics');
  });

  test('the log (C2SP tlog-tiles)', () => {
    expect([paths.log(), paths.log('checkpoint')]).toEqual(['/log/', '/log/checkpoint']);
  });

  test('images of notes', () => {
    expect(paths.media('0a1b.png')).toBe('/media/0a1b.png');
  });

  test.each(['/terang', '/terang/'])('everything stands under the base path %s', (base) => {
    const under = pathsUnder(base);
    expect(under.page('id', { name: 'verify' })).toBe('/terang/id/transparency/verify/');
    expect([under.root, under.favicon]).toEqual(['/terang/', '/terang/favicon.svg']);
    expect(under.data('batches', 'csv')).toBe('/terang/data/batches.csv');
    expect(under.log('tile/0/000')).toBe('/terang/log/tile/0/000');
  });
});
