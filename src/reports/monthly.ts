import { type IsoInstant, monthOf } from '../core/instant.ts';
import { type MonthFiles, monthsOf, readMonth } from '../store/month-files.ts';
import type { PublicAudit } from './model/audit.ts';
import { auditAt } from './model/month-audits.ts';
import { AUDITS, RESTORE_TESTS } from './model/monthly-folders.ts';
import type { RestoreResult } from './model/restore-test.ts';

/** What the monthly commands left that reports speak of, each with the SHA-256 of its file; null where there is none. */
export interface MonthlyContent {
  /** The public part of the audit: the last that had been made by then. */
  readonly audit: { readonly value: PublicAudit | null; readonly sha256: string | null };
  /** How the restore test of our own archive ended. */
  readonly restore: { readonly value: RestoreResult | null; readonly sha256: string | null };
}

/** The newest of each that is of a month which was over at `at`. @throws AlteredFileError */
export async function readMonthly(contentRoot: string, at: IsoInstant): Promise<MonthlyContent> {
  const none = { value: null, sha256: null };
  const audits = newestOf(contentRoot, AUDITS, at);
  return {
    audit: audits === null ? none : { ...audits, value: auditAt(audits.value, at) },
    restore: newestOf(contentRoot, RESTORE_TESTS, at) ?? none,
  };
}

function newestOf<Value>(contentRoot: string, folder: MonthFiles<Value>, at: IsoInstant) {
  const newest = monthsOf(contentRoot, folder).findLast((month) => month < monthOf(at));
  return newest === undefined ? null : readMonth(contentRoot, folder, newest);
}
