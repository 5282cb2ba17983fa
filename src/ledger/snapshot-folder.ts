import { dayOf, type IsoInstant, monthOf } from '../core/instant.ts';
import { type EntryKind, entryId } from '../log/entry.ts';
import type { AnySeries, ContentFolder, Series } from '../store/content-folder.ts';
import { datedRows, type LogTimes, NO_TIMES } from '../store/log-times.ts';
import type { Published } from '../store/published.ts';
import {
  DATASET_NAMES,
  DATASETS,
  type DatasetName,
  type DatasetShape,
  type RowOf,
  type Rows,
} from './dataset.ts';
import { type Manifest, manifestSchema } from './manifest.ts';
import { NOTHING_PUBLISHED, type Publication } from './publication.ts';
import {
  playRecord,
  type RecordEntry,
  recordEntrySchema,
  type SealedWords,
  sealedWordsSchema,
  seenEntry,
} from './record.ts';

const ofThisMonth = (_: unknown, now: IsoInstant) => monthOf(now);

/** What an entry of the log is about, by the dataset whose row it is of. */
const KIND_OF = {
  batches: 'batch',
  ledger: 'ledger',
  changelog: 'changelog',
  split: 'split',
  wallets: 'wallet',
  metrics: 'totals',
  daily: 'daily',
  lookup: 'lookup',
} as const satisfies Record<DatasetName, EntryKind>;

/** What a run saw of rows that it did not know: first values, changes, that one is gone. */
export const RECORD: Series<Manifest, RecordEntry> = {
  name: 'record',
  row: recordEntrySchema,
  files: ({ record }) => record.entries,
  stem: ofThisMonth,
  kept: { rule: 'every-line', within: 'series' },
  entered: {
    kinds: Object.values(KIND_OF),
    of: ({ dataset, id }, folder) => ({ kind: KIND_OF[dataset], id: entryId(folder, id) }),
    at: ({ seen_at }) => seen_at,
  },
};

/** The words that entries hold as hashes. */
export const WORDS: Series<Manifest, SealedWords> = {
  name: 'words',
  row: sealedWordsSchema,
  files: ({ record }) => record.words,
  stem: ofThisMonth,
  kept: { rule: 'every-line', within: 'series', same: isTakenDown },
  entered: { because: 'what is entered holds the digest of each, and a text may have to go' },
};

/** Words may go from a line by law: digest and salt stay. */
export function isTakenDown(was: SealedWords, is: SealedWords): boolean {
  return is.text === undefined && was.digest === is.digest && was.salt === is.salt;
}

/** The rows of a dataset, in files by month where it has months. */
export function datasetSeries<Name extends DatasetName>(name: Name): Series<Manifest, RowOf<Name>> {
  const { row, id, month, recorded, words } = DATASETS[name] as unknown as DatasetShape<RowOf<Name>>;
  const isRecorded = (one: RowOf<Name>, { datasets }: Manifest) => {
    const { observed_at } = datasets[name];
    return observed_at !== null && recorded?.(one, dayOf(observed_at)) === true;
  };
  return {
    name,
    row,
    files: ({ datasets }) => datasets[name].files,
    stem: (one) => month(one) ?? 'all',
    kept:
      recorded === null
        ? { rule: 'none', because: 'it sums days that are compared themselves, and changes with each run' }
        : {
            rule: 'every-row',
            id,
            // A row leaves with an entry that says so; another value comes with one that says that.
            isTold: async (was, present, change) =>
              (present !== null &&
                lacksWords(words as readonly string[], was, present) &&
                (await change.stems(WORDS)).size > 0) ||
              !isRecorded(was, change.was) ||
              (await change.added(RECORD)).some(
                ({ dataset, id: of, kind }) =>
                  dataset === name &&
                  of === id(was) &&
                  (kind === 'gone' || kind === 'unread') === (present === null),
              ),
          },
    entered: {
      because: recorded === null ? 'each run binds it' : 'they are what the lines of the record come to',
    },
  };
}

/** Whether nothing but texts of people went from a row; that each was taken down, its record is held against (`fold/`). */
function lacksWords(fields: readonly string[], was: object, is: object): boolean {
  const now = is as Record<string, unknown>;
  return Object.entries(was).every(
    ([field, value]) => now[field] === value || (now[field] === null && fields.includes(field)),
  );
}

/** `generated/<system>`: what the snapshots of a system published. */
export function snapshotFolder(system: string): ContentFolder<Manifest> {
  return {
    name: system,
    manifest: manifestSchema,
    series: [...DATASET_NAMES.map((name): AnySeries<Manifest> => datasetSeries(name)), RECORD, WORDS],
    isDemo: ({ source }) => source.demo,
    // A run that could read nothing leaves what the last one read, with its times.
    isDated: ({ datasets }) => Object.values(datasets).some(({ state }) => state === 'current'),
  };
}

/**
 * Everything that the snapshots of a system published; with the times of the log, what the record says is of the times that
 * the log vouches for.
 *
 * @throws AlteredFileError
 */
export function publicationIn(published: Published<Manifest>, times: LogTimes = NO_TIMES): Publication {
  const { manifest, rows } = published;
  if (manifest === null) return NOTHING_PUBLISHED;
  const dated = datedRows(published, RECORD, times);
  const seen = dated.map(({ row, late }) => seenEntry(row, late));
  const all = DATASET_NAMES.map((name) => [name, rows(datasetSeries(name))]);
  return {
    manifest,
    rows: Object.fromEntries(all) as unknown as Rows,
    record: playRecord(seen),
    entries: dated.map(({ row }) => row),
    seen,
    words: new Map(rows(WORDS).map((sealed) => [sealed.digest, sealed])),
  };
}
