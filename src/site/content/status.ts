import { buildInstant } from '../../build/instant.ts';
import { isClockWrong } from '../../core/ageing.ts';
import { addDays, compareInstants, dayOf } from '../../core/instant.ts';
import type { CheckDefinition } from '../../status/check-definition.ts';
import {
  type ContradictedDay,
  contradictedOn,
  restingElsewhere,
  withoutContradicted,
} from '../../status/day-review.ts';
import { knownAnswers } from '../../status/known-answers.ts';
import { presentOf } from '../../status/present.ts';
import { NO_RUNS_SHA256, rollUp } from '../../status/rollup.ts';
import { DAYS, DEFINITIONS, SAMPLES, STATUS } from '../../status/status-folder.ts';
import type { StatusDay, StatusManifest } from '../../status/status-manifest.ts';
import { NO_STATUS, type StatusPublication } from '../../status/status-publication.ts';
import { runsOf, type StatusRun } from '../../status/status-run.ts';
import { stemOf } from '../../store/content-folder.ts';
import { isThere } from '../../store/disk.ts';
import type { Published } from '../../store/published.ts';
import { remembered } from './files.ts';
import { sqlOf, type WrittenSystem, writtenSystems } from './systems.ts';

/**
 * The systems and what is known of them. Throws an Error that names file, line and field of every mistake, and what is
 * not as it was published.
 */
export const status = remembered(
  STATUS,
  (published): StatusPublication => {
    // A system without components has no state: it is none that is not known.
    const written = writtenSystems().filter(({ system }) => system.components.length > 0);
    return published.manifest === null ? withoutRuns(written) : read(published.manifest, published, written);
  },
  () => JSON.stringify(writtenSystems().map((one) => one.text)),
);

/** No check ever ran: every component is unknown. The instant decides nothing, there being no run to hold against it. */
function withoutRuns(written: readonly WrittenSystem[]): StatusPublication {
  const now = '1970-01-01T00:00:00Z';
  const systems = written.map(({ system }) => presentOf({ system, runs: [], details: {}, now }));
  return { ...NO_STATUS, systems };
}

function read(
  manifest: StatusManifest,
  published: Published<StatusManifest>,
  written: readonly WrittenSystem[],
): StatusPublication {
  const { rows, files } = published;
  const clock = buildInstant();
  // What by our own clock was seen in the future vouches for nothing: the last answer before it does, while it holds.
  const raw = new Map(files(SAMPLES).map((file) => [stemOf(file), file]));
  const open = new Set(manifest.samples.map(stemOf));
  const everyLine = rows(SAMPLES, (day) => open.has(day));
  const lines = everyLine.filter(({ at }) => !isClockWrong(at, clock));
  const definitions = rows(DEFINITIONS);
  const now = manifest.observed_at;
  const today = dayOf(now);
  const figures = rows(DAYS);
  const contradicted = contradictedIn(published, { figures, lines: everyLine, definitions, today });
  const past = withoutContradicted(figures, contradicted);
  const sofar = written.flatMap(({ system: { id } }) =>
    rollUp({
      system: id,
      day: today,
      runs: runsOf(lines, id).filter(({ at }) => compareInstants(at, now) <= 0),
      definitions,
      raw_sha256: raw.get(today)?.sha256 ?? NO_RUNS_SHA256,
      until: now,
    }),
  );
  const runs = lines.map(({ at }) => at).toSorted(compareInstants);
  return {
    manifest,
    ahead: isClockWrong(manifest.observed_at, clock),
    systems: written.map(({ system }) => {
      const known = knownAnswers(
        system,
        sqlOf(system.id),
        { lines, definitions, systems: manifest.systems },
        now,
      );
      return presentOf({ system, ...known, details: manifest.systems[system.id]?.details ?? {}, now });
    }),
    days: [...past.filter(({ day }) => day < today), ...sofar].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    runs,
    readFrom: runs[0] ?? null,
    runsByDay: new Map([...raw].map(([day, { rows: count }]) => [day, count])),
    contradicted,
    strangers: strangersIn(manifest, past, written),
  };
}

/**
 * Published days that their raw samples contradict. Of every day that is over, the figures must name the raw file that
 * is kept of it; yesterday's, which each run makes anew, are computed again. Older ones are not: a build each quarter of
 * an hour would read years of samples. What a run adds to them it computes from their samples.
 */
function contradictedIn(
  { root, rows, files }: Published<StatusManifest>,
  { figures, lines, definitions, today }: ReviewOf,
): ContradictedDay[] {
  const raw = new Map(files(SAMPLES).map((file) => [stemOf(file), file]));
  const over = figures.filter(({ day }) => day < today);
  const rawOf = (day: string) => raw.get(day)?.sha256 ?? NO_RUNS_SHA256;
  const day = addDays(today, -1);
  const before = raw.get(addDays(day, -1));
  const elsewhere = restingElsewhere(over, rawOf);
  // Moved into an archive: then nothing tells what crossed midnight.
  if (before !== undefined && !isThere(`${root}/${before.path}`)) return elsewhere;
  const earlier = rows(SAMPLES, (other) => other === addDays(day, -1));
  const known = new Set(elsewhere.map((one) => one.day));
  const rawDay = { day, lines: [...earlier, ...lines], definitions, raw_sha256: rawOf(day) };
  return [...elsewhere, ...(known.has(day) ? [] : contradictedOn(over, rawDay))];
}

interface ReviewOf {
  readonly figures: readonly StatusDay[];
  /** The runs of yesterday and today. */
  readonly lines: readonly StatusRun[];
  readonly definitions: readonly CheckDefinition[];
  readonly today: string;
}

/** `system` or `system/component` that figures exist of, and that no file describes any more. */
function strangersIn(
  manifest: StatusManifest,
  days: readonly { readonly system: string; readonly component: string }[],
  written: readonly WrittenSystem[],
): string[] {
  const described = new Set(
    written.flatMap(({ system }) => [system.id, ...system.components.map(({ id }) => `${system.id}/${id}`)]),
  );
  const met = [...Object.keys(manifest.systems), ...days.map((line) => `${line.system}/${line.component}`)];
  return [...new Set(met)].filter((name) => !described.has(name));
}
