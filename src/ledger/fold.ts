import type { FoldFault, FoldFaultName } from '../store/fold.ts';
import type { Published } from '../store/published.ts';
import { DATASET_NAMES, DATASETS } from './dataset.ts';
import type { Manifest } from './manifest.ts';
import { observe } from './observation.ts';
import {
  type PublishedRecord,
  playRecord,
  type RecordEntry,
  RecordError,
  type SealedWords,
  seal,
} from './record.ts';
import { datasetSeries, RECORD, WORDS } from './snapshot-folder.ts';

type Found = Pick<FoldFault, 'fault' | 'what'>;

/** That the rows of each dataset, and the words of people in them, are what the record comes to. */
export function ledgerFaults({ folder, manifest, rows }: Published<Manifest>): FoldFault[] {
  if (manifest === null) return [];
  const faults: FoldFault[] = [];
  const say = (fault: FoldFaultName, what: string) => void faults.push({ fault, folder: folder.name, what });
  const entries = rows(RECORD);
  const sealed = rows(WORDS);
  for (const { fault, what } of wordsFaults(entries, sealed, isWords)) say(fault, what);
  let record: PublishedRecord;
  try {
    record = playRecord(entries);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    say('row', error.message);
    return faults;
  }
  const words = new Map(sealed.map((line) => [line.digest, line]));
  for (const name of DATASET_NAMES) {
    const seenAt = manifest.datasets[name].observed_at ?? manifest.observed_at;
    // What a run that read these rows would add to the record: nothing, where they are what it says.
    const seen = observe(name, rows(datasetSeries(name)) as never, record, { seenAt, words, newSalt });
    for (const { dataset, id } of seen.entries) say('row', `${dataset} ${id}`);
  }
  return faults;
}

/** Of words that nobody sealed: a digest of them is in no record. */
const newSalt = () => '';

function isWords(dataset: RecordEntry['dataset'], field: string): boolean {
  return (DATASETS[dataset].words as readonly string[]).includes(field);
}

/** That words are those whose digests a record holds, each digest computed anew, and that none of them is missing. */
export function wordsFaults<Name extends string>(
  entries: readonly RecordEntry<Name>[],
  sealed: readonly SealedWords[],
  isWord: (dataset: Name, field: string) => boolean,
): Found[] {
  const known = new Set(sealed.map(({ digest }) => digest));
  const held = entries.flatMap((entry) => {
    const values = 'value' in entry ? [entry.value] : 'after' in entry ? [entry.before, entry.after] : [];
    return values.flatMap((fields) =>
      Object.entries(fields).flatMap(([field, value]) => (isWord(entry.dataset, field) ? [value] : [])),
    );
  });
  return [
    // A text that had to go by law is not there; its digest and its salt are.
    ...sealed.filter(({ digest, salt, text }) => text !== undefined && seal(salt, text) !== digest),
    ...[...new Set(held)].filter((digest) => !known.has(digest)).map((digest) => ({ digest })),
  ].map(({ digest }) => ({ fault: 'words', what: digest }));
}
