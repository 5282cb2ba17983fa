import { join } from 'node:path';
import { sha256Hex } from '../../core/canonical.ts';
import { type Report, reportSchema } from '../../reports/model/report.ts';
import { reportManifestSchema } from '../../reports/model/report-manifest.ts';
import {
  NO_REPORTS,
  type PublicRoutine,
  publicRoutines,
  type ReportsPublication,
} from '../../reports/model/reports-publication.ts';
import { signOffLineSchema, withSignOffs } from '../../reports/model/sign-off.ts';
import { CONTENT, jsonOf, manifestText, parse, rowsOf } from './files.ts';
import { writtenRoutines } from './routines.ts';

const FOLDER = join(CONTENT, 'generated', 'reports');

type Kept = Omit<ReportsPublication, 'routines'>;

let known:
  | { readonly key: string; readonly kept: Kept; readonly routines: readonly PublicRoutine[] }
  | undefined;

/**
 * Every report that was kept, newest first, with the sign-offs of their manual items, and the public routines; read
 * and checked once for as long as the manifest stays the same. Throws an Error that names the file when one differs
 * from its manifest, or every mistake of the routines' files at once.
 */
export function reports(): ReportsPublication {
  const text = manifestText(FOLDER);
  const key = sha256Hex(text);
  if (known?.key !== key)
    known = { key, kept: text === '' ? NO_REPORTS : read(text), routines: publicRoutines(writtenRoutines()) };
  return { ...known.kept, routines: known.routines };
}

function read(text: string): Kept {
  const path = join(FOLDER, 'manifest.json');
  const manifest = parse(reportManifestSchema, jsonOf(text, path), path);
  const kept = manifest.reports.flatMap((file) => rowsOf(FOLDER, file, reportSchema));
  const signed = manifest.signed.flatMap((file) => rowsOf(FOLDER, file, signOffLineSchema));
  return {
    observed_at: manifest.observed_at,
    demo: manifest.demo,
    reports: withSignOffs(kept, signed).toSorted(newestFirst),
  };
}

function newestFirst(a: Report, b: Report): number {
  if (a.due_at !== b.due_at) return a.due_at < b.due_at ? 1 : -1;
  return `${a.system}/${a.routine}` < `${b.system}/${b.routine}` ? -1 : 1;
}
