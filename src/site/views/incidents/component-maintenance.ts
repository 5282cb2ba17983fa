import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import { runningAt } from '../../../incidents/model/running-maintenance.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { capital } from '../status/state-mark.ts';

/** "Under maintenance until …: title", for each window that runs over a component. */
export function maintenanceOf(
  { t, format, language }: Reader,
  { manifest }: StatusPublication,
  notes: NotesPublication,
  system: string,
  component: string,
): string[] {
  if (manifest === null) return [];
  return runningAt(notes, manifest.observed_at)
    .filter(({ note }) => note.system === system && note.components.includes(component))
    .map(({ note, window }) =>
      capital(
        t('maintenance.component', { when: format.time(window.until).wib, title: note.title[language] }),
      ),
    );
}
