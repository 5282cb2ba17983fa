import type { IsoInstant } from './instant.ts';
import type { FactCorrection, NoteFacts, Words } from './note.ts';

/** Statuspage's words, in the order in which an incident goes through them. */
export const INCIDENT_STATUSES = [
  'investigating',
  'identified',
  'monitoring',
  'resolved',
  'postmortem',
] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** What the public feels of it, from nothing to the gravest. A system maps each of its severities to one. */
export const PUBLIC_IMPACTS = ['none', 'minor', 'major', 'critical'] as const;
export type PublicImpact = (typeof PUBLIC_IMPACTS)[number];

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
export function statusOf({ updates }: Incident): IncidentStatus {
  const stated = updates.flatMap(({ status }) => (status === 'correction' ? [] : [status]));
  return stated.at(-1) ?? 'investigating';
}

/** Whether it still goes on: neither called resolved nor closed by a post-mortem. */
export function isOpen(incident: Incident): boolean {
  const status = statusOf(incident);
  return status !== 'resolved' && status !== 'postmortem';
}
