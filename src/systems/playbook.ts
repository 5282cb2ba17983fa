import { z } from 'zod';
import { wordsSchema } from '../core/words.ts';
import { INCIDENT_STATUSES } from './incident-status.ts';
import type { System } from './system.ts';

const identifier = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens');

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
  id: identifier,
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
        id: identifier,
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
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const known = (name: string, names: readonly string[], path: (string | number)[], noun: string) => {
      if (!names.includes(name))
        fault(path, `expected a ${noun} of this system: ${names.join(', ') || 'there is none'}`);
    };
    if (playbook.id !== id) fault(['id'], `expected "${id}", the name of its file`);
    const severities = system.severities.map((severity) => severity.id);
    known(playbook.severity, severities, ['severity'], 'severity');
    for (const [at, component] of playbook.components.entries()) {
      const components = system.components.map((one) => one.id);
      known(component, components, ['components', at], 'component');
    }
    for (const [status, sentences] of Object.entries(playbook.templates))
      for (const [at, sentence] of sentences.entries())
        checksIn(sentence, system, (path, message) => fault(['templates', status, at, ...path], message));
  });
}

/** Says which checks of a sentence its system does not have, and which of its cases has no words. */
export function checksIn(
  sentence: TemplateSentence,
  system: System,
  fault: (path: (string | number)[], message: string) => void,
): void {
  const checks = system.checks.map((check) => check.id);
  for (const [at, check] of (sentence.while ?? []).entries())
    if (!checks.includes(check))
      fault(['while', at], `expected a check of this system: ${checks.join(', ') || 'there is none'}`);
  // Not known is neither up nor down: who words one of the two words the other.
  const cases = ['failing', 'unknown'] as const;
  const worded = cases.filter((name) => sentence[name] !== undefined);
  if (sentence.while === undefined)
    for (const name of worded)
      fault([name], 'expected only beside "while", which names the checks it rests on');
  else if (worded.length === 1)
    for (const name of cases.filter((one) => !worded.includes(one)))
      fault([name], 'expected words for this case too: not known is neither up nor down');
}
