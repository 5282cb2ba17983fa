import { z } from 'zod';
import { expected } from '../core/fault.ts';
import { identifierSchema } from '../core/identifier.ts';
import { type Seconds, uptimeOf } from '../core/uptime.ts';
import { wordsSchema } from '../core/words.ts';

/** A target for availability, published against what happened. */
export const objectiveSchema = z.strictObject({
  id: identifierSchema,
  name: wordsSchema,
  /** Percent as decimal text, such as "99.9". */
  availability: z.string().regex(/^(100|\d{1,2})(\.\d{1,3})?$/, expected('percentage')),
  days: z.int().min(1).max(365).default(30),
  components: z.array(z.string()).min(1),
});
export type Objective = z.infer<typeof objectiveSchema>;

/** `met` when even the worst reading of the unknown time meets it, `missed` when not even the best does. */
export type ObjectiveVerdict = 'met' | 'missed' | 'not-known';

/** What happened against the target; with unknown time in between neither is claimed. */
export function judgeObjective(objective: Objective, seconds: Seconds): ObjectiveVerdict {
  const uptime = uptimeOf(seconds);
  if (uptime === null) return 'not-known';
  const [whole = '0', fraction = ''] = objective.availability.split('.');
  const target = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0').slice(0, 4));
  if (uptime.worst >= target) return 'met';
  return uptime.best < target ? 'missed' : 'not-known';
}
