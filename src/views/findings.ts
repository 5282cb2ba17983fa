import { DATASET_NAMES, type DatasetName } from '../domain/dataset.ts';
import type { Finding } from '../domain/finding.ts';
import type { Publication } from '../domain/publication.ts';
import type { Reader } from '../i18n/reader.ts';
import { foreignPiece, linkPiece, type Segment } from './segment.ts';

/** What the guards found in published data, said plainly and linked to the rows it speaks of. */
export interface Findings {
  readonly title: string;
  /** Said in place of a list when there is nothing to list. */
  readonly none: string;
  readonly items: readonly {
    readonly text: string;
    readonly dataset: string;
    readonly subjects: readonly Segment[];
    readonly more: string | null;
  }[];
}

/** More rows than this are counted: the data itself has all of them. */
const SHOWN = 8;

export function findingsOf(reader: Reader, publication: Publication): Findings {
  const { manifest } = publication;
  const found = DATASET_NAMES.flatMap((dataset) =>
    (manifest?.datasets[dataset].findings ?? []).map((finding) => ({ dataset, finding })),
  );
  return {
    title: reader.t('findings.title'),
    none: reader.t(manifest === null ? 'findings.unknown' : 'findings.none'),
    items: found.map(({ dataset, finding }) => item(reader, publication, dataset, finding)),
  };
}

function item(
  reader: Reader,
  publication: Publication,
  dataset: DatasetName,
  { guard, subjects }: Finding,
): Findings['items'][number] {
  const more = subjects.length - SHOWN;
  return {
    text: reader.t(`finding.${guard}`),
    dataset: reader.t(`dataset.${dataset}`),
    subjects: subjects.slice(0, SHOWN).map((subject) => named(reader, publication, dataset, subject)),
    more: more > 0 ? reader.t('finding.more', { count: more, n: reader.format.count(more) }) : null,
  };
}

function named(reader: Reader, { rows }: Publication, dataset: DatasetName, subject: string): Segment {
  const { paths, language, format } = reader;
  if (dataset === 'wallets') return linkPiece(paths.page(language, { name: 'wallets' }), subject);
  const batch = rows.batches.find((row) => row.id === subject);
  return batch === undefined
    ? foreignPiece(subject)
    : linkPiece(paths.page(language, { name: 'batch', id: batch.id }), format.date(batch.created_at));
}
