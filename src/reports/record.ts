import path from 'node:path';
import type { z } from 'zod';
import type { Json } from '../core/canonical.ts';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import {
  commitManifest,
  contentLines,
  MANIFEST_FILE,
  namesBelow,
  readLines,
  readManifestText,
  restoring,
  writeOnce,
} from '../store/content-file.ts';
import { AlteredFileError, type ContentFile } from '../store/unaltered.ts';
import { type Report, reportSchema } from './model/report.ts';
import { type ReportManifest, reportManifestSchema } from './model/report-manifest.ts';
import { type SignOffLine, signOffLineSchema } from './model/sign-off.ts';

const FOLDERS = ['months', 'signed'] as const;

/** Every report that was kept so far, in the order of the files. */
export interface ReportRecord {
  readonly root: string;
  readonly manifest: ReportManifest | null;
  /** The bytes of the manifest as they were read. */
  readonly manifestText: string | null;
  readonly reports: readonly Report[];
  readonly signed: readonly SignOffLine[];
}

export function reportsRoot(contentRoot: string): string {
  return path.join(contentRoot, 'generated', 'reports');
}

/** @throws AlteredFileError when what is there was changed by hand */
export async function readReports(root: string): Promise<ReportRecord> {
  const text = await readManifestText(root);
  if (text === null) {
    // A first run that was killed before its manifest leaves one file; more than that had one.
    if ((await namesBelow(root)).length > 1)
      throw new AlteredFileError(
        `${MANIFEST_FILE} is missing, and what it names is there. ${restoring(root, MANIFEST_FILE)}`,
      );
    return { root, manifest: null, manifestText: null, reports: [], signed: [] };
  }
  const manifest = reportManifestSchema.parse(JSON.parse(text));
  return {
    root,
    manifest,
    manifestText: text,
    reports: await all(root, manifest.reports, reportSchema),
    signed: await all(root, manifest.signed, signOffLineSchema),
  };
}

async function all<T>(root: string, files: readonly ContentFile[], schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for (const file of files) rows.push(...(await readLines(root, file)).map((line) => schema.parse(line)));
  return rows;
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
 * @throws OvertakenError
 */
export async function addReports(record: ReportRecord, addition: Addition): Promise<ReportManifest | null> {
  const { root, manifest, manifestText } = record;
  const nothingNew = addition.reports.length === 0 && addition.signed.length === 0;
  const known = Object.keys(addition.since).every((key) => manifest?.since[key] !== undefined);
  if (nothingNew && known) return null;
  const reports = byMonth(record.reports, addition.reports, 'months', 'reports');
  const signed = byMonth(record.signed, addition.signed, 'signed', 'signed');
  const next: ReportManifest = {
    format: 'terang/reports/1',
    demo: addition.demo,
    observed_at: addition.now,
    since: { ...addition.since, ...manifest?.since },
    reports: reports.map(({ file }) => file),
    signed: signed.map(({ file }) => file),
  };
  const existing = new Set(
    [...(manifest?.reports ?? []), ...(manifest?.signed ?? [])].map((file) => file.path),
  );
  for (const lines of [...reports, ...signed]) await writeOnce(root, lines, existing);
  const named = new Set([...next.reports, ...next.signed].map((file) => file.path));
  await commitManifest(root, next as unknown as Json, { before: manifestText, folders: FOLDERS, named });
  return next;
}

/** One file a month of the due times; within it, what was added later stands later. */
function byMonth<Row extends { readonly due_at: IsoInstant }>(
  was: readonly Row[],
  added: readonly Row[],
  folder: (typeof FOLDERS)[number],
  noun: string,
) {
  const months = Map.groupBy([...was, ...added], ({ due_at }) => monthOf(due_at));
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, rows]) => contentLines(folder, `${month}-${noun}`, rows as unknown as Json[]));
}
