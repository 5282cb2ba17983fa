import { addDays, dayOf } from '../core/instant.ts';
import { stemOf } from '../store/content-folder.ts';
import type { FoldFault } from '../store/fold.ts';
import type { Published } from '../store/published.ts';
import type { ContentFile } from '../store/unaltered.ts';
import { type ContradictedDay, contradictedOn, restingElsewhere } from './day-review.ts';
import { NO_RUNS_SHA256 } from './rollup.ts';
import { DAYS, DEFINITIONS, SAMPLES, STATUS } from './status-folder.ts';
import type { StatusManifest } from './status-manifest.ts';

/**
 * That the figures of each day that is over rest on the raw samples that are kept of it; and, of those since a day, that
 * they are what these come to. A day whose samples, or those beside it, have moved into an archive (`isThere` says no) is
 * held by their hash alone.
 */
export function statusFaults(
  { manifest, rows, files }: Published<StatusManifest>,
  since: string,
  isThere: (file: ContentFile) => boolean,
): FoldFault[] {
  if (manifest === null) return [];
  const definitions = rows(DEFINITIONS);
  const today = dayOf(manifest.observed_at);
  const over = rows(DAYS).filter(({ day }) => day < today);
  const raw = new Map(files(SAMPLES).map((file) => [stemOf(file), file]));
  const rawOf = (day: string) => raw.get(day)?.sha256 ?? NO_RUNS_SHA256;
  const isKept = (day: string) => {
    const file = raw.get(day);
    return file === undefined || isThere(file);
  };
  const runsOn = remembering((day) => rows(SAMPLES, (other) => other === day));
  const contradicted: ContradictedDay[] = restingElsewhere(over, rawOf);
  for (const [day, figures] of Map.groupBy(over, (line) => line.day)) {
    const beside = [addDays(day, -1), day, addDays(day, 1)];
    if (day < since || !beside.every(isKept)) continue;
    const lines = beside.flatMap(runsOn);
    contradicted.push(...contradictedOn(figures, { day, lines, definitions, raw_sha256: rawOf(day) }));
  }
  return contradicted.map(({ day, system, component }) => ({
    fault: 'day',
    folder: STATUS.name,
    what: `${day} ${system}/${component}`,
  }));
}

/** Days are asked for in their order, each three times: the last three are held. */
function remembering<Value>(read: (day: string) => Value): (day: string) => Value {
  const known = new Map<string, Value>();
  return (day) => {
    const value = known.get(day) ?? read(day);
    known.set(day, value);
    if (known.size > 3) known.delete([...known.keys()].toSorted()[0] ?? '');
    return value;
  };
}
