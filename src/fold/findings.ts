import { DATASET_NAMES, DATASETS, type DatasetName, type RowOf } from '../ledger/dataset.ts';
import { type Finding, LEFT_OUT } from '../ledger/finding.ts';
import type { DatasetState, Manifest } from '../ledger/manifest.ts';
import { type PublishedRecord, playRecord } from '../ledger/record.ts';
import { datasetSeries, RECORD } from '../ledger/snapshot-folder.ts';
import { DEFINITIONS } from '../snapshot/definitions.ts';
import type { Flag, View } from '../snapshot/guard.ts';
import type { FoldFault } from '../store/fold.ts';
import type { Published } from '../store/published.ts';

/** What compares with the run before, of which nothing stands any more: the entry of the run alone binds it. */
const BY_RUN_ALONE: readonly string[] = [...LEFT_OUT, 'total-fell'];

/** What is found in texts of the changelog, of which one that was taken down is not there any more. */
const FROM_WORDS: readonly string[] = ['promise-made', 'split-history', 'share-rule-broken'];

/**
 * That every finding which rows and record come to stands in the manifest, and no other: each flag is looked for again,
 * where the datasets that it compares were read by the same run. What the source alone could show is bound by the entry of
 * the run.
 */
export function findingFaults({ folder, manifest, rows }: Published<Manifest>): FoldFault[] {
  if (manifest === null) return [];
  const record = playRecord(rows(RECORD));
  const read = new Map<DatasetName, readonly object[]>(
    DATASET_NAMES.map((name) => [name, rows(datasetSeries(name))]),
  );
  const view = viewOf(manifest, read, record);
  return DATASET_NAMES.flatMap((name) =>
    manifest.datasets[name].observed_at === null
      ? []
      : differing(name, { manifest, view, read, record }).map(
          (guard): FoldFault => ({ fault: 'manifest', folder: folder.name, what: `${name} ${guard}` }),
        ),
  );
}

interface Judged {
  readonly manifest: Manifest;
  readonly view: View;
  readonly read: ReadonlyMap<DatasetName, readonly object[]>;
  readonly record: PublishedRecord;
}

/** The flags of a dataset of which the manifest says something else than is found. */
function differing(name: DatasetName, { manifest, view, read, record }: Judged): string[] {
  const { datasets } = manifest;
  const state = datasets[name];
  const rows = read.get(name) ?? [];
  const flags = DEFINITIONS[name].flags as readonly Flag<unknown>[];
  const isFresh = state.observed_at === manifest.observed_at;
  const names = new Set<string>([...flags.map(({ name: guard }) => guard), ...BY_RUN_ALONE]);
  const invented = state.findings.filter(({ guard }) => !names.has(guard)).map(({ guard }) => guard);
  return [
    ...invented,
    ...flags.flatMap((flag) => {
      const { name: guard, needs = [], needsWhole = [], looked } = flag;
      if (BY_RUN_ALONE.includes(guard)) return [];
      if (FROM_WORDS.includes(guard) && lacksWords(rowsOf(read, 'changelog'), record)) return [];
      // The manifest has what was declared when anything was read last.
      if (guard.startsWith('hash-') && !isFresh) return [];
      const isTogether = needs.every((one) => datasets[one].observed_at === state.observed_at);
      if (!isTogether && !isFresh) return [];
      const isPossible =
        isTogether &&
        needsWhole.every((one) => !isCut(datasets[one])) &&
        (looked === undefined || looked(rows, view) > 0);
      const found = isPossible ? flag.find(rows, view).map(({ id }) => id) : [];
      const isSaid =
        state.not_evaluated.includes(guard) === !isPossible &&
        subjectsOf(state.findings, guard) === [...new Set(found)].toSorted().join('\n');
      return isSaid ? [] : [guard];
    }),
  ];
}

function rowsOf(read: Judged['read'], name: DatasetName): readonly object[] {
  return read.get(name) ?? [];
}

/** Whether rows were left out of it: what its rows come to is then not what the source has. */
function isCut({ findings }: DatasetState): boolean {
  return findings.some(({ guard }) => (LEFT_OUT as readonly string[]).includes(guard));
}

/** Whether a text of the changelog was taken down: the record has its digest, the row nothing. */
function lacksWords(rows: readonly object[], record: PublishedRecord): boolean {
  const { words, id } = DATASETS.changelog;
  return (rows as readonly RowOf<'changelog'>[]).some((row) => {
    const latest = record.get('changelog')?.get(id(row))?.latest;
    return words.some((field) => latest?.[field] !== undefined && row[field] === null);
  });
}

function subjectsOf(findings: readonly Finding[], guard: string): string {
  return findings.flatMap((one) => (one.guard === guard ? one.subjects : [])).join('\n');
}

/** What guards see: the rows that stand, all of them read, none hidden, nothing published before. */
function viewOf({ datasets, hash }: Manifest, read: Judged['read'], record: PublishedRecord): View {
  return {
    rows: (name) => rowsOf(read, name) as never,
    published: () => undefined,
    isRead: () => true,
    caveatCounts: () => ({ now: '0', before: '0' }),
    publishedUnit: () => null,
    isLeftOut: (name, id) =>
      datasets[name].findings.some(
        ({ guard, subjects }) => (LEFT_OUT as readonly string[]).includes(guard) && subjects.includes(id),
      ),
    reread: () => false,
    rowsMayBeHidden: () => false,
    isSettledRemoval: (name, id) => datasets[name].removals.some(({ row }) => row === id),
    isSettledAlteration: (name, id, at) =>
      datasets[name].alterations?.some(({ row, seen }) => row === id && seen === at) ?? false,
    hash,
    record,
  };
}
