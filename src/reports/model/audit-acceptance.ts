import { z } from 'zod';
import { expected, type Fault, wrong } from '../../core/fault.ts';

/**
 * `<TERANG_INTERNAL>/tpc/audit.yaml`: findings that the team has looked at and lets stand, each with its reason and its
 * days. It names what is open, and so it lies where only the team sees it; the public is told how many there are.
 */
export const auditAcceptancesSchema = z
  .strictObject({
    accepted: z.array(
      z.strictObject({
        /** The id of the finding, as the internal audit names it. */
        finding: z.string().regex(/^[a-z-]+:\S/, expected('finding')),
        reason: z.string().trim().min(1, expected('accepted-why')),
        on: z.iso.date(),
        /** The last day on which it counts as accepted: then it is looked at anew. */
        until: z.iso.date(),
      }),
    ),
  })
  .superRefine(({ accepted }, context) => {
    for (const [index, { finding, on, until }] of accepted.entries()) {
      const fault = (field: string, fault: Fault) => context.addIssue(wrong(fault, 'accepted', index, field));
      if (until < on) fault('until', { code: 'expected.day-from', values: { day: on } });
      if (accepted.findIndex((other) => other.finding === finding) !== index)
        fault('finding', { code: 'expected.twice', values: { text: finding } });
    }
  });
export type AuditAcceptance = z.infer<typeof auditAcceptancesSchema>['accepted'][number];

/** The acceptances that hold on a day. */
export function acceptedOn(day: string, acceptances: readonly AuditAcceptance[]): AuditAcceptance[] {
  return acceptances.filter(({ on, until }) => on <= day && day <= until);
}
