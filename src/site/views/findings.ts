import { daySchema } from '../../core/instant.ts';
import { DATASET_NAMES, type DatasetName, isOptIn } from '../../ledger/dataset.ts';
import type { Finding, FlagName } from '../../ledger/finding.ts';
import { goneBatches, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { fieldName, type RecordChange, recordChanges } from './record-changes.ts';
import { foreignPiece, linkPiece, type Segment, strongPiece, timePiece } from './segment.ts';

/** What the guards found in published data, said plainly and linked to the rows it speaks of. */
export interface Findings {
  /** Said in place of a list when there is nothing to list. */
  readonly none: string;
  /** What could not be checked, and why: while there is any of it, an empty list says little. */
  readonly unchecked: readonly Segment[][];
  /** What is left out of the data, or stands in it undocumented: no finding, and to be known. */
  readonly caveats: readonly Segment[][];
  readonly items: readonly {
    readonly texts: readonly string[];
    readonly subjects: readonly Segment[];
    readonly more: string | null;
    /** First and present values, for rows that have no page of their own. */
    readonly changes: readonly RecordChange[];
  }[];
}

/** Findings behind which there are entries of the record. */
const RECORDED: readonly FlagName[] = ['changed-after-publication', 'gone-after-publication'];

/** More rows than this are counted: the data itself has all of them. */
const SHOWN = 8;

/** Findings about the same rows stand together: one altered batch is one matter, not five. */
export function findingsOf(reader: Reader, publication: Publication): Findings {
  const { manifest } = publication;
  const found = DATASET_NAMES.flatMap((dataset) =>
    (manifest?.datasets[dataset].findings ?? []).map((finding) => ({ dataset, finding })),
  );
  const matters = Map.groupBy(
    found,
    ({ dataset, finding }) =>
      `${['ledger', 'lookup'].includes(dataset) ? 'batches' : dataset} ${finding.subjects.join(' ')}`,
  );
  const unchecked = uncheckedOf(reader, publication);
  const none = unchecked.length === 0 ? 'findings.none' : 'findings.noneOfChecked';
  return {
    none: reader.t(manifest === null ? 'findings.unknown' : none),
    unchecked,
    caveats: caveatsOf(reader, publication),
    items: [...matters.values()].map((matter) => item(reader, publication, matter)),
  };
}

function caveatsOf({ t, format }: Reader, { manifest }: Publication): Segment[][] {
  return DATASET_NAMES.flatMap((name) =>
    (manifest?.datasets[name].caveats ?? []).map(({ caveat, count, amount }) => [
      t(`caveat.${caveat}`, {
        dataset: t(`dataset.${name}`),
        n: format.decimal(count),
        amount: amount === null ? '' : format.decimal(amount),
        unit: manifest?.datasets[name].unit ?? '',
      }),
    ]),
  );
}

/** A sentence for every dataset that is not current, and one for every current one that lacked another. */
function uncheckedOf(reader: Reader, { manifest }: Publication): Segment[][] {
  if (manifest === null) return [];
  const { t, rich, format } = reader;
  const missing = format.list(
    DATASET_NAMES.filter((name) => manifest.datasets[name].state !== 'current' && !isOptIn(name)).map(
      (name) => t(`dataset.${name}`),
    ),
  );
  return DATASET_NAMES.flatMap((name) => {
    const { state, reason, observed_at, not_evaluated } = manifest.datasets[name];
    const dataset = t(`dataset.${name}`);
    const why = reason === null ? t('findings.neverRead') : t(`failure.${reason}`);
    if (observed_at === null && reason === null && isOptIn(name)) return [];
    if (state !== 'current') {
      return observed_at === null
        ? [[t('findings.absent', { dataset, reason: why })]]
        : [rich('findings.stale', { dataset, reason: why, when: timePiece(reader, observed_at) })];
    }
    if (not_evaluated.length === 0) return [];
    const checks = format.list(not_evaluated.map((flag) => t(`check.${flag}`)));
    return [
      [
        missing === ''
          ? t('findings.notEvaluated', { dataset, checks })
          : t('findings.notEvaluatedFor', { dataset, checks, missing }),
      ],
    ];
  });
}

function item(
  reader: Reader,
  publication: Publication,
  matter: readonly { dataset: DatasetName; finding: Finding }[],
): Findings['items'][number] {
  const [
    {
      dataset,
      finding: { subjects },
    } = { dataset: 'batches' as const, finding: { subjects: [] } },
  ] = matter;
  const more = subjects.length - SHOWN;
  return {
    texts: [...new Set(matter.map(({ finding }) => reader.t(`finding.${finding.guard}`)))],
    subjects: subjects.slice(0, SHOWN).map((subject) => named(reader, publication, dataset, subject)),
    changes:
      matter.some(({ finding }) => RECORDED.includes(finding.guard)) && dataset !== 'batches'
        ? recordChanges(reader, publication, dataset, subjects.slice(0, SHOWN), { subject: () => null })
        : [],
    more: more > 0 ? reader.t('finding.more', { count: more, n: reader.format.count(more) }) : null,
  };
}

/** A row by what readers call it: the date of a batch or a day, the name of a total or a wallet; else its id. */
function named(reader: Reader, publication: Publication, dataset: DatasetName, subject: string): Segment {
  const { paths, language, format, t } = reader;
  if (dataset === 'daily' && daySchema.safeParse(subject).success) {
    return strongPiece(t('findings.day', { day: format.day(subject) }));
  }
  // Totals are one row, so what is found in it names the total.
  if (dataset === 'metrics') return strongPiece(fieldName(reader, subject));
  if (dataset === 'split' && subject === 'current') return strongPiece(t('split.current'));
  const all = [...publication.rows.batches, ...goneBatches(publication).map(({ batch }) => batch)];
  const batch = all.find((row) => row.id === subject);
  return batch === undefined
    ? foreignPiece(reader, subject)
    : linkPiece(
        paths.page(language, { name: 'batch', id: batch.id }),
        t('batch.title', { date: format.date(batch.created_at) }),
      );
}
