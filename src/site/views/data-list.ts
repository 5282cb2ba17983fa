import type { AnchorBook } from '../../chain/anchor-book.ts';
import { isDemo, type Publication } from '../../ledger/publication.ts';
import { chainFiles } from '../../open-data/chain-files.ts';
import { chainFileTitle } from '../../open-data/files.ts';
import { openState } from '../../open-data/state.ts';
import { openTable } from '../../open-data/tables.ts';
import { OPEN_DATASETS, type OpenDataset, RECORD_FILES, type RecordFile } from '../../words/paths.ts';
import type { Reader } from '../../words/reader.ts';
import { type Link, linkPiece, type Segment, timePiece } from './segment.ts';
import { column, figure, type Table, tableOf } from './table.ts';

/** A link to a file; `download` is set where the name on the reader's disk must say that it is a demo. */
export interface DownloadLink {
  readonly href: string;
  readonly text: string;
  readonly download: string | null;
}

interface DataRow {
  readonly name: string;
  readonly count: string;
  readonly read: Segment;
  readonly links: readonly DownloadLink[];
}

/** Every dataset with its rows, its time and its files (TPC-06). */
export interface DataList {
  readonly table: Table;
  readonly more: readonly Link[];
}

export function dataList(reader: Reader, publication: Publication, anchors: AnchorBook): DataList {
  const { t, format, paths, language, offers } = reader;
  return {
    table: tableOf<DataRow>(
      [
        column('dataset', t('data.dataset'), ({ name }) => name),
        figure('rows', t('data.rows'), ({ count }) => count),
        column('files', t('data.download'), filesOf, { class: 'nowrap' }),
        column('read', t('data.read'), ({ read }) => read, { class: 'nowrap small' }),
      ],
      [
        ...OPEN_DATASETS.map((dataset) => {
          const observed = openState(publication, dataset)?.observed_at ?? null;
          const known = observed !== null;
          return {
            name: t(`dataset.${dataset}`),
            count: known ? format.count(openTable(publication, dataset).rows.length) : t('word.unknown'),
            read: known ? timePiece(reader, observed) : t('word.unknown'),
            links: downloads(reader, publication, dataset),
          };
        }),
        ...recordRows(reader, publication),
        ...chainRows(reader, publication, anchors),
      ],
      { caption: t('data.caption') },
    ),
    more: [
      { href: paths.dataPackage, text: t('data.package') },
      { href: paths.checksums, text: t('data.checksums') },
      ...(offers('archive')
        ? [{ href: paths.page(language, { name: 'archive' }), text: t('archive.link') }]
        : []),
      ...(offers('log') ? [{ href: paths.page(language, { name: 'log' }), text: t('logPage.link') }] : []),
    ],
  };
}

/** Its files beside each other; each says aloud of which dataset it is. */
function filesOf({ name, links }: DataRow): Segment[] {
  return links.flatMap(({ href, text, download }, index) => [
    ...(index === 0 ? [] : ['\u00A0· ']),
    { ...linkPiece(href, text), ...(download === null ? {} : { download }), spoken: `${name}, ${text}` },
  ]);
}

/** The published record and its words, of which the run decides how far they reach. */
function recordRows(reader: Reader, publication: Publication): DataRow[] {
  const { t, format } = reader;
  const counts = { record: publication.entries?.length ?? 0, words: publication.words.size };
  const observed = publication.manifest?.observed_at;
  return recordDownloads(reader, publication).map(({ file, link }) => ({
    name: t(`record.file.${file}`),
    count: format.count(counts[file]),
    read: observed === undefined ? t('word.unknown') : timePiece(reader, observed),
    links: [link],
  }));
}

/** What was found on chain, with its evidence: of a series of months, the newest; all of them stand in the data package. */
function chainRows(reader: Reader, publication: Publication, anchors: AnchorBook): DataRow[] {
  const { t, format, paths } = reader;
  const newest = new Map(chainFiles(anchors).map((file) => [file.series, file]));
  const observed = anchors.manifest?.observed_at;
  return [...newest.values()].map((file) => ({
    name: chainFileTitle(reader, file),
    count: format.count(file.text.split('\n').length - 1),
    read: observed === undefined ? t('word.unknown') : timePiece(reader, observed),
    links: [
      {
        href: paths.chainFile(file.name.replace('.jsonl', '')),
        text: 'JSONL',
        download: `${isDemo(publication) ? 'DEMO-' : ''}${file.name}`,
      },
    ],
  }));
}

/** The published record and its words as files; none where the record is not offered. */
export function recordDownloads(
  reader: Reader,
  publication: Publication,
): { file: RecordFile; link: DownloadLink }[] {
  if (publication.entries === undefined || publication.entries.length === 0) return [];
  return RECORD_FILES.map((file) => ({
    file,
    link: {
      href: reader.paths.record(file),
      text: 'JSONL',
      download: `${isDemo(publication) ? 'DEMO-' : ''}${file}.jsonl`,
    },
  }));
}

/** CSV and JSON of one dataset; what is not known has no CSV, and its JSON says so. */
export function downloads(reader: Reader, publication: Publication, dataset: OpenDataset): DownloadLink[] {
  const demo = isDemo(publication);
  const link = (form: 'csv' | 'json'): DownloadLink => ({
    href: reader.paths.data(dataset, form),
    text: form.toUpperCase(),
    download: form === 'csv' ? `${demo ? 'DEMO-' : ''}${dataset}.csv` : null,
  });
  return openState(publication, dataset) === undefined ? [link('json')] : [link('csv'), link('json')];
}
