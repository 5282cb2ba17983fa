import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseLines } from '../../core/canonical.ts';
import type { DatasetName, RowOf } from '../../ledger/dataset.ts';
import { type Manifest, manifestSchema } from '../../ledger/manifest.ts';
import { type Report, reportSchema } from '../../reports/model/report.ts';
import { reportManifestSchema } from '../../reports/model/report-manifest.ts';

const folder = (contentRoot: string) => path.join(contentRoot, 'generated', 'tpc');

/** The manifest that a site under test was built from. */
function readManifest(contentRoot: string): Manifest {
  return manifestSchema.parse(
    JSON.parse(readFileSync(path.join(folder(contentRoot), 'manifest.json'), 'utf8')),
  );
}

/** The rows of a dataset that a site under test was built from, straight from its files. */
export function readRows<Name extends DatasetName>(contentRoot: string, name: Name): RowOf<Name>[] {
  const { files } = readManifest(contentRoot).datasets[name];
  return files.flatMap(
    (file) => parseLines(readFileSync(path.join(folder(contentRoot), file.path), 'utf8')) as RowOf<Name>[],
  );
}

/** The newest batch. */
export function latestBatch(contentRoot: string): RowOf<'batches'> {
  const newest = readRows(contentRoot, 'batches').at(-1);
  if (newest === undefined) throw new Error('the site under test has no batch');
  return newest;
}

/** The slug of the newest incident that was written for a site under test: one that is still open. */
export function openIncident(contentRoot: string): string {
  const files = readdirSync(path.join(contentRoot, 'written', 'incidents')).toSorted();
  const newest = files.findLast((file) => file.endsWith('.md'));
  if (newest === undefined) throw new Error('the site under test has no incident');
  return newest.replace(/\.md$/, '');
}

/** The newest report of a site under test that has a failed item. */
export function failedReport(contentRoot: string): Report {
  const root = path.join(contentRoot, 'generated', 'reports');
  const manifest = reportManifestSchema.parse(
    JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8')),
  );
  const newest = manifest.reports
    .flatMap((file) => parseLines(readFileSync(path.join(root, file.path), 'utf8')))
    .map((line) => reportSchema.parse(line))
    .filter(({ items }) => items.some(({ result }) => result === 'failed'))
    .toSorted((a, b) => (a.due_at < b.due_at ? 1 : -1))[0];
  if (newest === undefined) throw new Error('the site under test has no report with a failed item');
  return newest;
}
