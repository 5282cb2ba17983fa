import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { ComponentNow, SystemNow } from '../../status/present.ts';
import type { StatusPublication } from '../../status/status-publication.ts';
import { gravest } from '../../systems/component.ts';
import { type Maintenance, type MaintenanceWindow, stateOfWindow, windowsBetween } from './maintenance.ts';
import type { NotesPublication } from './notes-publication.ts';

export interface RunningMaintenance {
  readonly note: Maintenance;
  readonly window: MaintenanceWindow;
}

/** The windows that run at `now`. */
export function runningAt({ maintenance }: NotesPublication, now: IsoInstant): RunningMaintenance[] {
  return maintenance.flatMap(({ note }) =>
    windowsBetween(note, now, now)
      .filter((window) => stateOfWindow(window, now) === 'in_progress')
      .map((window) => ({ note, window })),
  );
}

/**
 * The same status with every component that a running window names under maintenance, whatever its checks say
 * (they stand beside it): its figures stay as they are, since maintenance is not subtracted. The state holds
 * until the window ends or its data is out of date, whichever comes first. What was never asked stays unknown.
 */
export function withMaintenance(status: StatusPublication, notes: NotesPublication): StatusPublication {
  if (status.manifest === null) return status;
  const running = runningAt(notes, status.manifest.observed_at);
  if (running.length === 0) return status;
  return { ...status, systems: status.systems.map((system) => systemUnder(system, running)) };
}

function systemUnder(system: SystemNow, running: readonly RunningMaintenance[]): SystemNow {
  const own = running.filter(({ note }) => note.system === system.system.id);
  if (own.length === 0) return system;
  const components = system.components.map((component) => {
    const windows = own.filter(({ note }) => note.components.includes(component.component.id));
    return windows.length === 0 || component.state === 'unknown' ? component : under(component, windows);
  });
  const state = gravest(components.map((component) => component.state));
  const ends = components.flatMap(({ valid_until }) => valid_until ?? []).toSorted(compareInstants);
  return {
    ...system,
    components,
    state,
    valid_until: state === 'under_maintenance' ? (ends[0] ?? system.valid_until) : system.valid_until,
  };
}

function under(component: ComponentNow, windows: readonly RunningMaintenance[]): ComponentNow {
  const [begun = null] = windows.map(({ window }) => window.from).toSorted(compareInstants);
  const ends = windows.map(({ window }) => window.until).toSorted(compareInstants);
  const holds = [...ends.slice(-1), ...(component.valid_until === null ? [] : [component.valid_until])];
  return {
    ...component,
    state: 'under_maintenance',
    since: begun,
    valid_until: holds.toSorted(compareInstants)[0] ?? null,
  };
}
