import { compareInstants, durationSeconds, type IsoInstant } from '../../../core/instant.ts';
import type { SystemNow } from '../../../status/present.ts';
import type { State } from '../../../systems/component.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Freshness } from '../freshness.ts';
import { type Segment, timePiece } from '../segment.ts';
import { capital } from './state-mark.ts';

/** What is said after the systems that are well: the gravest first, what is not known last. */
const AFTER = [
  'major_outage',
  'partial_outage',
  'degraded_performance',
  'under_maintenance',
  'unknown',
] as const satisfies readonly Exclude<State, 'operational'>[];

type Named = Pick<SystemNow, 'state'> & { readonly system: { readonly name: { en: string; id: string } } };

/** The state of all systems in one sentence, in the reader's own grammar. */
export function overallSentence(reader: Reader, systems: readonly Named[]): string {
  const { t, language } = reader;
  const [first, ...others] = systems;
  if (first === undefined) return t('overall.none');
  const total = systems.length;
  if (others.length === 0)
    return capital(t(`overall.one.${first.state}`, { name: first.system.name[language] }));
  if (others.every(({ state }) => state === first.state)) {
    if (total === 2) return capital(t(`overall.two.${first.state}`));
    return capital(t(`overall.all.${first.state}`, { all: everyOne(reader, total) }));
  }
  const count = (state: State) => systems.filter((one) => one.state === state).length;
  const parts = AFTER.filter((state) => count(state) > 0).map((state) =>
    t(`overall.part.${state}`, { count: count(state), n: inWords(reader, count(state)) }),
  );
  const up = count('operational');
  const words = { n: inWords(reader, up), total: inWords(reader, total) };
  if (up > 0) return capital([t('overall.up', { count: up, ...words }), ...parts].join(', '));
  const [gravest = '', ...rest] = parts;
  return capital([t('overall.noneUp', { total: words.total, first: gravest }), ...rest].join(', '));
}

/** How long the sentence holds: as long as the system that was seen longest ago. Null when nothing was ever seen. */
export function overallFreshness(reader: Reader, systems: readonly SystemNow[]): Freshness | null {
  const seen = systems.flatMap(({ observed_at, valid_until }) =>
    observed_at === null || valid_until === null ? [] : [{ observed_at, valid_until }],
  );
  const [oldest] = seen.toSorted((a, b) => compareInstants(a.valid_until, b.valid_until));
  if (oldest === undefined) return null;
  const observed = timePiece(reader, oldest.observed_at);
  return {
    observed,
    asOf: reader.rich('freshness.asOf', { when: observed }),
    outOfDate: unknownSince(reader, oldest.valid_until, oldest.observed_at),
    clockWrong: reader.t('freshness.clockWrong'),
    validUntil: oldest.valid_until,
    lastKnown: reader.t('overall.expired'),
    stale: false,
  };
}

/** "checked every 15 minutes", of the systems here that are asked most often. */
export function checkedEvery(reader: Reader, systems: readonly SystemNow[]): string | null {
  const every = systems.map(({ system }) => durationSeconds(system.checked_every)).toSorted((a, b) => a - b);
  const [shortest] = every;
  return shortest === undefined
    ? null
    : reader.t('status.checkedEvery', { every: lengthOf(reader, shortest) });
}

/** `15 minutes` of seconds, in the largest unit that leaves no remainder. */
export function lengthOf({ t, format }: Reader, seconds: number): string {
  const said = (count: number) => ({ count, n: format.count(count) });
  if (seconds % 3600 === 0) return t('status.hours', said(seconds / 3600));
  if (seconds % 60 === 0) return t('status.minutes', said(seconds / 60));
  return t('status.seconds', said(seconds));
}

function unknownSince(reader: Reader, until: IsoInstant, observed: IsoInstant): Segment[] {
  return reader.rich('status.unknownNow', {
    when: timePiece(reader, until),
    observed: timePiece(reader, observed),
  });
}

function everyOne(reader: Reader, total: number): string {
  const words = inWords(reader, total);
  return reader.t(/\d/.test(words) ? 'overall.everyDigits' : 'overall.every', { n: words });
}

/** `three` up to ten, digits beyond. */
export function inWords({ t, format }: Reader, count: number): string {
  return isSmall(count) ? t(`number.${count}`) : format.count(count);
}

const SMALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

function isSmall(count: number): count is (typeof SMALL)[number] {
  return SMALL.some((small) => small === count);
}
