import type { RestoreResult } from '../../reports/model/restore-test.ts';
import type { JobReport } from './job.ts';

/** What is to be shown of an archive: what is public of it anyway, months, files and checksums. */
export function archiveReport({
  text,
  exitCode,
}: {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}): JobReport {
  const heading = 'Archive';
  const level = exitCode === 2 ? 'warning' : 'error';
  return { heading, text, notices: exitCode === 0 ? [] : [{ level, title: heading, text }] };
}

/** How a restore test ended; without a result there was nothing to test. */
export function restoreReport({
  text: said,
  result,
}: {
  readonly text: string;
  readonly result: RestoreResult | null;
}): JobReport {
  const heading = 'Restore test';
  if (result === null) return { heading, text: said, notices: [] };
  const { month, hashes, differences } = result;
  const text =
    `${month}: ${result.result}, ${differences.length} differences. ` +
    `Hashes: ${hashes.match} match, ${hashes.mismatch} do not match, ${hashes.missing} missing, ${hashes['not-recomputable'] ?? 0} not recomputable.`;
  return {
    heading,
    text,
    notices: result.result === 'passed' ? [] : [{ level: 'error', title: heading, text }],
  };
}
