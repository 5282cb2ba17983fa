import type { IsoInstant } from '../../../core/instant.ts';
import type { NotesPublication } from '../../../incidents/model/notes-publication.ts';
import { runningAt } from '../../../incidents/model/running-maintenance.ts';
import type { ComponentNow, SystemNow } from '../../../status/present.ts';
import { type StatusPublication, windowOf } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Table } from '../table.ts';
import { type CheckRow, checkRow, sinceText } from './check-rows.ts';
import { dayIncidents } from './day-incidents.ts';
import { dayTable } from './day-table.ts';
import { type Latency, latencyOf } from './latency.ts';
import { capital, stateMark } from './state-mark.ts';
import { DAYS, row, type StatusRow } from './system-rows.ts';

/** One component: its state, its days, its latency, and every question that is asked about it. */
export interface ComponentSection {
  readonly row: StatusRow;
  readonly since: readonly string[];
  /** Until when that is so. */
  readonly until: IsoInstant | null;
  readonly latency: Latency | null;
  readonly days: Table | null;
  readonly checks: readonly CheckRow[];
}

export function componentSection(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  system: SystemNow,
  now: ComponentNow,
): ComponentSection {
  const { language } = reader;
  const { component } = now;
  const name = component.name[language];
  const window = windowOf(status, system.system.id, [component.id], DAYS);
  return {
    row: row(reader, status, {
      id: component.id,
      system,
      name,
      href: null,
      about: component.description?.[language] ?? null,
      components: [component.id],
      incidents: dayIncidents(reader, status, notes, system.system.id, component.id),
      mark: stateMark(reader, now.state, now),
    }),
    since: [
      ...maintenanceOf(reader, status, notes, system.system.id, component.id),
      ...sinceText(reader, now),
    ],
    until: now.state === 'unknown' ? system.valid_until : (now.valid_until ?? system.valid_until),
    latency: window === null ? null : latencyOf(reader, name, window),
    days: window === null ? null : dayTable(reader, window),
    checks: now.checks.map((check) => checkRow(reader, check, system.valid_until)),
  };
}

/** "Under maintenance until …: title", for each window that runs over a component. */
function maintenanceOf(
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
        t('maintenance.component', { when: format.time(window.until).first, title: note.title[language] }),
      ),
    );
}
