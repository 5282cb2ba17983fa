import { z } from 'zod';
import { wrong } from '../../core/fault.ts';
import { durationSchema, isoInstantSchema } from '../../core/instant.ts';
import { isRecurrence } from '../../core/recurrence.ts';
import { wordsSchema } from '../../core/words.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { INCIDENT_STATUSES } from '../../systems/incident-status.ts';
import { PUBLIC_IMPACTS } from '../../systems/severity.ts';
import { incidentFactsSchema } from '../note/facts.ts';
import type { Incident } from './incident.ts';
import { MAINTENANCE_STATUSES, type Maintenance } from './maintenance.ts';
import { CORRECTION, factCorrectionSchema, WITHDRAWN } from './note.ts';
import type { NoteKind } from './note-file.ts';
import { type NotesRecord, updatesOf } from './note-record.ts';

const text = z.string().min(1);
const instant = isoInstantSchema.nullable().default(null);
const list = text.transform((items) => items.split(', '));
const json = z.string().transform((value, context): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    context.addIssue(wrong({ code: 'expected.json' }));
    return z.NEVER; // Its words had to go by law, and their hash stands here.
  }
});

/** The facts that are kept as JSON of people's words. */
const worded = {
  corrections: json.pipe(z.array(factCorrectionSchema)),
  late_reason: json.pipe(wordsSchema),
  withdrawn_by: json.pipe(wordsSchema),
  checklist: json.pipe(incidentFactsSchema.shape.checklist.unwrap().unwrap()),
};
export type WordedFact = keyof typeof worded;
const WORDED = Object.keys(worded) as WordedFact[];

const common = <Status extends string>(statuses: readonly Status[]) => ({
  slug: text,
  title: wordsSchema,
  system: text,
  components: list,
  corrections: worded.corrections.default([]),
  late_reason: worded.late_reason.nullable().default(null),
  withdrawn_by: worded.withdrawn_by.nullable().default(null),
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
  checklist: worded.checklist.nullable().default(null),
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

/** A note as the record has it, and which of its facts can not be read there either, and so are left out. */
interface RecordedNote {
  readonly note: Incident | Maintenance;
  readonly left_out: readonly WordedFact[];
}

/**
 * A note as the record has it: the facts and the updates that were published last, for a copy that can no longer
 * be read. Words that had to go by law stand as their hash; corrections, a checklist and the like, which are no words
 * without them, are left out and named. Null where the record does not make a note either.
 */
export function recordedNote(
  kind: NoteKind,
  slug: string,
  { record, words }: { readonly record: NotesRecord; readonly words: ReadonlyMap<string, SealedWords> },
): RecordedNote | null {
  const facts = record.get(kind)?.get(slug)?.latest;
  if (facts === undefined) return null;
  const told = (value: string | undefined) =>
    value === undefined ? undefined : (words.get(value)?.text ?? value);
  const stated = WORDED.flatMap((field) => {
    const value = told(facts[field]);
    return value === undefined ? [] : [{ field, value, fits: worded[field].safeParse(value).success }];
  });
  const recorded = {
    ...Object.fromEntries(Object.entries(facts).filter(([field]) => !WORDED.some((one) => one === field))),
    ...Object.fromEntries(stated.flatMap(({ field, value, fits }) => (fits ? [[field, value]] : []))),
    kind,
    slug,
    title: { en: told(facts['title.en']), id: told(facts['title.id']) },
    updates: updatesOf(record, kind, slug).map(({ number, row: { latest } }) => ({
      number,
      ...latest,
      text: { en: told(latest.en), id: told(latest.id) },
    })),
  };
  const parsed = (kind === 'incident' ? incidentSchema : maintenanceSchema).safeParse(recorded);
  if (!parsed.success) return null;
  return { note: parsed.data, left_out: stated.flatMap(({ field, fits }) => (fits ? [] : [field])) };
}
