/**
 * Statuspage's words, in the order in which an incident goes through them, and one of ours: `over` is the end of the
 * disturbance while the checklist that closes a grave incident is still to come (EVT-09).
 */
export const INCIDENT_STATUSES = [
  'investigating',
  'identified',
  'monitoring',
  'over',
  'resolved',
  'postmortem',
] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];
