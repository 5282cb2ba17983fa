import { z } from 'zod';
import { type Fault, knownOf, wrong } from '../core/fault.ts';
import { identifierSchema } from '../core/identifier.ts';
import { wordsSchema } from '../core/words.ts';
import { INCIDENT_STATUSES } from './incident-status.ts';
import type { System } from './system.ts';

/**
 * A sentence that a message can be made of. `[…]` marks what a person must fill in; the lint refuses it until it
 * is. With `while`, it states a fact, and is offered only while all these checks of the system are up; `failing` while
 * one of them fails; `unknown` while none fails and one is not known to be up, such as one that was never asked.
 * `{last}` in either is when they were all last up, or a place to fill in.
 */
export const sentenceSchema = z.strictObject({
  text: wordsSchema,
  while: z.array(z.string()).min(1).optional(),
  failing: wordsSchema.optional(),
  unknown: wordsSchema.optional(),
  /** Says what people did, which no check sees: offered behind a `[…]`, so that somebody confirms or deletes it. */
  confirm: z.boolean().default(false),
});

const stepSchema = z.strictObject({
  text: wordsSchema,
  /** The role that the runbook gives it to. */
  role: wordsSchema.optional(),
});

/** `content/written/systems/<id>/playbooks/<playbook>.yaml`: what people do when a symptom shows, and what they say. */
export const playbookSchema = z.strictObject({
  id: identifierSchema,
  name: wordsSchema,
  /** The severity an incident of this kind begins with, in the system's own scale. */
  severity: z.string(),
  /** The components that are affected unless somebody says otherwise. */
  components: z.array(z.string()).min(1),
  symptoms: z.array(wordsSchema).min(1),
  /** In the order in which they are done; a phase has its time limit (ISO 8601) where the runbook gives one. */
  phases: z
    .array(
      z.strictObject({
        id: identifierSchema,
        name: wordsSchema,
        from: z.iso.duration().optional(),
        until: z.iso.duration().optional(),
        /** How many people must act together, such as two operators for a freeze. */
        operators: z.int().min(2).optional(),
        steps: z.array(stepSchema).min(1),
        /** What must be true before the phase is over, where the runbook has a checklist of its own for it. */
        checklist: z.array(wordsSchema).default([]),
      }),
    )
    .min(1),
  /** What must be true before it is over. */
  checklist: z.array(wordsSchema).min(1),
  /** The words that are offered for each status of an incident. */
  templates: z.partialRecord(z.enum(INCIDENT_STATUSES), z.array(sentenceSchema).min(1)),
  /** Where the runbook errs or contradicts a principle, what is done instead. */
  remarks: z.array(wordsSchema).default([]),
});
export type Playbook = z.infer<typeof playbookSchema>;
export type TemplateSentence = z.infer<typeof sentenceSchema>;

/** The playbook called `id` of one system: its severity, components and checks are known there. */
export function playbookOf(system: System, id: string): z.ZodType<Playbook> {
  return playbookSchema.superRefine((playbook, context) => {
    const fault: Complain = (path, fault) => context.addIssue(wrong(fault, ...path));
    if (playbook.id !== id) fault(['id'], { code: 'expected.file-name', values: { text: id } });
    const severities = system.severities.map((severity) => severity.id);
    if (!severities.includes(playbook.severity))
      fault(['severity'], { code: 'expected.known-severity', values: { known: knownOf(severities) } });
    const known = system.components.map((one) => one.id);
    for (const [at, component] of playbook.components.entries())
      if (!known.includes(component))
        fault(['components', at], { code: 'expected.known-component', values: { known: knownOf(known) } });
    for (const [status, sentences] of Object.entries(playbook.templates))
      for (const [at, sentence] of sentences.entries())
        checksIn(sentence, system, (path, wrong) => fault(['templates', status, at, ...path], wrong));
  });
}

type Complain = (path: readonly (string | number)[], fault: Fault) => void;

/** Says which checks of a sentence its system does not have, and which of its cases has no words. */
export function checksIn(sentence: TemplateSentence, system: System, fault: Complain): void {
  const checks = system.checks.map((check) => check.id);
  for (const [at, check] of (sentence.while ?? []).entries())
    if (!checks.includes(check))
      fault(['while', at], { code: 'expected.known-check', values: { known: knownOf(checks) } });
  // Not known is neither up nor down: who words one of the two words the other.
  const cases = ['failing', 'unknown'] as const;
  const worded = cases.filter((name) => sentence[name] !== undefined);
  if (sentence.while === undefined) for (const name of worded) fault([name], { code: 'expected.while' });
  else if (worded.length === 1)
    for (const name of cases.filter((one) => !worded.includes(one)))
      fault([name], { code: 'expected.both-cases' });
}
