import { expect, test } from 'vitest';
import type { PublicAudit } from '../../../reports/model/audit.ts';
import type { MonthAudits } from '../../../reports/model/month-audits.ts';
import { published } from '../../../testing/publication.ts';
import { cellsOf, pieceOf, read } from '../../../testing/reading.ts';
import { readerFor } from '../../../testing/site.ts';
import type { Table } from '../table.ts';
import { auditPageOf } from './audit-page.ts';

const area = (name: PublicAudit['areas'][number]['area'], over: object = {}) => ({
  area: name,
  result: 'passed' as const,
  checked: 12,
  findings: 0,
  ...over,
});
const AUDIT: PublicAudit = {
  format: 'terang/audit/1',
  month: '2026-10',
  demo: false,
  audited_at: '2026-11-01T02:41:00Z',
  compared_with: '2026-09',
  areas: [
    area('access', { result: 'failed', findings: 2 }),
    area('api', { result: 'not-known', gap: 'no-rows' }),
    area('wallets', { result: 'failed', findings: 1 }),
  ],
  findings: [
    { ref: 'f'.repeat(32), area: 'access', severity: 'high', standing: 'new' },
    { area: 'access', severity: 'high', standing: 'not-known' },
    { ref: 'wallet-no-link:Ops', area: 'wallets', severity: 'low', standing: 'open' },
    { ref: 'hash-missing:one', area: 'hashes', severity: 'high', standing: 'closed' },
  ],
};
/** Area, shape, words and counts of each. */
const areasOf = (areas: Table | undefined) =>
  areas?.rows.map(({ cells }, row) => {
    const { area: name, result, findings } = cellsOf(areas)[row] ?? {};
    return [name, pieceOf(cells.result, 'report')?.mark.shape, result, findings];
  });
const pageOf = (audits: readonly PublicAudit[], language: 'en' | 'id' = 'en') =>
  monthsOf(
    audits.map((audit) => [audit]),
    language,
  );
const monthsOf = (months: readonly MonthAudits[], language: 'en' | 'id' = 'en') =>
  auditPageOf(readerFor(language, '/base/'), published({}), months);

test('TPC-16: findings of a month by id, severity and standing; of the database how many', () => {
  const { headline, months } = pageOf([AUDIT], 'id');
  expect(headline).toBe('Audit Oktober\u00a02026: 3 temuan terbuka, 1 area belum diketahui');
  const [month] = months[0]?.runs ?? [];
  expect(areasOf(month?.areas)).toEqual([
    [
      'Akses ke basis data',
      'failed',
      'Ada temuan',
      '1 tinggi, baru; 1 tinggi, belum diketahui apakah baru atau selesai',
    ],
    ['API publik', 'not-known', 'Belum diketahui\ntidak ada yang dapat diperiksa', 'tidak ada'],
    ['Dompet', 'passed', 'Lolos, dengan temuan rendah', '1 rendah, masih terbuka'],
  ]);
  expect(cellsOf(month?.findings)).toEqual([
    {
      finding: 'Sebuah dompet tidak memiliki tautan ke penjelajah blockchain\nwallet-no-link:Ops',
      area: 'Dompet',
      severity: 'Rendah',
      standing: 'Masih terbuka',
    },
    {
      finding: 'Sebuah batch tidak memiliki hash\nhash-missing:one',
      area: 'Hash batch',
      severity: 'Tinggi',
      standing: 'Selesai',
    },
  ]);
  expect(JSON.stringify(months)).not.toContain('f'.repeat(32));
});

test('TPC-16: what the team lets stand is counted as that, and fails nothing', () => {
  const stands: PublicAudit = {
    ...AUDIT,
    areas: [area('access', { result: 'failed', findings: 2 })],
    findings: [
      { area: 'access', severity: 'high', standing: 'open', accepted: true },
      { area: 'access', severity: 'low', standing: 'new' },
    ],
  };
  const { headline, months } = pageOf([stands]);
  expect(headline).toBe('Audit of October\u00a02026: 1 finding is open, 1 accepted by the team');
  expect(areasOf(months[0]?.runs[0]?.areas)).toEqual([
    [
      'Access to the database',
      'passed',
      'Passed, with accepted findings',
      '1 high, still open, accepted by the team with a reason and until a date; 1 low, new',
    ],
  ]);
});

test('TPC-16: "nothing found" is said where all was looked at, and nowhere else', () => {
  const clean = { ...AUDIT, areas: [area('access')], findings: [] };
  expect(pageOf([clean]).headline).toBe('Audit of October\u00a02026: nothing found');
  const gap = { ...clean, areas: [area('access'), area('api', { result: 'not-known', gap: 'no-rows' })] };
  expect(pageOf([gap]).headline).toBe('Audit of October\u00a02026: 1 area is not known');
});

test('TPC-16: before the first audit the page says so, and a first audit says that it has none before it', () => {
  expect(pageOf([]).headline).toBe('No month has been audited yet');
  const [month] = pageOf([{ ...AUDIT, compared_with: null }]).months[0]?.runs ?? [];
  expect(JSON.stringify(month?.when)).toContain('The first audit');
});

test('TPC-16: of a month that was audited again the present result and the first stand side by side', () => {
  const again: PublicAudit = {
    ...AUDIT,
    audited_at: '2026-11-03T08:00:00Z',
    areas: [area('access')],
    findings: [],
  };
  const { headline, months } = monthsOf([[AUDIT, { ...again, audited_at: '2026-11-02T08:00:00Z' }, again]]);
  expect(headline).toBe('Audit of October\u00a02026: nothing found');
  expect(months[0]?.times).toContain('audited 3 times');
  expect(months[0]?.runs.map(({ title, areas }) => [title, areas.rows.length])).toEqual([
    ['Present result', 1],
    ['First result', 3],
  ]);
});

test('TPC-16: what was looked at has its noun; low findings fail no area, and beside a gap they are no pass', () => {
  const areas = [
    area('wallets', { result: 'failed', findings: 1 }),
    area('hashes', { result: 'failed', findings: 1, gap: 'no-rows', checked: 1 }),
  ];
  const findings: PublicAudit['findings'] = [
    { ref: 'wallet-no-link:Ops', area: 'wallets', severity: 'low', standing: 'new' },
    { ref: 'hash-missing:one', area: 'hashes', severity: 'low', standing: 'new' },
  ];
  const [run] = pageOf([{ ...AUDIT, areas, findings }]).months[0]?.runs ?? [];
  expect(areasOf(run?.areas)?.map(([, shape]) => shape)).toEqual(['passed', 'not-known']);
  expect(cellsOf(run?.areas).map(({ result, checked }) => [result?.split('\n')[0], checked])).toEqual([
    ['Passed, with low findings', '12 wallets'],
    ['Not known', '1 batch'],
  ]);
});

test('an audit that the log has later than it says is told as the operator states it', () => {
  const late = { stated: AUDIT.audited_at, logged: '2026-11-20T00:00:00Z', began: false };
  const [run] = pageOf([{ ...AUDIT, late }]).months[0]?.runs ?? [];
  expect(read(run?.when ?? [])).toContain(
    'Stated by the operator as 1 Nov 2026, 09:41 WIB (02:41 UTC); in the log since 20 Nov 2026, 07:00 WIB (00:00 UTC).',
  );
});
