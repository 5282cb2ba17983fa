import type { MonthAudits } from '../../reports/model/month-audits.ts';
import { AUDITS } from '../../reports/model/monthly-folders.ts';
import { monthsOf, readMonth } from '../../store/month-files.ts';
import { CONTENT } from './files.ts';

/** The public part of every audit, by month, newest month first. Throws an Error that names a file which is none. */
export function audits(): readonly MonthAudits[] {
  return monthsOf(CONTENT, AUDITS)
    .toReversed()
    .flatMap((month) => [readMonth(CONTENT, AUDITS, month)?.value].filter((value) => value !== undefined));
}
