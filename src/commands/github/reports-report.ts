import type { ReportEnding } from '../../reports/command.ts';
import { ITEM_RESULTS } from '../../reports/model/report.ts';
import type { JobReport, Notice } from './job.ts';

/** What is to be shown of a run of the routines: the public reports, by their ids and results. */
export function reportsReport({ reports, exitCode }: ReportEnding): JobReport {
  const heading = 'Reports';
  const notices = reports.flatMap((report): Notice[] => {
    const title = `${report.system}, ${report.routine}`;
    if (report.kept === 'missed') return [{ level: 'warning', title, text: `missed: due ${report.due_at}` }];
    const failed = report.items.filter(({ result }) => result === 'failed');
    const text = failed.map(({ id, reason }) => `${id} (${reason ?? 'failed'})`).join(', ');
    return failed.length === 0 ? [] : [{ level: 'warning', title, text }];
  });
  if (exitCode !== 0)
    notices.push({
      level: 'error',
      title: heading,
      text: 'A file is wrong, or nothing could be kept: the log says which.',
    });
  const rows = reports.map((report) => [
    report.system,
    report.routine,
    report.kept,
    ...ITEM_RESULTS.map((result) => String(report.items.filter((item) => item.result === result).length)),
  ]);
  const text = reports.length === 0 ? 'Nothing was due.' : '';
  return { heading, text, table: { head: ['system', 'routine', 'kept', ...ITEM_RESULTS], rows }, notices };
}
