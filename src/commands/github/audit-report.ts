import type { AuditEnding } from '../../reports/audit/command.ts';
import { needsWork, SEVERITIES } from '../../reports/model/audit.ts';
import type { JobReport, Notice } from './job.ts';

/** What is to be shown of an audit: areas and counts, and nothing of the database but how much was found. */
export function auditReport({ audit, exitCode }: Pick<AuditEnding, 'audit' | 'exitCode'>): JobReport {
  const heading = audit === null ? 'Audit' : `Audit of ${audit.month}`;
  if (audit === null) return { heading, text: 'Nothing is due: the month was audited.', notices: [] };
  const { areas, findings } = audit;
  const notices = areas.flatMap(({ area, result, findings: found }): Notice[] => {
    const [level, text] =
      result === 'failed' ? (['warning', `${found} found`] as const) : (['error', 'not known'] as const);
    return result === 'passed' ? [] : [{ level, title: `${heading}: ${area}`, text }];
  });
  const rows = areas.map(({ area, result, checked }) => {
    const own = findings.filter((finding) => finding.area === area);
    const open = own.filter(needsWork);
    const accepted = own.filter((one) => one.accepted === true).length;
    return [
      area,
      result,
      String(checked),
      ...SEVERITIES.map((severity) => String(open.filter((one) => one.severity === severity).length)),
      String(accepted),
      String(own.length - open.length - accepted),
    ];
  });
  const text = exitCode === 0 ? '' : 'Something of medium or high severity is open, or could not be asked.';
  return {
    heading,
    text,
    table: { head: ['area', 'result', 'looked at', ...SEVERITIES, 'accepted', 'closed'], rows },
    notices,
  };
}
