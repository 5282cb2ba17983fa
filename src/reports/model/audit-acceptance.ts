import { z } from 'zod';

/**
 * `<TERANG_INTERNAL>/tpc/audit.yaml`: findings that the team has looked at and lets stand, each with its reason and its
 * days. It names what is open, and so it lies where only the team sees it; the public is told how many there are.
 */
export const auditAcceptancesSchema = z
  .strictObject({
    accepted: z.array(
      z.strictObject({
        /** The id of the finding, as the internal audit names it. */
        finding: z.string().regex(/^[a-z-]+:\S/, 'expected the id of a finding, such as chain:profiles.role'),
        reason: z.string().trim().min(1, 'expected why it may stand'),
        on: z.iso.date(),
        /** The last day on which it counts as accepted: then it is looked at anew. */
        until: z.iso.date(),
      }),
    ),
  })
  .superRefine(({ accepted }, context) => {
    for (const [index, { finding, on, until }] of accepted.entries()) {
      const fault = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['accepted', index, field], message });
      if (until < on) fault('until', `expected a day on or after ${on}`);
      if (accepted.findIndex((other) => other.finding === finding) !== index)
        fault('finding', 'is there twice');
    }
  });
export type AuditAcceptance = z.infer<typeof auditAcceptancesSchema>['accepted'][number];

/** The acceptances that hold on a day. */
export function acceptedOn(day: string, acceptances: readonly AuditAcceptance[]): AuditAcceptance[] {
  return acceptances.filter(({ on, until }) => on <= day && day <= until);
}
