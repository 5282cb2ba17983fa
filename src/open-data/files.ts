import { NO_ANCHORS } from '../chain/anchor-book.ts';
import { canonicalLines, sha256Hex } from '../core/canonical.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import { offers, type Site } from '../core/site.ts';
import { isDemo, type Publication } from '../ledger/publication.ts';
import type { ReportsPublication } from '../reports/model/reports-publication.ts';
import type { StatusPublication } from '../status/status-publication.ts';
import { DEMO_NOTICE } from '../words/demo-notice.ts';
import { formatFor } from '../words/format.ts';
import { OPEN_DATASETS, type OpenDataset, RECORD_FILES } from '../words/paths.ts';
import type { Reader } from '../words/reader.ts';
import { translator } from '../words/translator.ts';
import { chainFiles, type OpenChainFile } from './chain-files.ts';
import { csvOf } from './csv.ts';
import { jsonOf } from './json.ts';
import { type ReportLines, reportLines } from './report-lines.ts';
import { reportResultsCsv, reportResultsTable } from './report-results.ts';
import { openState } from './state.ts';
import { statusDaysCsv, statusDaysJson, statusDaysTable } from './status-days.ts';
import type { OpenFile, OpenTable, TableName } from './table.ts';
import { openTable } from './tables.ts';

/** The datasets that have a CSV: those of which everything they are made from has been read. */
export function csvDatasets(publication: Publication): OpenDataset[] {
  return OPEN_DATASETS.filter((dataset) => openState(publication, dataset) !== undefined);
}

export function csvFile(publication: Publication, dataset: OpenDataset, anchors = NO_ANCHORS): OpenFile {
  return { name: `${dataset}.csv`, text: csvOf(openTable(publication, dataset, anchors)) };
}

export function jsonFile(
  site: Site,
  publication: Publication,
  dataset: OpenDataset,
  anchors = NO_ANCHORS,
): OpenFile {
  return { name: `${dataset}.json`, text: jsonOf(site, publication, dataset, anchors) };
}

/** The published record as its entries stand, and the words that it holds as hashes: a canonical JSON a line. */
export function recordFiles({ entries, words }: Publication): OpenFile[] {
  if (entries.length === 0) return [];
  const lines = {
    record: entries,
    words: [...words.values()].map(({ text, taken_down, ...sealed }) => ({
      ...sealed,
      ...(text === undefined ? {} : { text }),
      ...(taken_down === undefined ? {} : { taken_down }),
    })),
  };
  return RECORD_FILES.map((file) => ({ name: `${file}.jsonl`, text: canonicalLines(lines[file]) }));
}

/** Frictionless Data Package: each CSV with its columns in both languages, its unit and its checksum. */
export function dataPackageFile(
  site: Site,
  publication: Publication,
  status: StatusPublication,
  reports: ReportsPublication,
  anchors = NO_ANCHORS,
): OpenFile {
  const demo = isDemo(publication) || status.manifest?.demo === true || reports.demo;
  const document = {
    name: packageName(site),
    title: demo ? `${DEMO_NOTICE.en} / ${DEMO_NOTICE.id}` : `${site.publisher.en} Transparency v1.0`,
    demo,
    ...(demo ? { demo_notice: DEMO_NOTICE } : {}),
    created: publication.manifest?.observed_at ?? status.manifest?.observed_at ?? null,
    resources: [
      ...csvDatasets(publication).map((dataset) => {
        const unit = openState(publication, dataset)?.unit ?? null;
        return resource(
          openTable(publication, dataset, anchors),
          csvFile(publication, dataset, anchors),
          unit,
        );
      }),
      ...[statusDaysCsv(status) ?? []].flat().map((file) => resource(statusDaysTable(status), file, 's')),
      ...[reportResultsCsv(reports) ?? []]
        .flat()
        .map((file) => resource(reportResultsTable(reports), file, null)),
      ...reportLines(reports).map(reportResource),
      ...recordFiles(publication).map(recordResource),
      ...chainFiles(anchors).map(chainResource),
    ],
  };
  return { name: 'datapackage.json', text: `${JSON.stringify(document, null, 2)}\n` };
}

/** `sha256sum -c SHA256SUMS` beside the files: the checksums of exactly what is served. */
export function checksumsFile(
  site: Site,
  publication: Publication,
  status: StatusPublication,
  reports: ReportsPublication,
  anchors = NO_ANCHORS,
): OpenFile {
  const files = [
    ...csvDatasets(publication).map((dataset) => csvFile(publication, dataset, anchors)),
    ...(offers(site, 'transparency')
      ? OPEN_DATASETS.map((dataset) => jsonFile(site, publication, dataset, anchors))
      : []),
    ...recordFiles(publication),
    ...chainFiles(anchors),
    dataPackageFile(site, publication, status, reports, anchors),
    ...[statusDaysCsv(status) ?? []].flat(),
    ...(offers(site, 'status') ? [statusDaysJson(site, status)] : []),
    ...[reportResultsCsv(reports) ?? []].flat(),
    ...reportLines(reports),
  ];
  const lines = files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, text }) => `${sha256Hex(text)}  ${name}\n`);
  return { name: 'SHA256SUMS', text: lines.join('') };
}

function recordResource(opened: OpenFile) {
  const file = RECORD_FILES.find((known) => opened.name === `${known}.jsonl`) ?? 'record';
  return linesResource(
    opened,
    inBoth((t) => t(`record.file.${file}`)),
  );
}

function chainResource(file: OpenChainFile) {
  return linesResource(
    file,
    inBoth((t, format) => chainFileTitle({ t, format }, file)),
  );
}

/** What a file of what was found on chain holds, in words. */
export function chainFileTitle(
  { t, format }: Pick<Reader, 't' | 'format'>,
  { series, stem }: Pick<OpenChainFile, 'series' | 'stem'>,
): string {
  if (series === 'anchors') return t('chain.file.anchors', { month: format.month(stem) });
  return t(series === 'balances' ? 'chain.file.balances' : 'chain.file.unsettled');
}

function reportResource(lines: ReportLines) {
  return linesResource(
    lines,
    inBoth((t, format) => t('dataset.reports', { month: format.month(lines.month) })),
  );
}

function linesResource({ name, text }: OpenFile, titles: ReturnType<typeof inBoth>) {
  return {
    name: name.replace('.jsonl', ''),
    title: titles.en,
    titles,
    path: name,
    format: 'jsonl',
    mediatype: 'application/jsonl',
    encoding: 'utf-8',
    bytes: new TextEncoder().encode(text).length,
    hash: `sha256:${sha256Hex(text)}`,
    rows: text.split('\n').length - 1,
  };
}

function resource(table: OpenTable, { name, text }: OpenFile, unit: string | null) {
  const { dataset } = table;
  return {
    name: dataset,
    title: translator('en').t(`dataset.${dataset}`),
    titles: inBoth((t) => t(`dataset.${dataset}`)),
    path: name,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    bytes: new TextEncoder().encode(text).length,
    hash: `sha256:${sha256Hex(text)}`,
    rows: table.rows.length,
    unit,
    schema: { fields: table.columns.map((column) => fieldOf(dataset, column)), missingValues: [''] },
  };
}

/** A column as a data package describes it, in both languages. */
export function fieldOf(dataset: TableName, { name, type, text }: OpenTable['columns'][number]) {
  // The key exists for every column: a test walks all of them, and i18next refuses one that does not.
  const key = `column.${dataset}.${name}` as 'column.batches.id';
  const descriptions = inBoth((t) => t(key));
  return { name, type, description: descriptions.en, descriptions, free_text: text === 'free' };
}

type Say = (t: Reader['t'], format: Reader['format'], language: Language) => string;

/** What is said here names days and months of the data, which are those of UTC. */
const CALENDAR = { en: formatFor('en', { first: 'UTC' }), id: formatFor('id', { first: 'UTC' }) };

/** What a data package of the site is called: `terang-tpc`. */
export function packageName({ name, publisher }: Site): string {
  const words = `${name.en} ${publisher.en}`.normalize('NFKD').toLowerCase();
  return words
    .replaceAll(/[^a-z0-9 ]/g, '')
    .trim()
    .replaceAll(/ +/g, '-');
}

/** One thing said in both languages. */
export function inBoth(say: Say): { en: string; id: string } {
  const [en, id] = LANGUAGES.map((language) => {
    return say(translator(language).t, CALENDAR[language], language);
  });
  return { en: en ?? '', id: id ?? '' };
}
