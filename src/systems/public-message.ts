import { z } from 'zod';
import { wrong } from '../core/fault.ts';
import { identifierSchema } from '../core/identifier.ts';
import { wordsSchema } from '../core/words.ts';
import { checksIn, sentenceSchema } from './playbook.ts';
import type { System } from './system.ts';

/** `content/written/systems/<id>/messages.yaml`: what is said in public without an incident note (TPC-20). */
export const publicMessagesSchema = z.strictObject({
  messages: z
    .array(
      z.strictObject({
        id: identifierSchema,
        name: wordsSchema,
        sentences: z.array(sentenceSchema).min(1),
      }),
    )
    .min(1),
});
export type PublicMessages = z.infer<typeof publicMessagesSchema>;

/** The messages of one system: the checks that their sentences rest on are known there. */
export function publicMessagesOf(system: System): z.ZodType<PublicMessages> {
  return publicMessagesSchema.superRefine(({ messages }, context) => {
    for (const [number, { sentences }] of messages.entries())
      for (const [at, sentence] of sentences.entries())
        checksIn(sentence, system, (path, fault) =>
          context.addIssue(wrong(fault, 'messages', number, 'sentences', at, ...path)),
        );
  });
}
