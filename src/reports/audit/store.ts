import { compareInstants } from '../../core/instant.ts';
import { monthsOf, readMonth, writeMonth } from '../../store/month-files.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import type { PublicAudit } from '../model/audit.ts';
import { type MonthAudits, presentOf } from '../model/month-audits.ts';
import { AUDITS } from '../model/monthly-folders.ts';

/** The public part of the present audit of the last month before; null where there is none. @throws AlteredFileError */
export async function auditBefore(contentRoot: string, month: string): Promise<PublicAudit | null> {
  const last = monthsOf(contentRoot, AUDITS).findLast((other) => other < month);
  const audits = last === undefined ? null : await auditsOf(contentRoot, last);
  return audits === null ? null : presentOf(audits);
}

/** Every audit of a month, first to last; null where it was never audited. @throws AlteredFileError */
export async function auditsOf(contentRoot: string, month: string): Promise<MonthAudits | null> {
  return readMonth(contentRoot, AUDITS, month)?.value ?? null;
}

/** Adds an audit behind those of its month, which are never rewritten. @throws AlteredFileError, and where it is not the latest */
export async function addPublicAudit(contentRoot: string, audit: PublicAudit): Promise<void> {
  const known = (await auditsOf(contentRoot, audit.month)) ?? [];
  const last = known.at(-1);
  if (last !== undefined && compareInstants(last.audited_at, audit.audited_at) >= 0)
    throw new AlteredFileError(
      `${audit.month} was audited at ${last.audited_at}, which is not before ${audit.audited_at}: look at the clock.`,
    );
  const all = [...known, audit] as unknown as MonthAudits;
  await writeMonth(contentRoot, AUDITS, audit.month, all, audit.audited_at);
}
