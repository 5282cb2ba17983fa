import { z } from 'zod';
import { isoInstantSchema } from '../../core/instant.ts';
import { monthSchema } from '../../core/month.ts';
import type { Late } from '../../log/late.ts';
import type { AuditAcceptance } from './audit-acceptance.ts';

/** What TPC-16 looks at. The first two concern the database, which only the team may see into (TPC-21). */
export const AUDIT_AREAS = ['access', 'functions', 'api', 'hashes', 'wallets'] as const;
export type AuditArea = (typeof AUDIT_AREAS)[number];
export const INTERNAL_AREAS: readonly AuditArea[] = ['access', 'functions'];

export const SEVERITIES = ['high', 'medium', 'low'] as const;

/** Why something of an area is not known: nothing answered, nothing was there, what was seen does not tell, or a hash has no known form. */
export const AUDIT_GAPS = ['not-asked', 'no-rows', 'not-told', 'not-recomputable'] as const;
export type AuditGap = (typeof AUDIT_GAPS)[number];

/** One thing that is not as it must be; the same thing has the same id in every month. */
export interface AuditFinding {
  /** `policy-wildcard:tpc_distribution_batches`. */
  readonly id: string;
  readonly area: AuditArea;
  readonly severity: (typeof SEVERITIES)[number];
  /** For the team: what was seen. */
  readonly detail: string;
  /** That it may stand, why and until when. */
  readonly accepted?: AuditAcceptance;
}

/** What an area came to; one that could not be asked is not known, and never passed. */
export interface AreaResult {
  readonly area: AuditArea;
  readonly result: 'passed' | 'failed' | 'not-known';
  /** For the team: why it, or a part of it, is not known; null where all of it is. */
  readonly reason: string | null;
  /** The same for everyone. With findings in the other parts, an area of which a part is not known failed. */
  readonly gap: AuditGap | null;
  /** How many things were looked at. */
  readonly checked: number;
  readonly findings: readonly AuditFinding[];
}

const standing = z.enum(['new', 'open', 'closed', 'not-known']);

/**
 * What the public learns of a month's audit. Of the database it is how many findings there are and how they stand:
 * which table is open would tell whom it is open to (TPC-21). `ref` is the id where anyone can see the same; else it
 * is a keyed hash of it, so that months can be compared, or absent where no key was set.
 */
export const publicAuditSchema = z.strictObject({
  format: z.literal('terang/audit/1'),
  month: monthSchema,
  demo: z.boolean(),
  audited_at: isoInstantSchema,
  /** The month before with which findings were compared; null for the first audit. */
  compared_with: monthSchema.nullable(),
  areas: z.array(
    z.strictObject({
      area: z.enum(AUDIT_AREAS),
      result: z.enum(['passed', 'failed', 'not-known']),
      checked: z.int().nonnegative(),
      findings: z.int().nonnegative(),
      gap: z.enum(AUDIT_GAPS).optional(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      ref: z.string().optional(),
      area: z.enum(AUDIT_AREAS),
      severity: z.enum(SEVERITIES),
      standing,
      /** The team lets it stand, with a reason and until a day. */
      accepted: z.literal(true).optional(),
    }),
  ),
});
/** `late`: that the log has it later than it says that it was made; of audits that are read beside their log, for pages. */
export type PublicAudit = z.infer<typeof publicAuditSchema> & { readonly late?: Late };
type PublicFinding = PublicAudit['findings'][number];

export interface AuditFacts {
  readonly month: string;
  readonly demo: boolean;
  readonly audited_at: string;
  readonly areas: readonly AreaResult[];
  /** The public part of the audit before; null for the first. */
  readonly before: PublicAudit | null;
  /** What the public is told in place of an id; null: nothing. */
  readonly refOf: (finding: AuditFinding) => string | null;
}

/** The public part of an audit: what is new, still open, and closed since the one before. */
export function publicAudit({ month, demo, audited_at, areas, before, refOf }: AuditFacts): PublicAudit {
  const known = new Map(
    (before?.findings ?? [])
      .filter(isOpen)
      .flatMap((one) => (one.ref === undefined ? [] : [[one.ref, one] as const])),
  );
  const now = new Set<string>();
  const findings = areas.flatMap((area) =>
    area.findings.map((finding): PublicFinding => {
      const ref = refOf(finding);
      if (ref !== null) now.add(ref);
      const stands = ref === null ? 'not-known' : known.has(ref) ? 'open' : 'new';
      return {
        ...(ref === null ? {} : { ref }),
        area: finding.area,
        severity: finding.severity,
        standing: stands,
        ...(finding.accepted === undefined ? {} : { accepted: true }),
      };
    }),
  );
  const gone = [...known]
    .filter(([ref]) => !now.has(ref))
    .map(([, { accepted: _, ...one }]): PublicFinding => {
      // What could not be asked this time is not closed by that.
      const asked = areas.some(({ area, gap }) => area === one.area && gap === null);
      return { ...one, standing: asked ? 'closed' : 'not-known' };
    });
  return {
    format: 'terang/audit/1',
    month,
    demo,
    audited_at,
    compared_with: before?.month ?? null,
    areas: areas.map(({ area, result, checked, gap, findings: own }) => ({
      area,
      result,
      checked,
      findings: own.length,
      ...(gap === null ? {} : { gap }),
    })),
    findings: [...findings, ...gone],
  };
}

function isOpen({ standing: stands }: PublicFinding): boolean {
  return stands !== 'closed';
}

/** What somebody has to see to: it is not closed, and nobody let it stand. */
export function needsWork({ standing: stands, accepted }: PublicFinding): boolean {
  return stands !== 'closed' && accepted !== true;
}

/** An area that was asked. "All of none" is no pass. */
export function areaOf(area: AuditArea, checked: number, findings: readonly AuditFinding[]): AreaResult {
  if (checked === 0 && findings.length === 0)
    return notKnown(area, 'there was nothing to look at', 'no-rows');
  const result = findings.length === 0 ? 'passed' : 'failed';
  return { area, result, reason: null, gap: null, checked, findings };
}

/** An area of which a part is not known: what was found stands, and without a finding it is not known. */
export function partOf(area: AreaResult, reason: string, gap: AuditGap = 'no-rows'): AreaResult {
  const result = area.findings.length === 0 ? 'not-known' : 'failed';
  return { ...area, result, reason, gap };
}

export function notKnown(area: AuditArea, reason: string, gap: AuditGap = 'not-asked'): AreaResult {
  return { area, result: 'not-known', reason, gap, checked: 0, findings: [] };
}
