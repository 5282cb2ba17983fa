import { dayOf } from '../../../core/instant.ts';
import { standing } from '../../../incidents/model/incident.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { DayIncident } from './stretches.ts';

/** The incidents of a system, or of one of its components, on the line of days; an open one reaches to today. */
export function dayIncidents(
  { language, paths }: Reader,
  { manifest }: StatusPublication,
  { incidents }: NotesPublication,
  system: string,
  component: string | null = null,
): DayIncident[] {
  if (manifest === null) return [];
  return standing(incidents)
    .map(({ note }) => note)
    .filter((note) => note.system === system && (component === null || note.components.includes(component)))
    .map((note) => ({
      from: dayOf(note.started),
      to: dayOf(note.resolved ?? manifest.observed_at),
      title: note.title[language],
      href: paths.page(language, { name: 'incident', slug: note.slug }),
    }));
}
