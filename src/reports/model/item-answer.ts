import type { Evidence, EvidenceTerm, ItemAnswer, ItemReason } from './report.ts';

/** How many ids of what offends are kept as evidence. */
const MOST_OFFENDERS = 20;

type Terms = Readonly<Partial<Record<EvidenceTerm, string | null | undefined>>>;

/** Evidence in the order of its terms; what is absent is left out. */
export function evidenceOf(terms: Terms): Evidence {
  return Object.entries(terms).flatMap(([term, value]) =>
    value === null || value === undefined ? [] : [{ term: term as EvidenceTerm, value }],
  );
}

export function passed(terms: Terms = {}): ItemAnswer {
  return { result: 'passed', evidence: evidenceOf(terms) };
}

export function failed(reason: ItemReason, terms: Terms = {}, offenders: readonly string[] = []): ItemAnswer {
  return {
    result: 'failed',
    reason,
    evidence: evidenceOf(terms),
    ...(offenders.length === 0 ? {} : { offenders: offenders.slice(0, MOST_OFFENDERS) }),
  };
}

export function notKnown(reason: ItemReason, terms: Terms = {}): ItemAnswer {
  return { result: 'not-known', reason, evidence: evidenceOf(terms) };
}
