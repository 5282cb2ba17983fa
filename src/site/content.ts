import { join } from 'node:path';
import { buildInstant } from '../build/instant.ts';
import { isClockWrong } from '../core/ageing.ts';
import { withMaintenance } from '../incidents/model/running-maintenance.ts';
import type { Manifest } from '../ledger/manifest.ts';
import type { Publication } from '../ledger/publication.ts';
import { publicationIn, snapshotFolder } from '../ledger/snapshot-folder.ts';
import type { StatusPublication } from '../status/status-publication.ts';
import { isThere } from '../store/disk.ts';
import { CONTENT, logTimes, remembered } from './content/files.ts';
import { notes } from './content/notes.ts';
import { status as checkedStatus } from './content/status.ts';

export { anchors } from './content/anchors.ts';
export { archiveFiles, archives, restoreTest } from './content/archives.ts';
export { audits } from './content/audits.ts';
export { builds } from './content/built-from.ts';
export { drill, logPublication } from './content/log.ts';
export { lookupPublication } from './content/lookup.ts';
export { noteImages, notes } from './content/notes.ts';
export { postedOnChain } from './content/posted-roots.ts';
export {
  batchCode,
  isBatchLogged,
  logPolicy,
  signedBatch,
  signedReport,
  updateProof,
} from './content/proofs.ts';
export { reports } from './content/reports.ts';

/** What is known of the systems; a component that a running window names is under maintenance. */
export function status(): StatusPublication {
  return withMaintenance(checkedStatus(), notes());
}

/** What has been published. Throws an Error that names what is not as it was published. */
export const publication = remembered(snapshotFolder('tpc'), (published): Publication => {
  const read = publicationIn(published, logTimes());
  if (read.manifest === null) {
    assertContentRoot();
    return read;
  }
  return { ...read, manifest: heldAgainst(read.manifest, buildInstant()) };
});

/** A site that says "nothing has been published" must not come of a wrong path. */
function assertContentRoot(): void {
  const system = join(CONTENT, 'written', 'systems', 'tpc', 'system.yaml');
  if (!isThere(system)) throw new Error(`${system} is not there: is TERANG_CONTENT the content root?`);
}

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
