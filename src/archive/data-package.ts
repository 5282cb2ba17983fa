import type { Site } from '../core/site.ts';
import { fieldOf, inBoth, packageName } from '../open-data/files.ts';
import type { ArchivePackage, ArchiveResource, ArchiveTable } from '../reports/model/archive.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import type { WrittenFile } from './gzip-file.ts';
import { TABLES } from './tables.ts';

interface Described {
  readonly path: string;
  readonly written: WrittenFile;
  readonly rows: number;
}

/** A table's file, its columns in both languages. */
export function tableResource(
  table: ArchiveTable,
  form: 'csv' | 'json',
  unit: string | null,
  { path, written, rows }: Described,
): ArchiveResource {
  const { dataset, columns } = TABLES[table];
  return {
    name: `${table}-${form}`,
    path,
    titles: inBoth((t) => t(`archive.table.${table}`)),
    format: form,
    mediatype: form === 'csv' ? 'text/csv' : 'application/json',
    encoding: 'utf-8',
    compression: 'gz',
    ...sizes(written, rows),
    unit,
    schema: { fields: columns.map((column) => fieldOf(dataset, column)), missingValues: [''] },
  };
}

/** The raw samples of a day. */
export function samplesResource(day: string, { path, written, rows }: Described): ArchiveResource {
  return {
    name: `samples-${day}`,
    path,
    titles: inBoth((t) => t('archive.samples', { day })),
    format: 'jsonl',
    mediatype: 'application/jsonl',
    encoding: 'utf-8',
    compression: 'gz',
    ...sizes(written, rows),
  };
}

function sizes(written: WrittenFile, rows: number) {
  return {
    bytes: written.bytes,
    hash: `sha256:${written.sha256}`,
    text_bytes: written.text_bytes,
    text_hash: `sha256:${written.text_sha256}`,
    rows,
  };
}

/** `datapackage.json` of a closed month. */
export function packageText(
  site: Site,
  facts: Pick<ArchivePackage, 'month' | 'demo' | 'observed_at' | 'totals' | 'resources'>,
): string {
  const { month, demo, ...rest } = facts;
  const titles = inBoth((t, _format, language) =>
    t('archive.packageTitle', { publisher: site.publisher[language], month }),
  );
  const notice = `${DEMO_NOTICE.en} / ${DEMO_NOTICE.id}`;
  const document = {
    format: 'terang/archive/1',
    name: `${packageName(site)}-${month}${demo ? '-demo' : ''}`,
    title: demo ? `${notice} · ${titles.en}` : titles.en,
    titles,
    month,
    demo,
    ...(demo ? { demo_notice: DEMO_NOTICE } : {}),
    ...rest,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
