import { addDays, dayOf, durationSeconds, type IsoInstant } from '../../core/instant.ts';
import type { StatusPublication } from '../../status/status-publication.ts';
import type { System } from '../../systems/system.ts';
import { type Incident, standing } from './incident.ts';
import type { NotesPublication, PublishedNote } from './notes-publication.ts';

/** UTC days in a row on which the checks saw one component down for longer than its damping. */
export interface Outage {
  readonly system: System;
  readonly component: string;
  readonly from: string;
  readonly to: string;
  /** Seconds of those days. */
  readonly down: number;
  /** The incidents of the system that name the component and reach into those days, oldest first. */
  readonly incidents: readonly Incident[];
}

/**
 * How much of a day a component must be down before it is an outage, in seconds: as many answers in a row as
 * the damping asks for, which a schedule that is never quite punctual can bring a fifth closer to each other.
 */
export function outageSeconds({ damping, checked_every }: System): number {
  return Math.max(1, Math.floor((damping.down_after - 1) * durationSeconds(checked_every) * 0.8));
}

/** Every outage of the last `length` days, newest first. Of days without figures nothing is known. */
export function outagesOf(status: StatusPublication, notes: NotesPublication, length: number): Outage[] {
  const { manifest, systems, days } = status;
  if (manifest === null) return [];
  const today = dayOf(manifest.observed_at);
  const first = addDays(today, 1 - length);
  const found = systems.flatMap(({ system }) => {
    const least = outageSeconds(system);
    const down = days.filter((line) => line.system === system.id && line.day >= first && line.down >= least);
    return [...Map.groupBy(down, ({ component }) => component)].flatMap(([component, lines]) =>
      stretches(lines).map((stretch) => {
        const { from, to } = stretch;
        return {
          system,
          component,
          ...stretch,
          incidents: documenting(notes.incidents, system.id, component, from, to, manifest.observed_at),
        };
      }),
    );
  });
  return found.toSorted((a, b) => (a.from < b.from ? 1 : -1));
}

/** Days of components of which nothing at all is known, since each system was first checked. */
export function unknownDays({ manifest, systems, days }: StatusPublication, length: number): number {
  if (manifest === null) return 0;
  const first = addDays(dayOf(manifest.observed_at), 1 - length);
  const described = new Set(
    systems.flatMap(({ system }) => system.components.map(({ id }) => `${system.id}/${id}`)),
  );
  return days.filter(
    ({ day, system, component, up, degraded, down }) =>
      day >= first && described.has(`${system}/${component}`) && up + degraded + down === 0,
  ).length;
}

function stretches(
  lines: readonly { readonly day: string; readonly down: number }[],
): Pick<Outage, 'from' | 'to' | 'down'>[] {
  const runs: { from: string; to: string; down: number }[] = [];
  for (const { day, down } of lines.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const run = runs.at(-1);
    if (run !== undefined && addDays(run.to, 1) === day) {
      run.to = day;
      run.down += down;
    } else runs.push({ from: day, to: day, down });
  }
  return runs;
}

function documenting(
  incidents: readonly PublishedNote<Incident>[],
  system: string,
  component: string,
  from: string,
  to: string,
  now: IsoInstant,
): Incident[] {
  return standing(incidents)
    .map(({ note }) => note)
    .filter((note) => note.system === system && note.components.includes(component))
    .filter((note) => dayOf(note.started) <= to && dayOf(note.resolved ?? now) >= from)
    .toReversed();
}
