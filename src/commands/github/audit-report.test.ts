import { expect, test } from 'vitest';
import { auditOf } from '../../testing/report-inputs.ts';
import { auditReport } from './audit-report.ts';

test('GitHub shows areas and counts of an audit, and of the database nothing but how much was found', () => {
  const { table, notices } = auditReport({ audit: auditOf('wrong'), exitCode: 1 });
  expect(table?.rows).toEqual([
    ['access', 'failed', '5', '1', '0', '0', '0', '0'],
    ['hashes', 'failed', '5', '1', '0', '0', '0', '0'],
  ]);
  expect(notices.map(({ level, title, text }) => `${level} ${title}: ${text}`)).toEqual([
    'warning Audit of 2025-12: access: 1 found',
    'warning Audit of 2025-12: hashes: 1 found',
  ]);
  expect(auditReport({ audit: null, exitCode: 0 })).toMatchObject({
    text: 'Nothing is due: the month was audited.',
    notices: [],
  });
});
