import { compareInstants, dayOf, type IsoInstant } from '../core/instant.ts';
import type { Publication } from '../ledger/publication.ts';
import { publicationIn, snapshotFolder } from '../ledger/snapshot-folder.ts';
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
  const published = openFolder(rootOf(contentRoot, folder), folder);
  return { publication: publicationIn(published), sha256: published.sha256 };
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
