import { compareInstants, monthOf } from '../../core/instant.ts';
import { addMonths } from '../../core/month.ts';
import type { ReportInputs } from '../inputs.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';

/**
 * VOU-07's spirit, for ourselves: whether the archive of the month before the one in which the routine was due was
 * restored into an empty Postgres, and gave the same. Before the first archive nothing is known of that.
 */
export function archiveRestored({ restore, at, due_at }: ReportInputs): ItemAnswer {
  if (restore === null || compareInstants(restore.tested_at, at) > 0) return notKnown('no-restore-yet');
  const evidence = {
    'archive-month': restore.month,
    'tested-at': restore.tested_at,
    'archive-sha256': restore.archive_sha256 === '' ? undefined : restore.archive_sha256,
    differences: String(restore.differences.length),
  };
  if (restore.month < addMonths(monthOf(due_at), -1)) return notKnown('out-of-date', evidence);
  return restore.result === 'passed' ? passed(evidence) : failed('restore-differs', evidence);
}
