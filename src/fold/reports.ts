import { compareInstants } from '../core/instant.ts';
import type { ReportManifest } from '../reports/model/report-manifest.ts';
import { REPORTS, REPORTS_FOLDER } from '../reports/model/reports-folder.ts';
import type { FoldFault } from '../store/fold.ts';
import type { Published } from '../store/published.ts';

/**
 * That every routine with reports is looked at since before the first of them was due: a later time would hide what was
 * missed. How long before, the entry of the run binds, and who holds an older commit compares it.
 */
export function reportsFaults({ manifest, rows }: Published<ReportManifest>): FoldFault[] {
  if (manifest === null) return [];
  const late = new Set<string>();
  for (const { system, routine, due_at } of rows(REPORTS)) {
    const since = manifest.since[`${system}/${routine}`];
    if (since === undefined || compareInstants(since, due_at) > 0) late.add(`since ${system}/${routine}`);
  }
  return [...late].map((what) => ({ fault: 'manifest', folder: REPORTS_FOLDER.name, what }));
}
