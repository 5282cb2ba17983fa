import { z } from 'zod';
import { identifierSchema } from '../core/identifier.ts';
import type { Outcome } from '../core/outcome.ts';
import { wordsSchema } from '../core/words.ts';
import { ALERT_LEVELS } from './gauge.ts';

/** A sign that a playbook names, detected by checks: present, absent, or not known. */
export const symptomSchema = z.strictObject({
  id: identifierSchema,
  name: wordsSchema,
  /** The id of the playbook that names it. */
  playbook: z.string().min(1),
  playbook_name: wordsSchema,
  /** Present when any of these fails (or, with `all`, every one of them). */
  checks: z.array(z.string()).min(1),
  when: z.enum(['any', 'all']).default('any'),
  /** The alert level that the runbook gives it. */
  level: z.enum(ALERT_LEVELS).optional(),
});
export type Symptom = z.infer<typeof symptomSchema>;

/** Whether it shows, from the raw outcomes of its checks: a question that could not be asked rules nothing out. */
export function detect(symptom: Symptom, outcomes: readonly Outcome[]): 'present' | 'absent' | 'not-known' {
  if (outcomes.length === 0) return 'not-known';
  const failed = outcomes.filter((outcome) => outcome === 'down' || outcome === 'degraded').length;
  if (symptom.when === 'any' ? failed > 0 : failed === outcomes.length) return 'present';
  if (!outcomes.includes('unknown')) return 'absent';
  const ruledOut = symptom.when === 'all' && outcomes.includes('up');
  return ruledOut ? 'absent' : 'not-known';
}
