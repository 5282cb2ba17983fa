import { z } from 'zod';
import { identifierSchema } from '../core/identifier.ts';
import { wordsSchema } from '../core/words.ts';

/** How soon people promise to act on an incident or an alert of one level; published against what happened. */
export const responseTargetSchema = z.strictObject({
  id: identifierSchema,
  name: wordsSchema,
  /** Of alerts the level; of incidents the severity (`standard` is every incident that is not critical). */
  level: z.enum(['critical', 'high', 'medium', 'standard', 'any']),
  act: z.enum(['acknowledged', 'responded', 'resolved', 'documented']),
  /** An ISO 8601 duration; absent where it is not a matter of time, such as "every incident is documented". */
  within: z.iso.duration().optional(),
});
