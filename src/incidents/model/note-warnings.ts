import { addDuration, compareInstants, durationSeconds, type IsoInstant } from '../../core/instant.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Severity } from '../../systems/severity.ts';
import { awaitsChecklist, type Incident, isOpen } from './incident.ts';
import { isWithdrawn } from './note.ts';

/** Where our words and our data disagree, or our words are late. Shown to the public, never a refusal. */
export const NOTE_WARNINGS = [
  'update-overdue',
  'silent-too-long',
  'open-too-long',
  'resolved-while-failing',
  'checklist-overdue',
] as const;
export type NoteWarningCode = (typeof NOTE_WARNINGS)[number];

export interface NoteWarning {
  readonly code: NoteWarningCode;
  /** Since when it is so: the time that was promised and has passed, or the time the checks began to fail. */
  readonly since: IsoInstant;
  /** The checks that contradict the note; empty where only the clock does. */
  readonly checks: readonly string[];
}

/** A check as it stands at the same `now`, with the component that it is a question about. */
export interface CheckNow {
  readonly id: string;
  readonly component: string;
  readonly outcome: Outcome;
  /** The first of the answers in a row that say so; null while it was never asked. */
  readonly since: IsoInstant | null;
  /** Whether that outcome began then, or can be older. */
  readonly begun: boolean;
  /** The last answer that said otherwise; null where none is read. */
  readonly not_before: IsoInstant | null;
}

/** Failing checks of a component of which no open incident speaks. */
export interface Silence {
  readonly component: string;
  readonly checks: readonly string[];
  /** Since when the first of them is known to fail, and whether it began then or can be older. */
  readonly since: IsoInstant | null;
  readonly begun: boolean;
}

/**
 * What the site says beside an incident at `now`, in the order of the codes. `severity` is null when the
 * system's scale does not know it any more; `checks` are those of the incident's system. A check that could
 * not be asked contradicts nobody.
 */
export function incidentWarnings(
  incident: Incident,
  severity: Severity | null,
  checks: readonly CheckNow[],
  now: IsoInstant,
): NoteWarning[] {
  if (isWithdrawn(incident)) return [];
  if (!isOpen(incident))
    return [...stillFailing(incident, checks), ...lateChecklist(incident, severity, now)];
  const { started, next_update_by, updates } = incident;
  const told = updates.findLast(({ at }) => at !== null)?.at ?? started;
  const limits = [
    ['update-overdue', next_update_by],
    ['silent-too-long', limit(told, severity?.update_every)],
    ['open-too-long', limit(started, severity?.open_at_most)],
  ] as const;
  return limits.flatMap(([code, by]) =>
    by !== null && compareInstants(by, now) < 0 ? [{ code, since: by, checks: [] }] : [],
  );
}

/** The components whose checks are down while no open incident names them, in the order of the checks. */
export function silences(incidents: readonly Incident[], checks: readonly CheckNow[]): Silence[] {
  const spoken = new Set(incidents.filter(isOpen).flatMap(({ components }) => components));
  const failing = checks.filter(({ outcome, component }) => outcome === 'down' && !spoken.has(component));
  return [...Map.groupBy(failing, ({ component }) => component)].map(([component, list]) => ({
    component,
    checks: list.map(({ id }) => id),
    since: list.flatMap(({ since }) => since ?? []).toSorted(compareInstants)[0] ?? null,
    begun: list.every(({ begun }) => begun),
  }));
}

function stillFailing({ components, resolved }: Incident, checks: readonly CheckNow[]): NoteWarning[] {
  if (resolved === null) return [];
  // A failure that began after it was over is another incident's, so only one that never ended contradicts.
  const failing = checks.filter(
    ({ component, outcome, since, begun, not_before }) =>
      outcome === 'down' &&
      components.includes(component) &&
      ((since !== null && compareInstants(since, resolved) <= 0) || (!begun && not_before === null)),
  );
  if (failing.length === 0) return [];
  return [{ code: 'resolved-while-failing', since: resolved, checks: failing.map(({ id }) => id) }];
}

/** When the checklist of an incident that is over and not closed is due; null where none is awaited. */
export function checklistDue(incident: Incident, severity: Severity | null): IsoInstant | null {
  if (!awaitsChecklist(incident) || incident.resolved === null) return null;
  return limit(incident.resolved, severity?.checklist_within);
}

function lateChecklist(incident: Incident, severity: Severity | null, now: IsoInstant): NoteWarning[] {
  const due = checklistDue(incident, severity);
  return due !== null && compareInstants(due, now) < 0
    ? [{ code: 'checklist-overdue', since: due, checks: [] }]
    : [];
}

function limit(from: IsoInstant, duration: string | undefined): IsoInstant | null {
  return duration === undefined ? null : addDuration(from, `PT${durationSeconds(duration)}S`);
}
