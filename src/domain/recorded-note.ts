import { z } from 'zod';
import type { Incident } from './incident.ts';
import { INCIDENT_STATUSES } from './incident-status.ts';
import { durationSchema, isoInstantSchema } from './instant.ts';
import { MAINTENANCE_STATUSES, type Maintenance } from './maintenance.ts';
import { incidentFactsSchema } from './note/facts.ts';
import { CORRECTION, factCorrectionSchema, WITHDRAWN } from './note.ts';
import type { NoteKind } from './note-file.ts';
import { type NotesRecord, updatesOf } from './note-record.ts';
import type { SealedWords } from './record.ts';
import { isRecurrence } from './recurrence.ts';
import { PUBLIC_IMPACTS } from './severity.ts';
import { wordsSchema } from './words.ts';

const text = z.string().min(1);
const instant = isoInstantSchema.nullable().default(null);
const list = text.transform((items) => items.split(', '));
const json = z.string().transform((value, context): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER; // Its words had to go by law, and their hash stands here.
  }
});

const common = <Status extends string>(statuses: readonly Status[]) => ({
  slug: text,
  title: wordsSchema,
  system: text,
  components: list,
  corrections: json.pipe(z.array(factCorrectionSchema)).catch([]),
  late_reason: json.pipe(wordsSchema.nullable()).catch(null),
  withdrawn_by: json.pipe(wordsSchema.nullable()).catch(null),
  updates: z.array(
    z.object({
      number: z.int(),
      status: z.enum([...statuses, CORRECTION, WITHDRAWN]),
      at: instant,
      text: wordsSchema,
    }),
  ),
});

const incidentSchema = z.object({
  ...common(INCIDENT_STATUSES),
  kind: z.literal('incident'),
  severity: text,
  impact: z.enum(PUBLIC_IMPACTS),
  playbook: text.nullable().default(null),
  started: isoInstantSchema,
  resolved: instant,
  next_update_by: instant,
  checklist: json.pipe(incidentFactsSchema.shape.checklist).catch(null),
});

const maintenanceSchema = z.object({
  ...common(MAINTENANCE_STATUSES),
  kind: z.literal('maintenance'),
  starts: isoInstantSchema,
  lasts: durationSchema,
  recurs: text
    .transform((rule) => {
      const [, written = '', zone = ''] = /^(.*) (\S+)$/.exec(rule) ?? [];
      return { rule: written, zone };
    })
    .refine(isRecurrence)
    .nullable()
    .default(null),
  cancelled: list.default([]),
});

/**
 * A note as the record has it: the facts and the updates that were published last, for a copy that can no longer
 * be read. Words that had to go by law stand as their hash; corrections and a checklist that do not fit any more
 * are left out. Null where the record does not make a note either.
 */
export function recordedNote(
  kind: NoteKind,
  slug: string,
  { record, words }: { readonly record: NotesRecord; readonly words: ReadonlyMap<string, SealedWords> },
): Incident | Maintenance | null {
  const facts = record.get(kind)?.get(slug)?.latest;
  if (facts === undefined) return null;
  const told = (value: string | undefined) =>
    value === undefined ? undefined : (words.get(value)?.text ?? value);
  const { corrections, checklist, late_reason, withdrawn_by, ...rest } = facts;
  const recorded = {
    ...rest,
    kind,
    slug,
    title: { en: told(facts['title.en']), id: told(facts['title.id']) },
    corrections: told(corrections),
    checklist: told(checklist),
    late_reason: told(late_reason),
    withdrawn_by: told(withdrawn_by),
    updates: updatesOf(record, kind, slug).map(({ number, row: { latest } }) => ({
      number,
      ...latest,
      text: { en: told(latest.en), id: told(latest.id) },
    })),
  };
  const parsed = (kind === 'incident' ? incidentSchema : maintenanceSchema).safeParse(recorded);
  return parsed.success ? parsed.data : null;
}
