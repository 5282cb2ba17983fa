import { z } from 'zod';
import { expected } from '../../core/fault.ts';
import { compareInstants, type IsoInstant, monthOf } from '../../core/instant.ts';
import { addMonths, monthSchema } from '../../core/month.ts';
import { type PublicAudit, publicAuditSchema } from './audit.ts';

/** Every audit of one month in the order it was made: what was published first stands first, and stays. */
export type MonthAudits = readonly [PublicAudit, ...PublicAudit[]];

/** `generated/audits/<month>.json`: a list that only grows. One audit by itself is how the first of them was written. */
export const monthAuditsSchema: z.ZodType<MonthAudits> = z.union([
  z.tuple([publicAuditSchema], publicAuditSchema).refine(inOrder, expected('in-order')),
  publicAuditSchema.transform((audit): [PublicAudit] => [audit]),
]);

function inOrder(audits: MonthAudits): boolean {
  return audits.every(({ month, audited_at }, index) => {
    const before = audits[index - 1];
    return (
      before === undefined || (before.month === month && compareInstants(before.audited_at, audited_at) < 0)
    );
  });
}

/** What the last run found. */
export function presentOf(audits: MonthAudits): PublicAudit {
  return audits.at(-1) ?? audits[0];
}

/** The last that had been made by a time; where none had, the first. */
export function auditAt(audits: MonthAudits, at: IsoInstant): PublicAudit {
  return audits.findLast(({ audited_at }) => compareInstants(audited_at, at) <= 0) ?? audits[0];
}

/** Why a month can not be audited at a time; null where it is the month that was over last. */
export function monthProblem(month: string, now: IsoInstant): string | null {
  if (!monthSchema.safeParse(month).success) return `"${month}" is no month: expected one such as 2026-01.`;
  const latest = addMonths(monthOf(now), -1);
  if (month > latest)
    return `${month} is not over: its audit is made once it is. The latest month to audit is ${latest}.`;
  if (month < latest)
    return `${month} can not be audited any more: what is seen now speaks of ${latest}, the month that was over last.`;
  return null;
}
