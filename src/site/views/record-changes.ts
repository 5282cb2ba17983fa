import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { Batch } from '../../ledger/batch.ts';
import { DATASETS, type DatasetName } from '../../ledger/dataset.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Fields, RowRecord } from '../../ledger/record.ts';
import type { Statement } from '../../ledger/statement.ts';
import type { Late } from '../../log/late.ts';
import { en } from '../../words/en.ts';
import type { Reader } from '../../words/reader.ts';

import { lateRemark } from './late.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';
import { statementSentence } from './statement.ts';

/** What changed after it had been published: nothing published is ever silently replaced. */
export interface RecordChange {
  /** The row, where more than one row is spoken of. */
  readonly subject: Segment | null;
  readonly seen: readonly Segment[];
  readonly lines: readonly {
    readonly name: string;
    readonly before: readonly Segment[];
    readonly after: readonly Segment[];
  }[];
}

interface Naming {
  /** How a field is called; what readers call it unless told. */
  readonly name?: (field: string) => string;
  /** How a value is shown; as the text it is unless told. */
  readonly show?: (field: string, value: string | null) => Segment[];
  readonly subject?: (id: string) => Segment | null;
}

/** What readers call a column of a dataset; its own name where only an older version of this site knew it. */
export function fieldName({ t }: Reader, field: string): string {
  const isKnown = (key: string): key is `field.${keyof Batch}` => Object.hasOwn(en, key);
  const key = `field.${field}`;
  return isKnown(key) ? t(key) : field;
}

/**
 * Every change in the published record of some rows, oldest first, and rows that are gone from the source; and what
 * differs only because the site reads from another place since.
 */
export function recordChanges(
  reader: Reader,
  publication: Publication,
  dataset: DatasetName,
  ids: readonly string[],
  {
    name = (field) => fieldName(reader, field),
    show = (_, value) => shown(reader, value),
    subject = (id) => foreignPiece(reader, id),
  }: Naming = {},
): RecordChange[] {
  const { rich } = reader;
  const value = (field: string, recorded: string | undefined) =>
    words(reader, publication, dataset, field, recorded) ?? show(field, recorded ?? null);
  const lines = (fields: readonly string[], before: Fields, after: Fields) =>
    fields.map((field) => ({
      name: name(field),
      before: value(field, before[field]),
      after: value(field, after[field]),
    }));
  const seen = (
    key: 'record.seen' | 'record.gone' | 'record.reread' | 'record.unread',
    instant: IsoInstant,
  ): Segment[] => rich(key, { when: timePiece(reader, instant) });
  const items = (id: string, row: RowRecord): RecordChange[] => {
    const { removals = [], alterations = [] } = publication.manifest?.datasets[dataset] ?? {};
    const entry = (
      key: Parameters<typeof seen>[0],
      seen_at: IsoInstant,
      before: Fields,
      after: Fields,
      { stated, late }: { readonly stated?: Statement | undefined; readonly late?: Late | undefined } = {},
    ) => ({
      at: seen_at,
      subject: subject(id),
      seen: [
        ...seen(key, seen_at),
        ...lateRemark(reader, late),
        ...(stated === undefined ? [] : ['. ', ...statementSentence(reader, stated)]),
      ],
      lines: lines([...new Set([...Object.keys(before), ...Object.keys(after)])], before, after),
    });
    const ofChange = (at: IsoInstant) => alterations.find((one) => one.row === id && one.seen === at);
    const ofRow = removals.find((one) => one.row === id);
    return [
      ...row.changes.map(({ seen_at, before, after, late }) =>
        entry('record.seen', seen_at, before, after, { stated: ofChange(late?.stated ?? seen_at), late }),
      ),
      ...row.rereads.map(({ seen_at, before, after }) => entry('record.reread', seen_at, before, after)),
      ...(row.gone === null
        ? []
        : [entry('record.gone', row.gone, row.latest, {}, { stated: ofRow, late: row.gone_late })]),
      ...(row.unread === null ? [] : [entry('record.unread', row.unread, row.latest, {})]),
    ]
      .toSorted((a, b) => compareInstants(a.at, b.at))
      .map(({ at: _at, ...item }) => item);
  };
  const rows = publication.record.get(dataset);
  return ids.flatMap((id) => {
    const row = rows?.get(id);
    return row === undefined ? [] : items(id, row);
  });
}

/** The rows of a dataset that the record saw change, go, or be read from another place, in the order of the record. */
export function changedIds({ record }: Publication, dataset: DatasetName): string[] {
  const rows = [...(record.get(dataset) ?? [])];
  const differs = ({ changes, gone, rereads, unread }: RowRecord) =>
    changes.length + rereads.length > 0 || gone !== null || unread !== null;
  return rows.filter(([, row]) => differs(row)).map(([id]) => id);
}

/** People's words stand in the record as a salted hash, their text beside it; null for any other field. */
export function words(
  reader: Reader,
  publication: Publication,
  dataset: DatasetName,
  field: string,
  recorded: string | undefined,
): Segment[] | null {
  const isWords = (DATASETS[dataset].words as readonly string[]).includes(field);
  if (!isWords || recorded === undefined) return null;
  const { text } = publication.words.get(recorded) ?? {};
  const said = takenDown(reader, publication, recorded);
  return said ?? [text === undefined ? reader.t('record.withheld') : foreignPiece(reader, text)];
}

/** When the text behind a digest was taken down, by whom and why; null where it was not. */
function takenDown(
  reader: Reader,
  { words: sealed }: Pick<Publication, 'words'>,
  digest: string | undefined,
): Segment[] | null {
  const stated = sealed.get(digest ?? '')?.taken_down;
  if (stated === undefined) return null;
  const said: Segment[] = reader.rich('record.takenDown', { at: timePiece(reader, stated.at) });
  return [...said, ' ', ...statementSentence(reader, stated)];
}

/** What a row that has no text says in its place, where that was taken down; null where it was not. */
export function takenDownOf(
  reader: Reader,
  publication: Publication,
  { dataset, id, field }: { readonly dataset: DatasetName; readonly id: string; readonly field: string },
): Segment[] | null {
  return takenDown(reader, publication, publication.record.get(dataset)?.get(id)?.latest[field]);
}

function shown(reader: Reader, value: string | null): Segment[] {
  return [value === null ? reader.t('word.absent') : foreignPiece(reader, value)];
}
