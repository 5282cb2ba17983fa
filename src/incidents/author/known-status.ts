import { type CheckedStatus, NOTHING_CHECKED } from '../../status/known-answers.ts';
import { DEFINITIONS, SAMPLES, STATUS } from '../../status/status-folder.ts';
import { stemOf } from '../../store/content-folder.ts';
import { openFolder, rootOf } from '../../store/published.ts';
import { AlteredFileError } from '../../store/unaltered.ts';

/** What the checks left, its runs of yesterday and today, or why it says nothing. */
export interface KnownStatus extends CheckedStatus {
  /** Null when there is nothing to say of them. */
  readonly trouble: 'never' | 'unreadable' | null;
}

/** Reads what the checks left in `generated/status`. Without it, or where it was altered, nothing is known. */
export async function readKnownStatus(contentRoot: string): Promise<KnownStatus> {
  const nothing = (trouble: KnownStatus['trouble']): KnownStatus => ({ ...NOTHING_CHECKED, trouble });
  try {
    const { manifest, rows } = openFolder(rootOf(contentRoot, STATUS), STATUS);
    if (manifest === null) return nothing('never');
    const open = new Set(manifest.samples.map(stemOf));
    return {
      lines: rows(SAMPLES, (day) => open.has(day)),
      definitions: rows(DEFINITIONS),
      systems: manifest.systems,
      trouble: null,
    };
  } catch (error) {
    if (!(error instanceof AlteredFileError)) throw error;
    return nothing('unreadable');
  }
}
