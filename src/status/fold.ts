import { isAhead } from '../core/clock.ts';
import { addDays, compareInstants, dayOf } from '../core/instant.ts';
import { stemOf } from '../store/content-folder.ts';
import type { FoldFault } from '../store/fold.ts';
import type { Published } from '../store/published.ts';
import type { ContentFile } from '../store/unaltered.ts';
import { type ContradictedDay, contradictedOn, restingElsewhere } from './day-review.ts';
import { NO_RUNS_SHA256 } from './rollup.ts';
import { DAYS, DEFINITIONS, SAMPLES, STATUS } from './status-folder.ts';
import type { StatusManifest } from './status-manifest.ts';
import type { StatusRun } from './status-run.ts';

/**
 * That the figures of each day rest on the raw samples that are kept of it; and, of those since a day, that they are what
 * these come to, and are there of every system that was asked on a day that is over. A day whose samples, or those beside it,
 * were removed after their time (`runsIn` gives null) is held by their hash alone. And that runs stand in the order of time.
 */
export function statusFaults(
  { manifest, rows, files }: Published<StatusManifest>,
  since: string,
  runsIn: (file: ContentFile) => readonly StatusRun[] | null,
): FoldFault[] {
  if (manifest === null) return [];
  const definitions = rows(DEFINITIONS);
  const today = dayOf(manifest.observed_at);
  const figures = rows(DAYS);
  const byDay = Map.groupBy(figures, (line) => line.day);
  const raw = new Map(files(SAMPLES).map((file) => [stemOf(file), file]));
  const rawOf = (day: string) => raw.get(day)?.sha256 ?? NO_RUNS_SHA256;
  const runsOn = remembering((day): readonly StatusRun[] | null => {
    const file = raw.get(day);
    return file === undefined ? [] : runsIn(file);
  });
  const contradicted: ContradictedDay[] = restingElsewhere(figures, rawOf);
  const late: string[] = [];
  const days = new Set([...byDay.keys(), ...raw.keys()]);
  for (const day of [...days].filter((one) => one >= since).toSorted()) {
    late.push(...lateRuns(runsOn(day) ?? []));
    if (day >= today && !byDay.has(day)) continue;
    const lines: StatusRun[] = [];
    const isKept = [addDays(day, -1), day, addDays(day, 1)].every((beside) => {
      const runs = runsOn(beside);
      lines.push(...(runs ?? []));
      return runs !== null;
    });
    if (!isKept) continue;
    contradicted.push(
      ...contradictedOn(byDay.get(day) ?? [], { day, lines, definitions, raw_sha256: rawOf(day) }),
    );
  }
  return [
    ...contradicted.map(({ day, system, component }) => ({
      fault: 'day' as const,
      folder: STATUS.name,
      what: `${day} ${system}/${component}`,
    })),
    ...late.map((at) => ({ fault: 'order' as const, folder: STATUS.name, what: `${SAMPLES.name} ${at}` })),
  ];
}

/**
 * The times of runs that stand behind others by more than clocks may be set back: a run is written when it was carried out,
 * so that one which stands there was added later, whatever it says of its clock.
 */
function lateRuns(runs: readonly StatusRun[]): string[] {
  const late: string[] = [];
  let latest: StatusRun['at'] | null = null;
  for (const { at } of runs)
    if (latest !== null && isAhead(latest, at)) late.push(at);
    else if (latest === null || compareInstants(at, latest) > 0) latest = at;
  return late;
}

/** Days are asked for in their order, each three times: the last three are held. */
function remembering<Value>(read: (day: string) => Value): (day: string) => Value {
  const known = new Map<string, Value>();
  return (day) => {
    const value = known.has(day) ? (known.get(day) as Value) : read(day);
    known.set(day, value);
    if (known.size > 3) known.delete([...known.keys()].toSorted()[0] ?? '');
    return value;
  };
}
