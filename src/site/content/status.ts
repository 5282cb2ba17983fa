import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isClockWrong } from '../../core/ageing.ts';
import { sha256Hex } from '../../core/canonical.ts';
import { addDays, compareInstants, dayOf } from '../../core/instant.ts';
import { type CheckDefinition, checkDefinitionSchema } from '../../status/check-definition.ts';
import {
  type ContradictedDay,
  contradictedOn,
  restingElsewhere,
  withoutContradicted,
} from '../../status/day-review.ts';
import { knownAnswers } from '../../status/known-answers.ts';
import { presentOf } from '../../status/present.ts';
import { NO_RUNS_SHA256, rollUp } from '../../status/rollup.ts';
import {
  type StatusDay,
  type StatusManifest,
  statusDaySchema,
  statusManifestSchema,
} from '../../status/status-manifest.ts';
import { NO_STATUS, type StatusPublication } from '../../status/status-publication.ts';
import { runsOf, type StatusRun, statusRunSchema } from '../../status/status-run.ts';
import { type ContentFile, contentFileSchema } from '../../store/unaltered.ts';
import { assertNothingVouchedFor, CONTENT, jsonOf, manifestText, parse, rowsOf } from './files.ts';
import { sqlOf, type WrittenSystem, writtenSystems } from './systems.ts';

const FOLDER = join(CONTENT, 'generated', 'status');

let known: { readonly key: string; readonly status: StatusPublication } | undefined;

/**
 * The systems and what is known of them, read and checked once for as long as neither their files nor the
 * manifest change. Throws an Error that names file, line and field of every mistake.
 */
export function status(): StatusPublication {
  const text = manifestText(FOLDER);
  const written = writtenSystems();
  const key = sha256Hex(JSON.stringify([text, ...written.map((one) => one.text)]));
  if (known?.key !== key) known = { key, status: text === '' ? withoutRuns(written) : read(text, written) };
  return known.status;
}

/** No check ever ran: every component is unknown. The instant decides nothing, there being no run to hold against it. */
function withoutRuns(written: readonly WrittenSystem[]): StatusPublication {
  // A first run that was killed leaves raw data without a manifest; figures of days come of later ones alone.
  assertNothingVouchedFor(FOLDER, (file) => /^(days|closed)\b/.test(file) && file.endsWith('.jsonl'));
  const now = '1970-01-01T00:00:00Z';
  const systems = written.map(({ system }) => presentOf({ system, runs: [], details: {}, now }));
  return { ...NO_STATUS, systems };
}

function read(text: string, written: readonly WrittenSystem[]): StatusPublication {
  const path = join(FOLDER, 'manifest.json');
  const manifest = parse(statusManifestSchema, jsonOf(text, path), path);
  const clock = Date.now();
  // What by our own clock was seen in the future vouches for nothing: the last answer before it does, while it holds.
  const everyLine = manifest.samples.flatMap((file) => rowsOf(FOLDER, file, statusRunSchema));
  const lines = everyLine.filter(({ at }) => !isClockWrong(at, clock));
  const definitions = manifest.definitions.flatMap((file) => rowsOf(FOLDER, file, checkDefinitionSchema));
  const published = manifest.days.flatMap((file) => rowsOf(FOLDER, file, statusDaySchema));
  const now = manifest.observed_at;
  const today = dayOf(now);
  const raw = new Map([...closedDays(manifest), ...manifest.samples].map((file) => [dayOfFile(file), file]));
  const contradicted = contradictedIn(published, { raw, lines: everyLine, definitions, today });
  const past = withoutContradicted(published, contradicted);
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
    runsByDay: new Map([...raw].map(([day, { rows }]) => [day, rows])),
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
  published: readonly StatusDay[],
  { raw, lines, definitions, today }: ReviewOf,
): ContradictedDay[] {
  const over = published.filter(({ day }) => day < today);
  const rawOf = (day: string) => raw.get(day)?.sha256 ?? NO_RUNS_SHA256;
  const day = addDays(today, -1);
  const before = raw.get(addDays(day, -1));
  const elsewhere = restingElsewhere(over, rawOf);
  // Moved into an archive: then nothing tells what crossed midnight.
  if (before !== undefined && !existsSync(join(FOLDER, before.path))) return elsewhere;
  const earlier = before === undefined ? [] : rowsOf(FOLDER, before, statusRunSchema);
  const known = new Set(elsewhere.map((one) => one.day));
  const rawDay = { day, lines: [...earlier, ...lines], definitions, raw_sha256: rawOf(day) };
  return [...elsewhere, ...(known.has(day) ? [] : contradictedOn(over, rawDay))];
}

interface ReviewOf {
  /** The raw file of each day that has one. */
  readonly raw: ReadonlyMap<string, ContentFile>;
  /** The runs of yesterday and today. */
  readonly lines: readonly StatusRun[];
  readonly definitions: readonly CheckDefinition[];
  readonly today: string;
}

function closedDays(manifest: StatusManifest): ContentFile[] {
  return manifest.closed.flatMap((file) => rowsOf(FOLDER, file, contentFileSchema));
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

/** `samples-2026-01/<hash>-2026-01-26.jsonl` → `2026-01-26`. */
function dayOfFile({ path }: ContentFile): string {
  return path.slice(-'YYYY-MM-DD.jsonl'.length, -'.jsonl'.length);
}
