import { z } from 'zod';
import { durationSchema } from '../instant.ts';
import { recurring } from '../recurrence.ts';
import { writtenTimeSchema } from './written-time.ts';

const text = z.string().trim().min(1);
const words = z.strictObject({ en: text, id: text });

const common = {
  title: words,
  system: text,
  components: z.array(text).min(1),
  corrections: z
    .array(z.strictObject({ at: writtenTimeSchema, field: text, was: z.string(), reason: words }))
    .default([]),
};

/** The front matter of an incident. Whether its system, components and severity exist is for the lint to say. */
export const incidentFactsSchema = z.strictObject({
  ...common,
  severity: text,
  playbook: text.nullable().default(null),
  started: writtenTimeSchema,
  resolved: writtenTimeSchema.nullable().default(null),
  next_update_by: writtenTimeSchema.nullable().default(null),
  /** EVT-09. */
  checklist: z
    .strictObject({
      summary: words,
      impact: words,
      time_to_recover: durationSchema,
      changes: z.array(z.strictObject({ what: words, evidence: text })).min(1),
      health_revalidated: writtenTimeSchema,
      rls_revalidated: writtenTimeSchema,
      documents_updated: z.array(text).min(1),
    })
    .nullable()
    .default(null),
});
export type IncidentFacts = z.infer<typeof incidentFactsSchema>;

const FREQUENT = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[-+A-Z0-9,]+)*$/;

/** The front matter of a maintenance: one window, or with `recurs` one that comes back. */
export const maintenanceFactsSchema = z.strictObject({
  ...common,
  starts: writtenTimeSchema,
  lasts: durationSchema,
  recurs: z
    .strictObject({ rule: text, zone: text })
    .superRefine(({ rule, zone }, context) => {
      const fault = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (!isZone(zone)) fault('zone', `"${zone}" is not a time zone that is known: write Asia/Jakarta`);
      else if (!isRule(rule, zone))
        fault('rule', `"${rule}" is not a rule that can be read: write FREQ=WEEKLY;BYDAY=SU`);
    })
    .nullable()
    .default(null),
  cancelled: z.array(writtenTimeSchema).default([]),
});
export type MaintenanceFacts = z.infer<typeof maintenanceFactsSchema>;

function isZone(zone: string): boolean {
  if (zone !== 'UTC' && !zone.includes('/')) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // Only an unknown zone is thrown here.
  }
}

function isRule(rule: string, zone: string): boolean {
  if (!FREQUENT.test(rule)) return false;
  const [starts, to] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'];
  try {
    recurring({ rule, zone, starts, from: starts, to });
    return true;
  } catch {
    return false; // The zone is known by now: it was the rule.
  }
}
