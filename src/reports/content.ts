import { compareInstants, dayOf, type IsoInstant } from '../core/instant.ts';
import { DATASET_NAMES, type Rows } from '../ledger/dataset.ts';
import { NOTHING_PUBLISHED, type Publication } from '../ledger/publication.ts';
import { playRecord } from '../ledger/record.ts';
import { datasetSeries, RECORD, snapshotFolder } from '../ledger/snapshot-folder.ts';
import { type CheckedStatus, NOTHING_CHECKED } from '../status/known-answers.ts';
import { DEFINITIONS, SAMPLES, STATUS } from '../status/status-folder.ts';
import { openFolder, rootOf } from '../store/published.ts';

/** What a snapshot of a system left, and the SHA-256 of its manifest; null for a system that publishes nothing. */
export interface PublishedContent {
  readonly publication: Publication;
  readonly sha256: string | null;
}

/** @throws AlteredFileError when what is there was changed by hand */
export async function readPublished(contentRoot: string, system: string): Promise<PublishedContent> {
  const folder = snapshotFolder(system);
  const { manifest, rows, sha256 } = openFolder(rootOf(contentRoot, folder), folder);
  const all = DATASET_NAMES.map((name) => [name, rows(datasetSeries(name))]);
  return {
    publication: {
      ...NOTHING_PUBLISHED,
      manifest,
      rows: Object.fromEntries(all) as unknown as Rows,
      // A hash is judged by what was published before, as on the page.
      record: playRecord(rows(RECORD)),
    },
    sha256,
  };
}

/** The raw answers of the checks of all systems. */
export interface CheckedContent {
  readonly status: CheckedStatus;
  readonly demo: boolean;
  /** SHA-256 of the manifest; null while no check ever ran. */
  readonly sha256: string | null;
}

/** The runs from the UTC day of `from` on, none dated after `at`. @throws AlteredFileError */
export async function readChecked(
  contentRoot: string,
  from: IsoInstant,
  at: IsoInstant,
): Promise<CheckedContent> {
  const { manifest, rows, sha256 } = openFolder(rootOf(contentRoot, STATUS), STATUS);
  if (manifest === null) return { status: NOTHING_CHECKED, demo: false, sha256 };
  const lines = rows(SAMPLES, (day) => day >= dayOf(from) && day <= dayOf(at));
  return {
    status: {
      lines: lines.filter((line) => compareInstants(line.at, at) <= 0),
      definitions: rows(DEFINITIONS),
      systems: manifest.systems,
    },
    demo: manifest.demo,
    sha256,
  };
}
