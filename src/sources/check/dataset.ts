import type { CheckOf } from '../../domain/check/check.ts';
import { compareInstants, type Instant } from '../../domain/instant.ts';
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
    const newest = (await published.rows(check.dataset)).map(timeOf).reduce(later, null);
    if (newest === null) throw notAsked('absent', 'its rows have no time of their own');
    return { sample: judgedAge(newest, check.gauge, { now: now(), unit: 'h' }) };
  }
  const { without } = check.ask;
  const subjects = state.findings
    .filter(({ guard }) => without.includes(guard))
    .flatMap((finding) => finding.subjects);
  // What was not looked for is not absent: without a finding nothing is known then.
  if (subjects.length === 0 && state.not_evaluated.some((flag) => without.includes(flag)))
    throw notAsked('input-unknown');
  const value = String(new Set(subjects).size);
  if (check.gauge !== undefined) return { sample: judged(value, check.gauge, {}) };
  if (subjects.length > 0) return { sample: { outcome: 'down', reason: 'flagged', value } };
  return { sample: { outcome: 'up', value } };
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
