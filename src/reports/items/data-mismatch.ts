import { compareInstants, type IsoInstant, toIso } from '../../core/instant.ts';
import { compare } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import type { Metrics } from '../../ledger/metrics.ts';

/** A batch as one of the three tells it: fields as text, null for none, absent for what it does not carry. */
export type ToldBatch = Readonly<Partial<Record<keyof Batch, string | null>>> & { readonly id: string };
export type ToldMetrics = Readonly<Partial<Record<keyof Metrics, string>>>;

/** What each of the three says. They are asked one after the other, so what moves meanwhile must be told apart. */
export interface ThreeAnswers {
  /** Asked before and after the API: what differs between the two moved while we looked. */
  readonly database: {
    readonly before: ToldMetrics;
    readonly after: ToldMetrics;
    readonly batches: readonly ToldBatch[];
    /** The parts summed over the log, as the API sums them; a batch keeps other sums of its own (TPC-08). */
    readonly log?: { readonly before: ToldMetrics; readonly after: ToldMetrics };
  };
  /** The newest batches the API gives, and its totals. */
  readonly api: { readonly metrics: ToldMetrics; readonly batches: readonly ToldBatch[] };
  /** What this site shows, and when it was read. */
  readonly site: {
    readonly metrics: ToldMetrics;
    readonly batches: readonly ToldBatch[];
    readonly observed_at: IsoInstant;
  };
}

export interface FieldComparison {
  /** `metrics.total_revenue`, or `<batch id>.revenue_sum`. */
  readonly subject: string;
  readonly database: string | null;
  readonly api: string | null;
  readonly site: string | null;
  /** `moved`: other values, and later ones, as they must be of what was read at another time. */
  readonly verdict: 'equal' | 'differs' | 'moved' | 'not-available';
}

/** TPC-18 D: what the database says, what the API says and what this site shows, field by field. */
export function compareThree(answers: ThreeAnswers): FieldComparison[] {
  return [...metricFields(answers), ...batchFields(answers)];
}

function metricFields({ database: { before, after, log }, api, site }: ThreeAnswers): FieldComparison[] {
  return (Object.keys(before) as (keyof Metrics)[]).map((field): FieldComparison => {
    const [first, then, said, shown] = [before[field], after[field], api.metrics[field], site.metrics[field]];
    // Like with like: the API against the sum that it gives too, this site against the sum over the batches.
    const [sumFirst, sumThen] = [log?.before[field] ?? first, log?.after[field] ?? then];
    const told = {
      subject: `metrics.${field}`,
      database: then ?? null,
      api: said ?? null,
      site: shown ?? null,
    };
    if (first === undefined || then === undefined || said === undefined || shown === undefined)
      return { ...told, verdict: 'not-available' };
    if (sumFirst === undefined || sumThen === undefined) return { ...told, verdict: 'not-available' };
    const inOrder = compare(shown, first) <= 0 && compare(sumFirst, said) <= 0 && compare(said, sumThen) <= 0;
    const same = compare(shown, then) === 0 && compare(said, sumThen) === 0;
    if (same) return { ...told, verdict: 'equal' };
    // What the API says must lie between the two answers of the database; the site was read before all of them.
    return { ...told, verdict: inOrder ? 'moved' : 'differs' };
  });
}

function batchFields({ database, api, site }: ThreeAnswers): FieldComparison[] {
  const inDatabase = new Map(database.batches.map((batch) => [batch.id, batch]));
  const onSite = new Map(site.batches.map((batch) => [batch.id, batch]));
  const said = new Set(api.batches.map(({ id }) => id));
  const newest = database.batches
    .map(({ created_at }) => created_at ?? '')
    .toSorted(compareInstants)
    .at(-1);
  const compared = api.batches.flatMap((batch) => {
    const stored = inDatabase.get(batch.id);
    const shown = onSite.get(batch.id);
    const madeSince = (instant: string | undefined) =>
      instant !== undefined && compareInstants(batch.created_at ?? instant, instant) > 0;
    if (stored === undefined) return [whole(batch.id, 'api', madeSince(newest) ? 'moved' : 'differs')];
    const missing = shown === undefined && !madeSince(site.observed_at);
    if (missing) return [whole(batch.id, 'database', 'differs')];
    return Object.keys(stored).map((field) => oneField(field as keyof Batch, stored, batch, shown));
  });
  // The API gives its newest: one of the database's newest that it does not give is missing there, the newest of all
  // also where it gives none.
  const window = database.batches
    .toSorted((a, b) => compareInstants(b.created_at ?? '', a.created_at ?? ''))
    .slice(0, Math.max(1, api.batches.length));
  const hidden = window.filter(({ id }) => !said.has(id)).map(({ id }) => whole(id, 'database', 'differs'));
  // What was there when this site read it, and is gone from the database.
  const gone = site.batches.filter(({ id }) => !inDatabase.has(id) && !said.has(id));
  return [
    ...compared,
    ...hidden,
    ...gone.map(({ id }) => ({ ...whole(id, 'database', 'differs'), database: null, site: id })),
  ];
}

/** A batch that is there for one and not for another. */
function whole(id: string, from: 'database' | 'api', verdict: FieldComparison['verdict']): FieldComparison {
  return {
    subject: `${id}.id`,
    database: from === 'database' ? id : null,
    api: from === 'api' ? id : null,
    site: null,
    verdict,
  };
}

function oneField(
  field: keyof Batch,
  stored: ToldBatch,
  said: ToldBatch,
  shown: ToldBatch | undefined,
): FieldComparison {
  const told = {
    subject: `${stored.id}.${field}`,
    database: stored[field] ?? null,
    api: said[field] ?? null,
    site: shown?.[field] ?? null,
  };
  if (said[field] === undefined) return { ...told, verdict: 'not-available' };
  const same = (a: string | null, b: string | null) =>
    a === null || b === null ? a === b : sameValue(field, a, b);
  if (!same(told.database, told.api)) return { ...told, verdict: 'differs' };
  // A batch that was made after this site was read is not on it yet; a proof can be attached since.
  if (shown === undefined) return { ...told, verdict: 'moved' };
  if (same(told.database, told.site)) return { ...told, verdict: 'equal' };
  return { ...told, verdict: field === 'onchain_tx' && told.site === null ? 'moved' : 'differs' };
}

/** How the API's documentation spells an instant: the microseconds are cut off. */
const MILLISECONDS = /\.\d{3}Z$/;

function sameValue(field: keyof Batch, a: string, b: string): boolean {
  switch (field) {
    case 'created_at':
    case 'period_start':
    case 'period_end':
      return compareInstants(a, b) === 0 || (MILLISECONDS.test(b) && toIso(a).startsWith(b.slice(0, -1)));
    case 'tx_count':
    case 'revenue_sum':
    case 'referral_sum':
    case 'treasury_sum':
    case 'buyback_sum':
      return compare(a, b) === 0;
    default:
      return a === b;
  }
}
