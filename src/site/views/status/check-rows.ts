import type { IsoInstant } from '../../../core/instant.ts';
import type { Beginning, CheckNow } from '../../../status/present.ts';
import type { Check } from '../../../systems/check/check.ts';
import { vouches } from '../../../systems/check/vouching.ts';
import type { Reader } from '../../../words/reader.ts';
import { foreignPiece, type Segment } from '../segment.ts';
import { capital, type MarkShape, mark, outcomeMark, type StateMark } from './state-mark.ts';

/** A check in plain words: what it asks, what came back last and why, since when, and who answered. */
export interface CheckRow {
  readonly name: string;
  readonly asks: string;
  readonly mark: StateMark<MarkShape>;
  /** Reason, since when, endpoint; each a sentence part that stands on its own line. */
  readonly notes: readonly string[];
  readonly counts: readonly (readonly Segment[])[];
  /** Until when that is so: as long as the answer holds, or the page where there was none. */
  readonly until: IsoInstant | null;
}

export function checkRow(reader: Reader, now: CheckNow, page: IsoInstant | null = null): CheckRow {
  const { t, format, language } = reader;
  const { check, state, detail } = now;
  const reason = state.sample?.reason;
  const endpoint = state.sample?.endpoint;
  const total = endpointsOf(check);
  return {
    name: check.name[language],
    asks: check.asks[language],
    mark:
      state.outcome === 'up' && !vouches(check)
        ? mark(reader, 'informs', t('outcome.informs'), state)
        : outcomeMark(reader, state.outcome, state),
    until: state.outcome === 'unknown' ? page : (state.valid_until ?? page),
    notes: [
      ...(check.kind === 'http' && check.expect.only !== undefined ? [t('system.onlyReachability')] : []),
      ...(reason === undefined ? [] : [capital(t(`reason.${reason}`))]),
      ...sinceText(reader, state),
      ...(endpoint === undefined || total < 2
        ? []
        : [capital(t('system.endpoint', { n: format.count(endpoint), total: format.count(total) }))]),
    ],
    counts: (detail?.counts ?? []).map(({ label, count }) => [
      foreignPiece(reader, label),
      `: ${format.decimal(count)}`,
    ]),
  };
}

/** "Since …", or "since … or earlier" where the state can be older than the answers it is known from. */
export function sinceText({ t, format }: Reader, { since, begun }: Beginning): string[] {
  if (since === null) return [];
  return [capital(t(begun ? 'state.since' : 'state.sinceBefore', { when: format.time(since).first }))];
}

function endpointsOf(check: Check): number {
  return 'endpoints' in check ? check.endpoints.length : 1;
}
