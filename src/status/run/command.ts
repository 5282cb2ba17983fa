import path from 'node:path';
import { clockDoubts } from '../../core/clock.ts';
import { ExpectedError } from '../../core/expected-error.ts';
import { toSeconds, wholeSeconds } from '../../core/instant.ts';
import { datasetSeries, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { assertClockOf } from '../../store/clock.ts';
import { textAt } from '../../store/disk.ts';
import { exclusively } from '../../store/lock.ts';
import { openFolder } from '../../store/published.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { assertSameWorld, holdsDemo } from '../../store/world.ts';
import type { AttestedEvent } from '../../systems/attestation.ts';
import { readPlaybooks } from '../../systems/playbook-file.ts';
import {
  listSystems,
  readSystemFile,
  type SystemFile,
  SystemFileError,
  sqlIn,
} from '../../systems/system-file.ts';
import { formatProblem } from '../../words/said.ts';
import { notAsked } from '../ask/answer.ts';
import type { PublishedData } from '../ask/context.ts';
import { questionsAsked, questionsOf } from '../check-question.ts';
import type { StatusManifest, SystemStatus } from '../status-manifest.ts';
import { toAnswers } from '../status-run.ts';
import { canariesIn } from './canary.ts';
import { addRun, type History, readHistory } from './history.ts';
import { allCarriedOut, formatReport } from './report.ts';
import { askAll, type RunAnswers, type RunOptions } from './run.ts';

export interface CheckCommand extends Pick<RunOptions, 'settings' | 'now' | 'budget' | 'trust' | 'onStep'> {
  readonly contentRoot: string;
  /** The system to ask; all of them unless told. */
  readonly systemId?: string | undefined;
  /** True when what is asked is invented. A snapshot that says so of itself counts as well. */
  readonly demo?: boolean;
  /** Milliseconds to wait for another run that writes to the same folder. */
  readonly patience?: number;
}

/** How a command ends: what the operator reads, and 0 only when every check could be carried out ("down" is an answer). */
export interface Ending {
  readonly text: string;
  readonly exitCode: 0 | 1;
  readonly manifest: StatusManifest;
  readonly answers: RunAnswers;
}

/** `npm run check`, without the process around it: one run over all systems under the lock, its ending in words. @throws ExpectedError */
export async function checkCommand(command: CheckCommand): Promise<Ending> {
  const { contentRoot, systemId, settings, patience, onStep } = command;
  const root = path.join(contentRoot, 'generated', 'status');
  const canaries = canariesIn(settings.TERANG_CANARIES);
  const ids = await listSystems(contentRoot);
  const { problems, ...read } = await readSystems(contentRoot, systemId === undefined ? ids : [systemId]);
  // A system without components publishes a ledger alone: there is nothing of it to ask.
  const files = read.files.filter(({ system }) => system.components.length > 0);
  if (files.length === 0)
    throw new ExpectedError(problems.length > 0 ? problems : 'There is no system to check.');
  return await exclusively(root, { patience, onStep }, async () => {
    const history = await readHistory(root);
    const demo = isDemo(command, ids, history);
    const at = wholeSeconds(command.now());
    const answers = await askAll({
      ...command,
      canaries,
      systems: files.map((file) => toAsk(contentRoot, file)),
    });
    await assertClockOf(contentRoot, at, answers.peers);
    const manifest = await addRun(history, {
      run: {
        at,
        ...(answers.offline ? { offline: true } : {}),
        systems: linesOf(answers),
      },
      asked: files,
      systems: ids,
      state: {
        demo,
        observed_at: at,
        offline: answers.offline,
        systems: statesOf(files, answers, history, at),
      },
    });
    const setBack = history.latest !== null && toSeconds(at) <= toSeconds(history.latest);
    const playbooks = await playbookProblems(contentRoot, files);
    const doubts = clockDoubts(at, answers.peers);
    const report = { answers, canaries: canaries.length, problems, playbooks, setBack, doubts };
    return { text: formatReport(report), exitCode: allCarriedOut(report) ? 0 : 1, manifest, answers };
  });
}

/** The systems as their files describe them: one that is wrong stops itself only. */
export async function readSystems(contentRoot: string, ids: readonly string[]) {
  const files: SystemFile[] = [];
  const problems: string[] = [];
  for (const id of ids) {
    try {
      files.push(await readSystemFile(contentRoot, id));
    } catch (error) {
      if (!(error instanceof SystemFileError)) throw error;
      problems.push(error.message);
      if (error.checks > 0)
        problems.push(`${id}: ${error.checks} unknown: none is asked before this file is corrected`);
    }
  }
  return { files, problems };
}

/** No check rests on a playbook: one that is broken is said, and changes nothing else. */
async function playbookProblems(contentRoot: string, files: readonly SystemFile[]): Promise<string[]> {
  const read = await Promise.all(files.map(({ system }) => readPlaybooks(contentRoot, system)));
  return read.flatMap(({ problems }) => problems.map((problem) => formatProblem(problem)));
}

/** A system as its files give it, to be asked. */
export function toAsk(contentRoot: string, { system, folder }: SystemFile): RunOptions['systems'][number] {
  const sqlFile = async (file: string) =>
    textAt(path.join(folder, file)) ?? Promise.reject(notAsked('query-failed', `${file} is not there`));
  return {
    system,
    sqlFile,
    published: publishedIn(path.join(contentRoot, 'generated', system.id), system.id),
  };
}

/** Invented and real answers never share a folder: neither could ever be told from the other again. */
function isDemo({ contentRoot, demo }: CheckCommand, ids: readonly string[], { manifest }: History) {
  let is = demo === true;
  for (const id of ids) is ||= holdsDemo(path.join(contentRoot, 'generated', id)) === true;
  assertSameWorld('answers', manifest?.demo ?? null, is);
  return is;
}

function linesOf(answers: RunAnswers) {
  const systems = [...answers.systems].map(([id, bySystem]) => {
    const samples = [...bySystem].map(([check, { sample }]) => [check, sample] as const);
    return [id, toAnswers(Object.fromEntries(samples))] as const;
  });
  return Object.fromEntries(systems);
}

/** Of a system that was not asked in this run, what was said last stands. */
function statesOf(
  files: readonly SystemFile[],
  answers: RunAnswers,
  { manifest }: History,
  at: string,
): StatusManifest['systems'] {
  const states: StatusManifest['systems'] = { ...manifest?.systems };
  for (const { system, sha256, folder } of files) {
    const bySystem = answers.systems.get(system.id) ?? new Map();
    const details: SystemStatus['details'] = {};
    for (const [check, { detail }] of bySystem) if (detail !== undefined) details[check] = detail;
    states[system.id] = {
      definition_sha256: sha256,
      questions: questionsAsked(
        questionsOf(system, sqlIn(folder)),
        manifest?.systems[system.id]?.questions,
        at,
      ),
      details,
      events: eventsOf(
        manifest?.systems[system.id]?.events ?? [],
        [...bySystem.values()].flatMap(({ events }) => events ?? []),
      ),
    };
  }
  return states;
}

/** What was attested once stays, even when the operator's document no longer lists it; in the order of time. */
function eventsOf(known: readonly AttestedEvent[], told: readonly AttestedEvent[]): AttestedEvent[] {
  const all = new Map(
    [...known, ...told].map((event) => [JSON.stringify(Object.entries(event).toSorted()), event]),
  );
  return [...all.values()].toSorted((a, b) => toSeconds(a.at) - toSeconds(b.at));
}

/** What the snapshot of a system left in `folder`, read when a check first asks for it. */
function publishedIn(folder: string, system: string): PublishedData {
  let known: ReturnType<typeof open> | undefined;
  const open = () => openFolder(folder, snapshotFolder(system));
  const read = () => {
    known ??= open();
    return known;
  };
  return {
    state: async (dataset) => readable(() => read().manifest?.datasets[dataset] ?? null),
    rows: async (dataset) => readable(() => read().rows(datasetSeries(dataset))),
  };
}

/** Content that was changed by hand tells a check nothing. */
function readable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AlteredFileError)
      throw notAsked('unreadable', error.message.split('\n', 1)[0] ?? '');
    throw error;
  }
}
