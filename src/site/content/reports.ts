import type { Report } from '../../reports/model/report.ts';
import { REPORTS, REPORTS_FOLDER, SIGN_OFFS } from '../../reports/model/reports-folder.ts';
import {
  NO_REPORTS,
  publicRoutines,
  type ReportsPublication,
} from '../../reports/model/reports-publication.ts';
import { withSignOffs } from '../../reports/model/sign-off.ts';
import { datedRows } from '../../store/log-times.ts';
import { logTimes, remembered } from './files.ts';
import { writtenRoutines } from './routines.ts';

/**
 * Every report that was kept, newest first, with the sign-offs of their manual items, and the public routines. Throws
 * an Error that names what is not as it was published, or every mistake of the routines' files at once.
 */
export const reports = remembered(REPORTS_FOLDER, (published): ReportsPublication => {
  const { manifest, rows } = published;
  const routines = publicRoutines(writtenRoutines());
  if (manifest === null) return { ...NO_REPORTS, routines };
  const { observed_at, demo } = manifest;
  const dated = datedRows(published, REPORTS, logTimes()).map(({ row, late }) =>
    late === null ? row : { ...row, late },
  );
  const kept = withSignOffs(dated, rows(SIGN_OFFS)).toSorted(newestFirst);
  return { observed_at, demo, reports: kept, routines };
});

function newestFirst(a: Report, b: Report): number {
  if (a.due_at !== b.due_at) return a.due_at < b.due_at ? 1 : -1;
  return `${a.system}/${a.routine}` < `${b.system}/${b.routine}` ? -1 : 1;
}
