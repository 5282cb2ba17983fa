import { offers } from '../../core/site.ts';
import type { LookupRow } from '../../ledger/lookup.ts';
import type { DatasetState } from '../../ledger/manifest.ts';
import { datasetSeries, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { remembered } from './files.ts';
import { site } from './site.ts';
import { writtenSystems } from './systems.ts';

const SYSTEM = 'tpc';

/** The lists by which payments are looked up, as they were last read. */
export interface LookupPublication {
  readonly demo: boolean;
  readonly state: DatasetState;
  readonly rows: readonly LookupRow[];
}

const read = remembered(snapshotFolder(SYSTEM), ({ manifest, rows }): LookupPublication | null =>
  manifest === null || manifest.datasets.lookup.observed_at === null
    ? null
    : {
        demo: manifest.source.demo,
        state: manifest.datasets.lookup,
        rows: rows(datasetSeries('lookup')),
      },
);

/** Null unless the operator asks for it in system.yaml, now as when it was read. */
export function lookupPublication(): LookupPublication | null {
  if (!offers(site(), 'transparency')) return null;
  const asked = writtenSystems().find(({ system }) => system.id === SYSTEM)?.system.transparency?.datasets;
  return asked?.lookup === undefined ? null : read();
}
