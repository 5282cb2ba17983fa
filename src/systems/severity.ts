import { z } from 'zod';
import { expected } from '../core/fault.ts';
import { wordsSchema } from '../core/words.ts';

/** What the public feels of it, from nothing to the gravest. A system maps each of its severities to one. */
export const PUBLIC_IMPACTS = ['none', 'minor', 'major', 'critical'] as const;
export type PublicImpact = (typeof PUBLIC_IMPACTS)[number];

/** One step of a system's own scale, and what the public feels of it. */
export const severitySchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, expected('letters')),
  name: wordsSchema,
  impact: z.enum(PUBLIC_IMPACTS),
  /** True where an incident can not be called resolved without its post-incident checklist (EVT-09). */
  needs_checklist: z.boolean().default(false),
  /** How long after it is over the checklist may follow, before the site says that it is late (ISO 8601). */
  checklist_within: z.iso.duration().default('P3D'),
  /** How long one may be open, and silent, before the site says so (ISO 8601). */
  open_at_most: z.iso.duration().optional(),
  update_every: z.iso.duration().optional(),
});
export type Severity = z.infer<typeof severitySchema>;
