import { sha256Hex } from '../../core/canonical.ts';
import { dayOf, type IsoInstant } from '../../core/instant.ts';
import { type CheckDefinition, defineChecks } from '../../status/check-definition.ts';
import { questionsAsked, questionsOf } from '../../status/check-question.ts';
import { addRun, historyIn } from '../../status/run/history.ts';
import type { Run } from '../../status/sample.ts';
import { DEFINITIONS, SAMPLES, STATUS } from '../../status/status-folder.ts';
import type { StatusManifest } from '../../status/status-manifest.ts';
import { type StatusRun, toAnswers } from '../../status/status-run.ts';
import { allAnew, writeFiles } from '../../store/publish.ts';
import { publishedAs, rootOf } from '../../store/published.ts';
import type { ContentFile } from '../../store/unaltered.ts';
import type { System } from '../../systems/system.ts';
import { listSystems, readSystemFile, sqlIn } from '../../systems/system-file.ts';
import { EARLIER_EVERY, quarterlySince, runInstants } from './instants.ts';
import { instantOf, inventRuns } from './runs.ts';

export interface PastOptions {
  readonly contentRoot: string;
  readonly now: Date;
  readonly seed: number;
}

/**
 * Writes the invented runs of a year over all systems below an empty `generated/status`, as the runs themselves
 * would have left them. All but the last are laid down as whole raw days; the last is added as any run is, and
 * brings the daily figures and the manifest with it.
 */
export async function writePast({ contentRoot, now, seed }: PastOptions): Promise<void> {
  const root = rootOf(contentRoot, STATUS);
  const ids = await listSystems(contentRoot);
  const asked = await Promise.all(ids.map((id) => readSystemFile(contentRoot, id)));
  const instants = runInstants(now, seed).map(instantOf);
  const last = instants.at(-1) ?? '';
  const raw: ContentFile[] = [];
  const runs = together(asked.map(({ system }) => [system.id, inventRuns(system, now, seed)]));
  // A day at a time: a year of answers is more than a demo should hold in memory.
  for (const [day, { length }] of Map.groupBy(instants, dayOf)) {
    const lines = take(runs, day === dayOf(last) ? length - 1 : length);
    if (lines.length === 0) continue;
    const { files, written } = allAnew(SAMPLES, lines, last);
    await writeFiles(root, written);
    raw.push(...files);
  }
  const [run] = take(runs, 1);
  if (run === undefined) throw new Error('the invented past is empty');
  const changed = instantOf(quarterlySince(now));
  const states = asked.map(({ system, sha256, folder }) => [
    system.id,
    {
      definition_sha256: sha256,
      questions: questionsAsked(questionsOf(system, sqlIn(folder)), undefined, changed),
      details: {},
      events: [],
    },
  ]);
  const state = { demo: true, observed_at: run.at, offline: false, systems: Object.fromEntries(states) };
  const defined = allAnew(DEFINITIONS, definitionsOf(asked, instants[0] ?? last, changed), last);
  await writeFiles(root, defined.written);
  const earlier: StatusManifest = {
    format: 'terang/status/1',
    ...state,
    samples: raw,
    closed: [],
    days: [],
    definitions: [...defined.files],
  };
  await addRun(historyIn(publishedAs(root, STATUS, earlier, null)), { run, asked, systems: ids, state });
}

/** What the checks were: first asked once an hour, by files that were others then, and as they are now since `changed`. */
function definitionsOf(
  asked: readonly { readonly system: System; readonly sha256: string }[],
  first: IsoInstant,
  changed: IsoInstant,
): CheckDefinition[] {
  const earlier = asked.map(({ system, sha256 }) => ({
    ...defineChecks(system, sha256Hex(`before ${sha256}`), first),
    every: EARLIER_EVERY,
  }));
  return [...earlier, ...asked.map(({ system, sha256 }) => defineChecks(system, sha256, changed))];
}

/** One line a run for all systems; they were asked at the same instants. */
function* together(systems: readonly (readonly [id: string, runs: Iterator<Run>])[]): Generator<StatusRun> {
  for (;;) {
    const answers = systems.map(([id, runs]) => [id, runs.next()] as const);
    const [at] = answers.flatMap(([, { value }]) => (value === undefined ? [] : [value.at]));
    if (at === undefined) return;
    yield {
      at,
      systems: Object.fromEntries(answers.map(([id, { value }]) => [id, toAnswers(value?.checks ?? {})])),
    };
  }
}

/** The next so many of what an iterator gives. */
function take<Value>(from: Iterator<Value>, count: number): Value[] {
  const taken: Value[] = [];
  while (taken.length < count) {
    const { value, done } = from.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}
