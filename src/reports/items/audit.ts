import { compareInstants, monthOf } from '../../core/instant.ts';
import { addMonths, endOfMonth } from '../../core/month.ts';
import type { ReportInputs } from '../inputs.ts';
import { needsWork, type PublicAudit } from '../model/audit.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';

/**
 * TPC-16: the audit of the month before the one in which the routine was due, in counts alone. An older audit, or one
 * that was made before its month was over, says nothing of it; nor does one with an area that could not be asked.
 * Low findings alone, and those that the team lets stand, fail nothing, as they turn no run of the audit red.
 */
export function audited({ audit, at, due_at }: ReportInputs): ItemAnswer {
  if (audit === null || compareInstants(audit.audited_at, at) > 0) return notKnown('no-audit-yet');
  const areas = (result: PublicAudit['areas'][number]['result']) =>
    audit.areas.filter((area) => area.result === result).length;
  const open = audit.findings.filter(needsWork);
  const found = (severity: (typeof open)[number]['severity']) =>
    String(open.filter((finding) => finding.severity === severity).length);
  const evidence = {
    'audit-month': audit.month,
    'audited-at': audit.audited_at,
    'areas-passed': String(areas('passed')),
    'areas-failed': String(areas('failed')),
    'areas-not-known': String(areas('not-known')),
    'findings-high': found('high'),
    'findings-medium': found('medium'),
    'findings-low': found('low'),
  };
  const isOld = audit.month < addMonths(monthOf(due_at), -1);
  if (isOld || compareInstants(audit.audited_at, endOfMonth(audit.month)) < 0)
    return notKnown('out-of-date', evidence);
  const grave = open.filter(({ severity }) => severity !== 'low').map(({ area }) => area);
  if (audit.areas.some(({ area, result }) => result === 'failed' && grave.includes(area)))
    return failed('audit-findings', evidence);
  return audit.areas.length === 0 ||
    audit.areas.some(({ result, gap }) => result === 'not-known' || gap !== undefined)
    ? notKnown('input-unknown', evidence)
    : passed(evidence);
}
