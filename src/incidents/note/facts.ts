import { z } from 'zod';
import { type Fault, wrong } from '../../core/fault.ts';
import { addDuration, compareInstants, durationSchema, type IsoInstant } from '../../core/instant.ts';
import { firstOf, isFirstOfItsName, isRecurrence, recurring } from '../../core/recurrence.ts';
import { writtenTimeSchema } from '../../core/written-time.ts';
import { isZone } from '../../core/zone.ts';

const text = z.string().trim().min(1);
const words = z.strictObject({ en: text, id: text });
/** A name that is never shown: a long dash in it is a hyphen that a word processor changed. */
const name = text.transform((written) => written.replace(/[\u2010-\u2015\u2212]/gu, '-'));
/** A text alone stays readable, since some were published so; that it is a link is for the lint to demand. */
const named = z.union([text, words]);

const common = {
  title: words,
  system: name,
  components: z.array(name).min(1),
  corrections: z
    .array(z.strictObject({ at: writtenTimeSchema, field: text, was: z.string(), reason: words }))
    .default([]),
  late_reason: words.nullable().default(null),
  withdrawn_by: words.nullable().default(null),
};

/** The front matter of an incident. Whether its system, components and severity exist is for the lint to say. */
export const incidentFactsSchema = z.strictObject({
  ...common,
  severity: name,
  playbook: name.nullable().default(null),
  started: writtenTimeSchema,
  resolved: writtenTimeSchema.nullable().default(null),
  next_update_by: writtenTimeSchema.nullable().default(null),
  /** EVT-09. */
  checklist: z
    .strictObject({
      summary: words,
      impact: words,
      time_to_recover: durationSchema,
      changes: z.array(z.strictObject({ what: words, evidence: named })).min(1),
      health_revalidated: writtenTimeSchema,
      rls_revalidated: writtenTimeSchema,
      documents_updated: z.array(named).min(1),
    })
    .nullable()
    .default(null),
});
export type IncidentFacts = z.infer<typeof incidentFactsSchema>;

const recursSchema = z.strictObject({
  rule: text,
  zone: text.superRefine((zone, context) => {
    if (!isPlace(zone)) context.addIssue(wrong({ code: 'recurs.zone', values: { zone } }));
  }),
});
const window = {
  starts: writtenTimeSchema,
  lasts: durationSchema,
  recurs: recursSchema
    .superRefine(
      ({ rule, zone }, context) => {
        const fault = ruleFault(rule, isPlace(zone) ? zone : 'UTC');
        if (fault !== null) context.addIssue(wrong({ code: fault, values: { rule } }, 'rule'));
      },
      // Also where the zone is wrong: the rule is judged by itself.
      { when: ({ value }) => recursSchema.shape.rule.safeParse((value as Partial<Recurs>).rule).success },
    )
    .nullable()
    .default(null),
};

/** The front matter of a maintenance: one window, or with `recurs` one that comes back, at most once a day. */
export const maintenanceFactsSchema = z
  .strictObject({ ...common, ...window, cancelled: z.array(writtenTimeSchema).default([]) })
  .superRefine(
    ({ starts, lasts, recurs }, context) => {
      const fault = recurs === null ? null : startFault(recurs, starts);
      if (fault !== null) context.addIssue(wrong(fault, 'starts'));
      if (recurs !== null && overlaps(recurs, starts, lasts))
        context.addIssue(wrong({ code: 'recurs.overlap', values: { lasts } }, 'lasts'));
    },
    { when: ({ value }) => z.object(window).safeParse(value).success },
  );
export type MaintenanceFacts = z.infer<typeof maintenanceFactsSchema>;

/** Short names such as `EST` are several zones to several people: only `UTC` and a region with its place are one. */
function isPlace(zone: string): boolean {
  return (zone === 'UTC' || zone.includes('/')) && isZone(zone);
}

const READABLE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[-+A-Z0-9,]+)*$/;
const OFTEN = /^FREQ=(HOURLY|MINUTELY|SECONDLY)\b/;
const HOURS = /\bBY(HOUR|MINUTE|SECOND)=/;

interface Recurs {
  readonly rule: string;
  readonly zone: string;
}

/** Why a rule can not be taken; null when it can. */
function ruleFault(rule: string, zone: string) {
  if (OFTEN.test(rule)) return 'recurs.often';
  if (HOURS.test(rule)) return 'recurs.hours';
  return READABLE.test(rule) && isRecurrence({ rule, zone }) ? null : 'recurs.unreadable';
}

/** Why no window of a rule begins at its start; null when one does. */
function startFault({ rule, zone }: Recurs, starts: IsoInstant): Fault | null {
  const first = firstOf({ rule, zone, starts });
  const spoken = (instant: IsoInstant) => `${instant.slice(0, 16).replace('T', ' ')} Z`;
  if (first === null) return { code: 'recurs.no-window', values: { starts: spoken(starts) } };
  if (compareInstants(first, starts) !== 0)
    return { code: 'recurs.not-a-start', values: { starts: spoken(starts), first: spoken(first) } };
  return isFirstOfItsName(starts, zone)
    ? null
    : { code: 'recurs.second-of-two', values: { starts: spoken(starts), zone } };
}

/** Whether a window has not ended when the next begins, in two years. */
function overlaps({ rule, zone }: Recurs, starts: IsoInstant, lasts: string): boolean {
  const begins = recurring({ rule, zone, starts, from: starts, to: addDuration(starts, 'PT17544H') });
  return begins.some((begin, index) => {
    const next = begins[index + 1];
    return next !== undefined && compareInstants(addDuration(begin, lasts), next) > 0;
  });
}
