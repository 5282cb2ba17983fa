import type { Report } from '../../reports/model/report.ts';
import type { ReportManifest } from '../../reports/model/report-manifest.ts';
import { REPORTS } from '../../reports/model/reports-folder.ts';
import type { Published } from '../../store/published.ts';
import { addedSince, type Since } from '../../store/since.ts';
import type { News } from './news.ts';

/** The reports that the last commit did not hold yet, and what they came to; null where there are none. */
export async function reportNews(
  published: Published<ReportManifest> & { readonly manifest: ReportManifest },
  since: Since<ReportManifest> | null,
): Promise<News | null> {
  const added = await addedSince(published, since, REPORTS);
  if (added.length === 0) return null;
  return {
    noun: 'Reports',
    at: published.manifest.observed_at,
    short: shortly(added),
    lines: added.flatMap(lineOf),
  };
}

function shortly(added: readonly Report[]): string {
  const missed = added.filter(({ kept }) => kept === 'missed').length;
  const run = added.length - missed;
  const told = [
    run === 0 ? '' : `${run} report${run === 1 ? '' : 's'}`,
    missed === 0 ? '' : `${missed} missed`,
  ];
  return told.filter((part) => part !== '').join(', ');
}

/** A report in which something failed, or that was late or missed; of the others, their number is enough. */
function lineOf({ system, routine, due_at, kept, items }: Report): string[] {
  const failed = items.filter(({ result }) => result === 'failed').map(({ id }) => id);
  if (kept === 'on-time' && failed.length === 0) return [];
  const told = [kept === 'on-time' ? '' : kept, failed.length === 0 ? '' : `failed: ${failed.join(', ')}`];
  return [`${system}, ${routine}, due ${due_at}: ${told.filter((part) => part !== '').join(', ')}`];
}
