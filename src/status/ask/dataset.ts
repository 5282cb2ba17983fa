import { compareInstants, type Instant } from '../../core/instant.ts';
import { batchSchema, isLeftover } from '../../ledger/batch.ts';
import { flagsAsked } from '../../ledger/flags-asked.ts';
import type { CheckOf } from '../../systems/check/check.ts';
import type { Sample } from '../sample.ts';
import { type Answer, notAsked } from './answer.ts';
import type { AskContext } from './context.ts';
import { judged, judgedAge } from './measure.ts';

/** Looks at this site's own snapshot of the system. Without one, or with one too old to vouch, nothing is known. */
export async function dataset(check: CheckOf<'dataset'>, context: AskContext): Promise<Answer> {
  const { published, now } = context;
  const state = await published.state(check.dataset);
  if (state === null || state.state === 'absent' || state.valid_until === null) throw notAsked('absent');
  if (check.ask === 'current') {
    if (state.state === 'stale') return { sample: { outcome: 'down', reason: 'not-current' } };
    if (compareInstants(now(), state.valid_until) >= 0) throw notAsked('overdue');
    return { sample: { outcome: 'up' } };
  }
  if (compareInstants(now(), state.valid_until) >= 0) throw notAsked('overdue');
  if (check.ask === 'age') {
    // Older data says nothing of what came since.
    if (state.state === 'stale') throw notAsked('not-current');
    const newest = (await published.rows(check.dataset)).filter(isSomething).map(timeOf).reduce(later, null);
    if (newest === null) throw notAsked('absent', 'its rows have no time of their own');
    return { sample: judgedAge(newest, check.gauge, { now: now(), unit: 'h' }) };
  }
  const mayBeEmpty = context.system.transparency?.datasets[check.dataset]?.may_be_empty === true;
  const { subjects, mostGone, gap } = flagsAsked(state, check.ask.without, mayBeEmpty);
  // A set of which most is gone is not unchanged, however many rows bear a flag.
  if (mostGone) return { sample: { outcome: 'down', reason: 'flagged' } };
  const value = String(subjects.length);
  const found: Sample =
    subjects.length === 0 ? { outcome: 'up', value } : { outcome: 'down', reason: 'flagged', value };
  const sample = check.gauge === undefined ? found : judged(value, check.gauge, {});
  if (gap !== null && sample.outcome === 'up') throw notAsked(NOT_KNOWN[gap]);
  return { sample };
}

const NOT_KNOWN = { stale: 'not-current', 'no-rows': 'absent', 'not-evaluated': 'input-unknown' } as const;

/** A batch of zeros without a hash is what a crash leaves: nothing was distributed by it. */
function isSomething(row: unknown): boolean {
  const batch = batchSchema.safeParse(row);
  return !batch.success || !isLeftover(batch.data);
}

/** When a row was made: its `created_at`, or the beginning of its `day`. */
function timeOf(row: unknown): Instant | null {
  if (row === null || typeof row !== 'object') return null;
  if ('created_at' in row && typeof row.created_at === 'string') return row.created_at;
  if ('day' in row && typeof row.day === 'string') return `${row.day}T00:00:00Z`;
  return null;
}

function later(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return compareInstants(a, b) < 0 ? b : a;
}
