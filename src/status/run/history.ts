import { addDays, compareInstants, dayOf } from '../../core/instant.ts';
import { stemOf } from '../../store/content-folder.ts';
import { append, publish } from '../../store/publish.ts';
import { assertWhole, openFolder, type Published } from '../../store/published.ts';
import type { ContentFile } from '../../store/unaltered.ts';
import type { System } from '../../systems/system.ts';
import { type CheckDefinition, defineChecks } from '../check-definition.ts';
import { CLOSED, DAYS, DEFINITIONS, SAMPLES, STATUS } from '../status-folder.ts';
import type { StatusManifest } from '../status-manifest.ts';
import type { StatusRun } from '../status-run.ts';
import { rolledUp } from './rollup.ts';

/** What earlier runs left, read as far as it is needed. */
export interface History {
  readonly published: Published<StatusManifest>;
  readonly manifest: StatusManifest | null;
  /** The raw file of every day that has one. */
  readonly raw: ReadonlyMap<string, ContentFile>;
  readonly definitions: readonly CheckDefinition[];
  /** When the latest run of all was dated; null before the first. */
  readonly latest: string | null;
}

/** A system that was asked, as its file says. */
interface AskedSystem {
  readonly system: System;
  readonly sha256: string;
}

export interface NewRun {
  readonly run: StatusRun;
  readonly asked: readonly AskedSystem[];
  /** Every system there is, asked or not: days are rolled up for each. */
  readonly systems: readonly string[];
  /** What the manifest says, except for its lists of files. */
  readonly state: Pick<StatusManifest, 'demo' | 'observed_at' | 'offline' | 'systems'>;
}

/** @throws AlteredFileError when what is there was changed by hand */
export async function readHistory(root: string): Promise<History> {
  const published = openFolder(root, STATUS);
  assertWhole(published);
  return historyIn(published);
}

/** What the runs left that a manifest names. */
export function historyIn(published: Published<StatusManifest>): History {
  const raw = new Map(published.files(SAMPLES).map((file) => [stemOf(file), file]));
  const newest = [...raw.keys()].toSorted().at(-1);
  const runs = published.rows(SAMPLES, (day) => day === newest);
  return {
    published,
    manifest: published.manifest,
    raw,
    definitions: published.rows(DEFINITIONS),
    latest:
      runs
        .map(({ at }) => at)
        .toSorted(compareInstants)
        .at(-1) ?? null,
  };
}

/**
 * Adds one run: a line behind the others of its day, which are never rewritten; the figures of the days that are
 * over; and the manifest, last. A run dated at or before one that is there already is kept, and marked so.
 */
export async function addRun(
  history: History,
  { run, asked, systems, state }: NewRun,
): Promise<StatusManifest> {
  const { published, manifest, latest } = history;
  const day = dayOf(run.at);
  const setBack = latest !== null && compareInstants(run.at, latest) <= 0;
  const line: StatusRun = setBack ? { ...run, clock: 'set-back' } : run;
  const samples = append(published, SAMPLES, [line], run.at);
  const raw = new Map(samples.files.map((file) => [stemOf(file), file]));
  const added = newDefinitions(history.definitions, asked, run.at);
  const defined = append(published, DEFINITIONS, added, run.at);
  const runsOn = (of: string) => published.rows(SAMPLES, (stem) => stem === of);
  const days = await rolledUp({
    day,
    systems,
    definitions: [...history.definitions, ...added],
    raw,
    readRuns: async (of) => (of === day ? [...runsOn(of), line] : runsOn(of)),
    files: manifest?.days ?? [],
    readDays: async (stem) => published.rows(DAYS, (other) => other === stem),
  });
  const isOpen = (file: ContentFile) => stemOf(file) >= addDays(day, -1);
  // A day that was over stays so where the clock was put back.
  const listed = new Set(published.rows(CLOSED).map((file) => file.path));
  const others = samples.files.filter((file) => !listed.has(file.path));
  const over = others.filter((file) => !isOpen(file));
  const closed = append(published, CLOSED, over, run.at);
  const next: StatusManifest = {
    format: 'terang/status/1',
    ...state,
    samples: others.filter(isOpen),
    closed: [...closed.files],
    days: days.files,
    definitions: [...defined.files],
  };
  const written = [samples, defined, days, closed].flatMap((series) => series.written);
  return publish(published, next, written, run.at);
}

/** The definitions of systems whose file is another than at their last one. */
function newDefinitions(
  known: readonly CheckDefinition[],
  asked: readonly AskedSystem[],
  from: string,
): CheckDefinition[] {
  return asked
    .filter(({ system, sha256 }) => known.findLast((one) => one.system === system.id)?.sha256 !== sha256)
    .map(({ system, sha256 }) => defineChecks(system, sha256, from));
}
