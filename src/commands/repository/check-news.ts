import { OUTCOMES } from '../../core/outcome.ts';
import { SAMPLES } from '../../status/status-folder.ts';
import type { StatusManifest } from '../../status/status-manifest.ts';
import { type StatusRun, toSamples } from '../../status/status-run.ts';
import { stemOf } from '../../store/content-folder.ts';
import type { Published } from '../../store/published.ts';
import type { News } from './news.ts';

/** What the latest run of the checks says, and which answers are others than in the run before. */
export async function checkNews({ manifest, rows }: Published<StatusManifest>): Promise<News | null> {
  const open = new Set(manifest?.samples.map(stemOf));
  const [latest, before] = rows(SAMPLES, (day) => open.has(day))
    .slice(-2)
    .toReversed();
  return latest === undefined ? null : toNews(latest, before);
}

function toNews(latest: StatusRun, before: StatusRun | undefined): News {
  return {
    noun: 'Checks',
    at: latest.at,
    short: latest.offline === true ? 'offline, nothing was learnt' : counts(latest),
    lines: before === undefined ? [] : turns(latest, before),
  };
}

function counts({ systems }: StatusRun): string {
  return (
    OUTCOMES.map((outcome) => {
      const number = Object.values(systems).reduce(
        (sum, one) => sum + (one.outcome[outcome]?.length ?? 0),
        0,
      );
      return number === 0 ? '' : `${number} ${outcome}`;
    })
      .filter((part) => part !== '')
      .join(', ') || 'no checks'
  );
}

/** `event-api, health: up → down (timed-out)`; of a check that is new or no longer asked, that. */
function turns(latest: StatusRun, before: StatusRun): string[] {
  return Object.entries(latest.systems).flatMap(([system, answers]) => {
    const was = before.systems[system];
    const known = was === undefined ? {} : toSamples(was);
    const now = toSamples(answers);
    const told = Object.entries(now).flatMap(([check, { outcome, reason }]) => {
      const then = known[check]?.outcome ?? 'not asked';
      if (then === outcome) return [];
      return [`${system}, ${check}: ${then} → ${outcome}${reason === undefined ? '' : ` (${reason})`}`];
    });
    const gone = Object.keys(known).filter((check) => now[check] === undefined);
    return [...told, ...gone.map((check) => `${system}, ${check}: no longer asked`)];
  });
}
