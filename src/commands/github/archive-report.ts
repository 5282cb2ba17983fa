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

/** How a restore test ended; without a result none was carried out. */
interface Ending {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
  readonly result: RestoreResult | null;
}

/** The same of a restore test. What could not be carried out is told without why: that can name what is in a database. */
export function restoreReport(ending: Ending | null): JobReport {
  const heading = 'Restore test';
  if (ending === null || (ending.result === null && ending.exitCode === 1)) {
    const text = 'The archive was not restored: the log of this step says why.';
    return { heading, text, notices: [{ level: 'error', title: heading, text }] };
  }
  const { result } = ending;
  if (result === null) return { heading, text: ending.text, notices: [] };
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
