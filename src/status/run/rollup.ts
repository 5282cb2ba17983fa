import { addDays, monthOf } from '../../core/instant.ts';
import { stemOf } from '../../store/content-folder.ts';
import { allAnew, type ContentLines } from '../../store/publish.ts';
import type { ContentFile } from '../../store/unaltered.ts';
import type { CheckDefinition } from '../check-definition.ts';
import { NO_RUNS_SHA256, rollUp } from '../rollup.ts';
import type { Run } from '../sample.ts';
import { DAYS } from '../status-folder.ts';
import type { StatusDay } from '../status-manifest.ts';
import { runsOf, type StatusRun } from '../status-run.ts';

export interface RollupInput {
  /** The UTC day of the run that was just added. */
  readonly day: string;
  readonly systems: readonly string[];
  readonly definitions: readonly CheckDefinition[];
  /** The raw file of every day that has one, this run's included. */
  readonly raw: ReadonlyMap<string, ContentFile>;
  readonly readRuns: (day: string) => Promise<readonly StatusRun[]>;
  /** The files of daily figures so far, one a month. */
  readonly files: readonly ContentFile[];
  readonly readDays: (stem: string) => Promise<readonly StatusDay[]>;
}

/** A longer time without any run is left without lines, which says unknown as well. */
const LONGEST_GAP = 366;

/**
 * The daily figures after a run: those of every day that is over. A day's figures rest on its own samples, on
 * the last of the day before and the first of the day after (a timeline crosses midnight), so a run touches the
 * days beside its own too; all others stay as they are. Today has none yet: they would change with each run.
 */
export async function rolledUp(
  input: RollupInput,
): Promise<{ readonly files: ContentFile[]; readonly written: ContentLines[] }> {
  const { day, files, raw } = input;
  const monthFiles = new Map(files.map((file) => [stemOf(file).replace('-daily', ''), file]));
  const newestMonth = [...monthFiles.keys()].toSorted().at(-1);
  const known = new Map<string, readonly StatusDay[]>();
  const load = async (month: string) => {
    const file = monthFiles.get(month);
    if (!known.has(month)) known.set(month, file === undefined ? [] : await input.readDays(stemOf(file)));
    return known.get(month) ?? [];
  };
  const lastDone = newestMonth === undefined ? undefined : (await load(newestMonth)).at(-1)?.day;
  const first = [...raw.keys()][0] ?? day;
  const todo = new Set(daysBetween(lastDone === undefined ? first : addDays(lastDone, 1), day));
  // Behind a long gap, the last days before it.
  for (const one of raw.keys()) if (lastDone !== undefined && one > lastDone && one < day) todo.add(one);
  for (const beside of [addDays(day, -1), day, addDays(day, 1)]) {
    const done = (await load(monthOf(beside))).some((row) => row.day === beside);
    // A day that is over and has runs; its own day only where the clock was set back to one that was over.
    if (done || (beside < day && beside >= first)) todo.add(beside);
  }
  const written: ContentLines[] = [];
  const next = new Map(monthFiles);
  const runsOn = readOnce(input);
  for (const [month, days] of Map.groupBy(todo, monthOf)) {
    const standing = Map.groupBy(await load(month), (row) => row.day);
    const kept = [...standing].flatMap(([one, figures]) => (days.includes(one) ? [] : figures));
    const made: StatusDay[] = [];
    for (const one of days) {
      const had = (standing.get(one) ?? []).map(({ system }) => system);
      made.push(...(await rollUpDay(one, had, input, runsOn)));
    }
    const rows = [...kept, ...made].toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
    const figures = allAnew(DAYS, rows, day);
    for (const file of figures.files) next.set(month, file);
    written.push(...figures.written);
  }
  return { files: [...next].toSorted(([a], [b]) => compareText(a, b)).map(([, file]) => file), written };
}

async function rollUpDay(
  day: string,
  had: readonly string[],
  { raw, systems, definitions }: RollupInput,
  runsOn: RunsOn,
): Promise<StatusDay[]> {
  const three: Awaited<ReturnType<RunsOn>>[] = [];
  for (const beside of [addDays(day, -1), day, addDays(day, 1)]) three.push(await runsOn(beside));
  const raw_sha256 = raw.get(day)?.sha256 ?? NO_RUNS_SHA256;
  // A system whose file was removed keeps the figures of the days on which it was asked, and those that it has.
  const asked = three[1]?.keys() ?? [];
  return [...new Set([...systems, ...asked, ...had])].flatMap((system) => {
    const runs = three.flatMap((bySystem) => bySystem.get(system) ?? []);
    return rollUp({ system, day, runs, definitions, raw_sha256 });
  });
}

/** The runs of a UTC day, by system. */
type RunsOn = (day: string) => Promise<ReadonlyMap<string, readonly Run[]>>;

/** Each raw day read once, though its own figures and those of the days beside it rest on it. */
function readOnce({ raw, readRuns }: RollupInput): RunsOn {
  const kept = new Map<string, ReadonlyMap<string, readonly Run[]>>();
  return async (day) => {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const file = raw.get(day);
    const lines = file === undefined ? [] : await readRuns(day);
    const asked = new Set(lines.flatMap((line) => Object.keys(line.systems)));
    const runs = new Map([...asked].map((system) => [system, runsOf(lines, system)]));
    // Days are asked in order, so that three are enough.
    for (const other of kept.keys()) if (other < addDays(day, -2)) kept.delete(other);
    kept.set(day, runs);
    return runs;
  };
}

/** The days from `first` on and before `end`, of a long time only the last. */
function daysBetween(first: string, end: string): string[] {
  const earliest = addDays(end, -LONGEST_GAP);
  const days: string[] = [];
  for (let day = first < earliest ? earliest : first; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}

function keyOf({ day, system, component }: StatusDay): string {
  return `${day} ${system} ${component}`;
}

function compareText(a: string, b: string): -1 | 1 {
  return a < b ? -1 : 1; // Keys are unique.
}
