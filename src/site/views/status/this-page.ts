import { addDays, dayOf, durationSeconds, toSeconds } from '../../../core/instant.ts';
import { cadenceOf, type Gap } from '../../../status/cadence.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { type Segment, timePiece } from '../segment.ts';
import { column, type Table, tableOf } from '../table.ts';
import { BAR_HEIGHT, type Bar } from './bars.ts';
import { lengthOf, overallFreshness } from './overall.ts';
import { mark, type StateMark } from './state-mark.ts';
import { DAYS } from './system-rows.ts';

/** This page as a component of its own: the runs that were due against those that took place. */
export interface ThisPage {
  readonly mark: StateMark;
  readonly promise: readonly Segment[];
  readonly gaps: readonly (readonly Segment[])[];
  readonly bars: readonly Bar[];
  readonly height: number;
  readonly label: string;
  /** The days on which runs are missing; null without one. */
  readonly table: Table | null;
}

const DAY = 86_400;

/** Null while no check ever ran. */
export function thisPageOf(reader: Reader, status: StatusPublication): ThisPage | null {
  const { manifest, runs, readFrom, systems } = status;
  const [every] = systems
    .map(({ system }) => durationSeconds(system.checked_every))
    .toSorted((a, b) => a - b);
  const freshness = overallFreshness(reader, systems);
  if (manifest === null || readFrom === null || every === undefined || freshness === null) return null;
  const { t, rich, format } = reader;
  const now = manifest.observed_at;
  const cadence = cadenceOf(runs, every, toSeconds(readFrom), toSeconds(now) + 1);
  // The latest run, against the one before it; the first of all has none.
  const last = cadence.gaps.at(-1)?.verdict ?? 'first';
  const shape = ({ kept: 'up', late: 'degraded', missed: 'down', first: 'unknown' } as const)[last];
  const late = cadence.gaps.filter(({ verdict }) => verdict !== 'kept');
  const missed = late.reduce((sum, gap) => sum + gap.runs_missed, 0);
  const days = runsByDay(status, every);
  const full = days.filter(({ share }) => share >= 1).length;
  const none = days.filter(({ runs: count }) => count === 0).length;
  return {
    mark: mark(reader, shape, t(`own.state.${last}`), {
      observed_at: now,
      valid_until: freshness.validUntil,
    }),
    promise: rich('own.promise', {
      every: lengthOf(reader, every),
      from: timePiece(reader, readFrom),
      kept: format.count(cadence.kept),
      late: format.count(cadence.late),
      missed: format.count(missed),
    }),
    gaps: late.map((gap) => gapText(reader, gap)),
    height: BAR_HEIGHT,
    bars: days.map((day, index) => barOf(reader, day, DAYS - days.length + index)),
    label: t('own.days', {
      days: format.count(days.length),
      to: format.day(dayOf(now)),
      full: format.count(full),
      none: format.count(none),
    }),
    table: full === days.length ? null : missingRuns(reader, days),
  };
}

function missingRuns({ t, format }: Reader, days: readonly DayOfRuns[]): Table {
  return tableOf<DayOfRuns>(
    [
      column('day', t('bars.day'), ({ day }) => format.day(day)),
      column('runs', t('own.runs'), ({ runs, due }) =>
        t('own.of', { n: format.count(runs), due: format.count(due) }),
      ),
    ],
    days.filter(({ share }) => share < 1).toReversed(),
    { form: 'plain' },
  );
}

interface DayOfRuns {
  readonly day: string;
  readonly runs: number;
  readonly due: number;
  readonly share: number;
}

function runsByDay({ manifest, runsByDay: counts }: StatusPublication, every: number): DayOfRuns[] {
  const today = dayOf(manifest?.observed_at ?? '');
  const [first] = [...counts.keys()].toSorted();
  const [, start = today] = [first ?? today, addDays(today, 1 - DAYS)].toSorted();
  const days: DayOfRuns[] = [];
  for (let day = start; day <= today; day = addDays(day, 1)) {
    const length =
      day === today ? toSeconds(manifest?.observed_at ?? '') - toSeconds(`${day}T00:00:00Z`) : DAY;
    const due = Math.max(1, Math.floor(length / every));
    const runs = counts.get(day) ?? 0;
    days.push({ day, runs, due, share: Math.min(1, runs / due) });
  }
  return days;
}

function barOf({ t, format }: Reader, { day, runs, due, share }: DayOfRuns, place: number): Bar {
  const height = Math.round(BAR_HEIGHT * share * 100) / 100;
  const gap = BAR_HEIGHT - height;
  return {
    kind: runs === 0 ? 'unknown' : 'up',
    x: (place * 100) / DAYS,
    width: 72 / DAYS,
    y: runs === 0 ? 0.5 : gap,
    height: runs === 0 ? BAR_HEIGHT - 1 : height,
    gap: runs > 0 && share < 0.98 ? { y: 0.5, height: Math.max(2, gap - 1) } : null,
    title: `${format.day(day)}: ${t('own.of', { n: format.count(runs), due: format.count(due) })}`,
  };
}

function gapText(reader: Reader, { from, to, verdict, runs_missed }: Gap): Segment[] {
  const at = (seconds: number) => timePiece(reader, new Date(seconds * 1000).toISOString());
  if (verdict === 'missed')
    return reader.rich('own.gap.missed', {
      from: at(from),
      to: at(to),
      n: reader.format.count(runs_missed),
    });
  return reader.rich('own.gap.late', { from: at(from), to: at(to) });
}
