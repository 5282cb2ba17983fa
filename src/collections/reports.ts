import { join } from 'node:path';
import { sha256Hex } from '../domain/canonical.ts';
import { type Report, reportSchema } from '../domain/report.ts';
import { reportManifestSchema } from '../domain/report-manifest.ts';
import { signOffLineSchema, withSignOffs } from '../domain/sign-off.ts';
import { CONTENT, manifestText, parse, rowsOf } from './files.ts';

const FOLDER = join(CONTENT, 'generated', 'reports');

let known: { readonly key: string; readonly reports: readonly Report[] } | undefined;

/**
 * Every report that was kept, newest first, with the sign-offs of its manual items; read and checked once for as
 * long as the manifest stays the same. Throws an Error that names the file when one differs from its manifest.
 */
export function reports(): readonly Report[] {
  const text = manifestText(FOLDER);
  const key = sha256Hex(text);
  if (known?.key !== key) known = { key, reports: text === '' ? [] : read(text) };
  return known.reports;
}

function read(text: string): Report[] {
  const manifest = parse(reportManifestSchema, JSON.parse(text), join(FOLDER, 'manifest.json'));
  const kept = manifest.reports.flatMap((file) => rowsOf(FOLDER, file, reportSchema));
  const signed = manifest.signed.flatMap((file) => rowsOf(FOLDER, file, signOffLineSchema));
  return withSignOffs(kept, signed).toSorted((a, b) => {
    if (a.due_at !== b.due_at) return a.due_at < b.due_at ? 1 : -1;
    return `${a.system}/${a.routine}` < `${b.system}/${b.routine}` ? -1 : 1;
  });
}
