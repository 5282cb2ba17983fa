import { compareInstants, type IsoInstant } from '../../../core/instant.ts';
import { type Shown, shownBetween } from './shown.ts';
import type { NotedWindow } from './windows.ts';

/** A stretch of time, and the windows that run in all of it. */
export interface Phase {
  readonly shown: Shown;
  readonly running: readonly NotedWindow[];
}

/** All time up to `horizon`, cut wherever a window begins or ends; beyond it nothing is claimed. */
export function phasesOf(windows: readonly NotedWindow[], now: IsoInstant, horizon: IsoInstant): Phase[] {
  const taking = windows.filter(({ window }) => !window.cancelled);
  const edges = [...new Set(taking.flatMap(({ window }) => [window.from, window.until]))]
    .filter((edge) => compareInstants(edge, now) > 0 && compareInstants(edge, horizon) < 0)
    .toSorted(compareInstants);
  const cuts = [null, ...edges, horizon];
  return cuts.slice(1).map((until, index) => {
    const from = cuts[index] ?? null;
    const at = from ?? now;
    const running = taking.filter(
      ({ window }) => compareInstants(window.from, at) <= 0 && compareInstants(at, window.until) < 0,
    );
    return { shown: shownBetween(from, until, now), running };
  });
}
