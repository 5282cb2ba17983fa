import type { IsoInstant } from '../core/instant.ts';
import { append, publish } from '../store/publish.ts';
import { assertWhole, openFolder, type Published, rootOf } from '../store/published.ts';
import type { Report } from './model/report.ts';
import type { ReportManifest } from './model/report-manifest.ts';
import { REPORTS, REPORTS_FOLDER, SIGN_OFFS } from './model/reports-folder.ts';
import type { SignOffLine } from './model/sign-off.ts';

/** Every report that was kept so far, in the order of the files. */
export interface ReportRecord {
  readonly published: Published<ReportManifest>;
  readonly manifest: ReportManifest | null;
  readonly reports: readonly Report[];
  readonly signed: readonly SignOffLine[];
}

export function reportsRoot(contentRoot: string): string {
  return rootOf(contentRoot, REPORTS_FOLDER);
}

/** @throws AlteredFileError when what is there was changed by hand */
export async function readReports(root: string): Promise<ReportRecord> {
  const published = openFolder(root, REPORTS_FOLDER);
  assertWhole(published);
  const { manifest, rows } = published;
  return { published, manifest, reports: rows(REPORTS), signed: rows(SIGN_OFFS) };
}

export interface Addition {
  readonly reports: readonly Report[];
  readonly signed: readonly SignOffLine[];
  readonly since: ReportManifest['since'];
  readonly demo: boolean;
  readonly now: IsoInstant;
}

/**
 * Adds reports and sign-offs behind those that are there, which are never rewritten. Null, and nothing touched,
 * where there is nothing to add: a manifest that changed each time would be a commit each time.
 *
 * @throws ExpectedError
 */
export async function addReports(record: ReportRecord, addition: Addition): Promise<ReportManifest | null> {
  const { published, manifest } = record;
  const nothingNew = addition.reports.length === 0 && addition.signed.length === 0;
  const known = Object.keys(addition.since).every((key) => manifest?.since[key] !== undefined);
  if (nothingNew && known) return null;
  const reports = append(published, REPORTS, addition.reports, addition.now);
  const signed = append(published, SIGN_OFFS, addition.signed, addition.now);
  const next: ReportManifest = {
    format: 'terang/reports/1',
    demo: addition.demo,
    observed_at: addition.now,
    since: { ...addition.since, ...manifest?.since },
    reports: [...reports.files],
    signed: [...signed.files],
  };
  return publish(published, next, [...reports.written, ...signed.written], addition.now);
}
