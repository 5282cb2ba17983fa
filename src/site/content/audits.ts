import { lateness } from '../../log/late.ts';
import type { PublicAudit } from '../../reports/model/audit.ts';
import type { MonthAudits } from '../../reports/model/month-audits.ts';
import { AUDITS } from '../../reports/model/monthly-folders.ts';
import { entryKey } from '../../store/fold.ts';
import { monthsOf, readMonth } from '../../store/month-files.ts';
import { CONTENT, logTimes } from './files.ts';

/** The public part of every audit, by month, newest month first. Throws an Error that names a file which is none. */
export function audits(): readonly MonthAudits[] {
  return monthsOf(CONTENT, AUDITS)
    .toReversed()
    .flatMap((month) => {
      const read = readMonth(CONTENT, AUDITS, month);
      return read === null ? [] : [dated(month, read.value)];
    });
}

/** Each with how late the log has it. */
function dated(month: string, [first, ...others]: MonthAudits): MonthAudits {
  const { began, entered } = logTimes();
  const logged = entered.get(entryKey({ kind: AUDITS.entered, id: month })) ?? [];
  const withLate = (audit: PublicAudit, at: number): PublicAudit => {
    const time = logged[at];
    const late = time === undefined ? null : lateness(audit.audited_at, time, time === began);
    return late === null ? audit : { ...audit, late };
  };
  return [withLate(first, 0), ...others.map((audit, index) => withLate(audit, index + 1))];
}
