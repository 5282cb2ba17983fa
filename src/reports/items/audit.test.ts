import { expect, test } from 'vitest';
import { auditOf } from '../../testing/report-inputs.ts';
import type { ReportInputs } from '../inputs.ts';
import type { PublicAudit } from '../model/audit.ts';
import { audited } from './audit.ts';

const answerTo = (audit: PublicAudit | null, at = '2026-01-01T06:07:00Z') => {
  const { result, reason } = audited({ audit, at, due_at: '2026-01-01T06:00:00Z' } as ReportInputs);
  return reason === undefined ? result : `${result}: ${reason}`;
};
const well = auditOf('well');

test('TPC-16 the audit of the month before is told in counts, and nothing else of it', () => {
  expect(answerTo(well)).toBe('passed');
  const { evidence, offenders } = audited({
    audit: auditOf('wrong'),
    at: '2026-01-01T06:07:00Z',
    due_at: '2026-01-01T06:00:00Z',
  } as ReportInputs);
  expect(offenders).toBeUndefined();
  expect(evidence.map(({ term, value }) => `${term} ${value}`)).toEqual([
    'audit-month 2025-12',
    'audited-at 2026-01-01T02:41:00Z',
    'areas-passed 0',
    'areas-failed 2',
    'areas-not-known 0',
    'findings-high 2',
    'findings-medium 0',
    'findings-low 0',
  ]);
});

test('TPC-16 a low finding is told and fails nothing, a part that is not known is no pass', () => {
  const low: PublicAudit = {
    ...well,
    areas: well.areas.map((area) => ({ ...area, result: 'failed', findings: 1 })),
    findings: well.areas.map(({ area }) => ({ area, severity: 'low', standing: 'open' })),
  };
  expect(answerTo(low)).toBe('passed');
  const [first, ...rest] = low.areas;
  if (first === undefined) throw new Error('there is an area');
  expect(answerTo({ ...low, areas: [{ ...first, gap: 'no-rows' }, ...rest] })).toBe(
    'not-known: input-unknown',
  );
});

test.each<[string, PublicAudit | null, string]>([
  ['there is none', null, 'not-known: no-audit-yet'],
  ['it is of an older month', { ...well, month: '2025-11' }, 'not-known: out-of-date'],
  ['its month was not over', { ...well, audited_at: '2025-12-28T00:00:00Z' }, 'not-known: out-of-date'],
  ['it was made later', { ...well, audited_at: '2026-01-02T00:00:00Z' }, 'not-known: no-audit-yet'],
  ['it looked at nothing', { ...well, areas: [] }, 'not-known: input-unknown'],
  [
    'an area could not be asked',
    { ...well, areas: well.areas.map((area, at) => (at === 0 ? { ...area, result: 'not-known' } : area)) },
    'not-known: input-unknown',
  ],
])('where %s, the audit is not passed', (_, audit, expected) => {
  expect(answerTo(audit)).toBe(expected);
});
