import { isAhead } from '../core/clock.ts';
import { addDuration, compareInstants, dayOf, type IsoInstant } from '../core/instant.ts';
import type { FoldFault, FoldFaultName } from '../store/fold.ts';
import type { Published } from '../store/published.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type DatasetShape } from './dataset.ts';
import type { DatasetState, Manifest } from './manifest.ts';
import { datasetSeries, RECORD } from './snapshot-folder.ts';

/** How much later than its run a row that the run read may have been made: a run takes its time. */
const LONGEST_RUN = 'PT1H';

/**
 * That what a manifest says of its datasets is what its rows and its record allow: how many rows, one of each id, none of a
 * day to come, read no earlier than what the record has of them, and current only where this run read them. What only the
 * source could say – caveats, row-level security, why a dataset could not be read – the entry of the run alone binds.
 */
export function stateFaults({ folder, manifest, rows }: Published<Manifest>): FoldFault[] {
  if (manifest === null) return [];
  const faults: FoldFault[] = [];
  const say = (fault: FoldFaultName, what: string) => void faults.push({ fault, folder: folder.name, what });
  if (manifest.system !== folder.name) say('manifest', 'system');
  const seen = new Map<DatasetName, IsoInstant>();
  for (const { dataset, seen_at } of rows(RECORD)) {
    const last = seen.get(dataset);
    if (last === undefined || compareInstants(last, seen_at) < 0) seen.set(dataset, seen_at);
  }
  for (const name of DATASET_NAMES) {
    const state = manifest.datasets[name];
    for (const field of impossible(state, manifest)) say('manifest', `${name} ${field}`);
    if (isBefore(state.observed_at, seen.get(name))) say('behind', `${name}: ${state.observed_at}`);
    const shape = DATASETS[name] as unknown as DatasetShape<object>;
    const all: readonly object[] = rows(datasetSeries(name));
    const ids = new Set<string>();
    for (const row of all) {
      const id = shape.id(row);
      if (ids.has(id)) say('place', `${name} ${id}`);
      ids.add(id);
      if (state.observed_at !== null && isToCome(row, state.observed_at)) say('ahead', `${name} ${id}`);
    }
  }
  return faults;
}

/** The fields of a dataset's state that no run could have left so. */
function impossible(state: DatasetState, manifest: Manifest): string[] {
  const { observed_at, valid_until } = state;
  const rows = state.files.reduce((sum, file) => sum + file.rows, 0);
  const isAbsent = state.state === 'absent';
  return [
    ...(state.rows === rows ? [] : ['rows']),
    ...(isAbsent === (observed_at === null) && isAbsent === (valid_until === null) ? [] : ['observed_at']),
    ...(isAbsent && state.files.length > 0 ? ['state'] : []),
    ...(state.state === 'current' && (observed_at !== manifest.observed_at || state.reason !== null)
      ? ['state']
      : []),
    ...(isBefore(manifest.observed_at, observed_at) ? ['observed_at'] : []),
    ...(isBefore(manifest.valid_until, valid_until) ? ['valid_until'] : []),
  ];
}

/** By more than clocks may be apart. */
function isBefore(at: IsoInstant | null, other: IsoInstant | null | undefined): boolean {
  return at !== null && other != null && isAhead(other, at);
}

/** Whether a row is dated after the run that read it: a day that has not begun, or a time that had not come. */
function isToCome(row: { readonly day?: string; readonly created_at?: string | null }, observed: IsoInstant) {
  const latest = addDuration(observed, LONGEST_RUN);
  if (row.day !== undefined) return row.day > dayOf(latest);
  return row.created_at != null && compareInstants(row.created_at, latest) > 0;
}
