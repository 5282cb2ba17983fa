import { z } from 'zod';
import { LOG_FAULTS } from '../../log/refusal.ts';

/** What was done to a copy of the log; the first is nothing. */
export const REWRITES = ['none', 'resigned', 'cut', 'unsigned', 'stranger'] as const;
export type Rewrite = (typeof REWRITES)[number];

/** Who looked at each copy, all but `fsck` having seen the honest log before. */
export const VERIFIERS = ['fsck', 'witness', 'mirror', 'browser'] as const;
export type Verifier = (typeof VERIFIERS)[number];

/** What a verifier that looked found: the course of the log since it was seen last, or what it is refused for. */
export const SAID = [
  ...LOG_FAULTS,
  'whole',
  'first',
  'same',
  'grown',
  'fork',
  'rollback',
  'strange',
  'untold',
] as const;
export type Said = (typeof SAID)[number];

const FINE = ['whole', 'first', 'same', 'grown'] as const satisfies readonly Said[];
export const isFine = (said: Said): said is (typeof FINE)[number] => (FINE as readonly Said[]).includes(said);

const answerSchema = z.strictObject({
  /** `yes`: it found nothing wrong. `untold`: it could not tell, and neither kept nor cosigned anything. */
  says: z.enum(['yes', 'no', 'untold']),
  code: z.enum(SAID),
});
export type Answer = z.infer<typeof answerSchema>;

/** A log that was forked on purpose, and what each verifier really said of each copy. */
export const drillSchema = z.strictObject({
  held: z.iso.datetime(),
  entries: z.int(),
  /** The entry that was rewritten. */
  index: z.int(),
  kind: z.string(),
  id: z.string(),
  answers: z.record(z.enum(REWRITES), z.record(z.enum(VERIFIERS), answerSchema)),
});
export type Drill = z.infer<typeof drillSchema>;

/** Where the demo leaves it below its content root: beside what is written and generated, since it is neither. */
export const DRILL_FILE = 'demo/drill.json';
