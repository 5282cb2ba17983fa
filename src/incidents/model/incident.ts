import type { IsoInstant } from '../../core/instant.ts';
import type { IncidentStatus } from '../../systems/incident-status.ts';
import type { PublicImpact } from '../../systems/severity.ts';
import {
  CORRECTION,
  type FactCorrection,
  isWithdrawn,
  type NoteFacts,
  WITHDRAWN,
  type Words,
} from './note.ts';

/** In both languages; or a text as it stands, which is the same in both, such as a link. */
export type Named = Words | string;

/** EVT-09: what must be filled in before a grave incident can be called resolved. */
export interface PostIncidentChecklist {
  readonly summary: Words;
  readonly impact: Words;
  /** An ISO 8601 duration. */
  readonly time_to_recover: string;
  readonly changes: readonly { readonly what: Words; readonly evidence: Named }[];
  /** When health and row-level security were verified anew. */
  readonly health_revalidated: IsoInstant;
  readonly rls_revalidated: IsoInstant;
  readonly documents_updated: readonly Named[];
}

/** One incident note: `content/written/incidents/<date>-<slug>.md`. Its facts stand once, its words twice. */
export interface Incident extends NoteFacts<IncidentStatus> {
  readonly kind: 'incident';
  /** In the system's own scale, such as `critical` or `P0`. */
  readonly severity: string;
  readonly impact: PublicImpact;
  readonly playbook: string | null;
  readonly started: IsoInstant;
  readonly resolved: IsoInstant | null;
  readonly next_update_by: IsoInstant | null;
  readonly corrections: readonly FactCorrection[];
  readonly checklist: PostIncidentChecklist | null;
}

/** The status that its newest update states (a correction states none); `investigating` before the first. */
export function statusOf(incident: Incident): IncidentStatus | typeof WITHDRAWN {
  if (isWithdrawn(incident)) return WITHDRAWN;
  const stated = incident.updates.flatMap(({ status }) =>
    status === CORRECTION || status === WITHDRAWN ? [] : [status],
  );
  return stated.at(-1) ?? 'investigating';
}

/** Whether the disturbance still goes on: neither called over nor resolved, nor withdrawn, nor with a post-mortem. */
export function isOpen(incident: Incident): boolean {
  const status = statusOf(incident);
  switch (status) {
    case 'investigating':
    case 'identified':
    case 'monitoring':
      return true;
    case 'over':
    case 'resolved':
    case 'postmortem':
    case WITHDRAWN:
      return false;
    default:
      return status satisfies never;
  }
}

/** Whether it is over and not closed: the checklist of a grave incident is still to come (EVT-09). */
export function awaitsChecklist(incident: Incident): boolean {
  return statusOf(incident) === 'over';
}

/** Those that happened: what was withdrawn was published by mistake, and counts in no figure. */
export function standing<Published extends { readonly note: Incident }>(
  incidents: readonly Published[],
): Published[] {
  return incidents.filter(({ note }) => !isWithdrawn(note));
}
