import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import type { AcceptedNote } from '../model/notes-manifest.ts';
import { acceptedNote } from '../model/published-notes.ts';
import type { WrittenNote } from './written.ts';

/** The published notes whose file is no longer there: taken out, or under another name. */
export function vanishedNotes(
  accepted: readonly AcceptedNote[],
  written: readonly Pick<WrittenNote, 'file'>[],
): (Incident | Maintenance)[] {
  const there = new Set(written.map(({ file }) => file));
  return accepted.flatMap((copy) => {
    const note = there.has(copy.file) ? null : acceptedNote(copy);
    return note === null ? [] : [note];
  });
}
