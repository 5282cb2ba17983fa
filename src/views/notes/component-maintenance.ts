import type { NotesPublication } from '../../domain/notes-publication.ts';
import { runningAt } from '../../domain/running-maintenance.ts';
import type { StatusPublication } from '../../domain/status-publication.ts';
import type { Reader } from '../../i18n/reader.ts';
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
