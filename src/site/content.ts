import { buildInstant } from '../build/instant.ts';
import { type AnchorBook, NO_ANCHORS } from '../chain/anchor-book.ts';
import { isClockWrong } from '../core/ageing.ts';
import { offers } from '../core/site.ts';
import { NO_NOTES, type NotesPublication } from '../incidents/model/notes-publication.ts';
import { withMaintenance } from '../incidents/model/running-maintenance.ts';
import type { Manifest } from '../ledger/manifest.ts';
import { NOTHING_PUBLISHED, type Publication } from '../ledger/publication.ts';
import { publicationIn, snapshotFolder } from '../ledger/snapshot-folder.ts';
import { NO_REPORTS, type ReportsPublication } from '../reports/model/reports-publication.ts';
import { NO_STATUS, type StatusPublication } from '../status/status-publication.ts';
import { anchors as seenAnchors } from './content/anchors.ts';
import { logTimes, remembered } from './content/files.ts';
import { notes as acceptedNotes } from './content/notes.ts';
import { reports as keptReports } from './content/reports.ts';
import { site } from './content/site.ts';
import { status as checkedStatus } from './content/status.ts';

export { archiveFiles, archives, restoreTest } from './content/archives.ts';
export { audits } from './content/audits.ts';
export { builds } from './content/built-from.ts';
export { drill, logPublication } from './content/log.ts';
export { lookupPublication } from './content/lookup.ts';
export { noteImages } from './content/notes.ts';
export { postedOnChain } from './content/posted-roots.ts';
export {
  batchCode,
  isBatchLogged,
  logPolicy,
  signedBatch,
  signedReport,
  updateProof,
} from './content/proofs.ts';
export { site } from './content/site.ts';

// What the site does not offer is not read, and so is nowhere: that is no fault, and nothing that is not known.

/** What is known of the systems; a component that a running window names is under maintenance. */
export function status(): StatusPublication {
  return offers(site(), 'status') ? withMaintenance(checkedStatus(), notes()) : NO_STATUS;
}

/** The notes as they were accepted last. */
export function notes(): NotesPublication {
  return offers(site(), 'incidents') ? acceptedNotes() : NO_NOTES;
}

/** Every report that was kept, and the public routines. */
export function reports(): ReportsPublication {
  return offers(site(), 'reports') ? keptReports() : NO_REPORTS;
}

/** What has been published of the ledger. Throws an Error that names what is not as it was published. */
export function publication(): Publication {
  return offers(site(), 'transparency') ? ledger() : NOTHING_PUBLISHED;
}

/** What providers of the chain said of what the ledger states. */
export async function anchors(): Promise<AnchorBook> {
  return offers(site(), 'transparency') ? seenAnchors() : NO_ANCHORS;
}

const ledger = remembered(snapshotFolder('tpc'), (published): Publication => {
  const read = publicationIn(published, logTimes());
  if (read.manifest === null) return read;
  return { ...read, manifest: heldAgainst(read.manifest, buildInstant()) };
});

/** What by our own clock was read in the future holds no longer than what was read too long ago. */
function heldAgainst(manifest: Manifest, now: number): Manifest {
  const states = Object.entries(manifest.datasets).map(([name, state]) => [
    name,
    state.observed_at !== null && isClockWrong(state.observed_at, now)
      ? { ...state, state: 'stale', reason: 'in-the-future' }
      : state,
  ]);
  return { ...manifest, datasets: Object.fromEntries(states) as Manifest['datasets'] };
}
