import pLimit from 'p-limit';
import type { PeerTime } from '../../core/clock.ts';
import type { IsoInstant } from '../../core/instant.ts';
import type { Check } from '../../systems/check/check.ts';
import { ownSettings } from '../../systems/check/setting-use.ts';
import type { System } from '../../systems/system.ts';
import type { Answer } from '../ask/answer.ts';
import { ask } from '../ask/ask.ts';
import type { AskContext, PublishedData, RunContext } from '../ask/context.ts';
import { peersOf } from '../ask/peers.ts';
import type { Reason, Sample } from '../sample.ts';
import { anyAnswers } from './canary.ts';

/** A system to ask, and where its checks find what they need. */
interface SystemToAsk {
  readonly system: System;
  readonly sqlFile: (file: string) => Promise<string>;
  readonly published: PublishedData;
}

export interface RunOptions {
  readonly systems: readonly SystemToAsk[];
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** The present time; ages are measured against it. */
  readonly now: () => IsoInstant;
  readonly canaries: readonly string[];
  /** Milliseconds for the whole run: what has not answered by then is unknown. */
  readonly budget?: number;
  /** Further certificates to trust (PEM). */
  readonly trust?: string;
  readonly onStep?: (message: string) => void;
}

/** The answers of one run, by system and check, in the order of the system's file. */
export interface RunAnswers {
  /** True when the machine that asks had no network itself. */
  readonly offline: boolean;
  /** What the peers that answered say of the time. */
  readonly peers: readonly PeerTime[];
  readonly systems: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
}

const BUDGET = 60_000;
const AT_ONCE = 8;
/** What remains when nothing was heard of why: the budget of the run was spent. */
const OUT_OF_TIME: Answer = { sample: { outcome: 'unknown', reason: 'out-of-time' } };

/** Asks every check of every system once: at most eight at a time, and within a budget. */
export async function askAll(options: RunOptions): Promise<RunAnswers> {
  const { systems, settings, now, canaries, budget = BUDGET, trust } = options;
  const spent = new AbortController();
  const timer = setTimeout(() => spent.abort(), budget);
  const context: RunContext = {
    settings,
    now,
    budget: spent.signal,
    slot: pLimit(AT_ONCE),
    inTurn: takingTurns(),
    silentDatabases: new Map(),
    exchanges: new Map(),
    databaseTimes: [],
    trust,
  };
  try {
    const [online, ...answers] = await Promise.all([
      anyAnswers(canaries, context),
      ...systems.map((asked) => askSystem(asked, context, options.onStep ?? (() => undefined))),
    ]);
    const all = answers.flatMap((bySystem) => [...bySystem.values()]);
    const offline = online === null ? allFailedOnTheWay(all) : !online;
    const told = answers.map((bySystem) => (offline ? withoutTransport(bySystem) : bySystem));
    return {
      offline,
      peers: await peersOf(context),
      systems: new Map(systems.map(({ system }, index) => [system.id, told[index] ?? new Map()])),
    };
  } finally {
    clearTimeout(timer);
    spent.abort(); // Whatever is still under way, such as a request that only a canary waits for.
  }
}

async function askSystem(
  { system, sqlFile, published }: SystemToAsk,
  run: RunContext,
  onStep: (message: string) => void,
): Promise<Map<string, Answer>> {
  const samples = new Map<string, Sample>();
  // What is of another system is not at hand, whatever a check asks for.
  const settings = ownSettings(system, run.settings);
  const context: AskContext = { ...run, settings, system, sqlFile, published, samples };
  const byId = new Map(system.checks.map((check) => [check.id, check]));
  const asked = new Map<string, Promise<Answer>>();
  /** After the checks it rests on; one that rests on itself finds no value there. */
  const answerTo = (check: Check, above: readonly string[]): Promise<Answer> => {
    const known = asked.get(check.id);
    if (known !== undefined) return known;
    const inputs = inputsOf(check).filter((id) => id !== check.id && !above.includes(id));
    const answering = (async () => {
      await Promise.all(
        inputs.map((id) => {
          const input = byId.get(id);
          return input === undefined ? undefined : answerTo(input, [...above, check.id]);
        }),
      );
      const answer = await answerInTime(check, context);
      samples.set(check.id, answer.sample);
      return answer;
    })();
    asked.set(check.id, answering);
    return answering;
  };
  const answers = await Promise.all(system.checks.map((check) => answerTo(check, [])));
  onStep(`${system.id}: ${answers.length} checks answered`);
  return new Map(system.checks.map(({ id }, index) => [id, answers[index] ?? OUT_OF_TIME]));
}

/** The checks whose samples a check looks at. */
export function inputsOf(check: Check): string[] {
  if (check.kind === 'derived') return [check.of, ...('check' in check.to ? [check.to.check] : [])];
  if (check.kind === 'http' && check.instead !== undefined) return [check.instead.while_down];
  return [];
}

/** A check's answer, or that time ran out; a defect of ours costs this one check, and is told. */
async function answerInTime(check: Check, context: AskContext): Promise<Answer> {
  const { budget } = context;
  let stop: () => void = () => undefined;
  const ended = new Promise<Answer>((resolve) => {
    stop = () => resolve(OUT_OF_TIME);
    budget.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([ask(check, context), ended]);
  } catch (error) {
    return { sample: { outcome: 'unknown', reason: 'unreadable' }, told: defectOf(error) };
  } finally {
    budget.removeEventListener('abort', stop);
  }
}

/** Where in the code a defect arose; its message may hold a value of a setting, so it stays out. */
function defectOf(error: unknown): string {
  if (!(error instanceof Error)) return 'a defect of this program';
  const where = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return `a defect of this program: ${error.name}${where.replace(/\(.*\/(?=src\/)/, '(')}`;
}

/** What is unknown because of an answer, which shows that there is a network. */
const ANSWERED: readonly (Reason | undefined)[] = [
  'old-answer',
  'foreign-answer',
  'turned-away',
  'other-network',
];

/** Without canaries: we are offline when something was to be asked over the network and nothing at all came back. */
function allFailedOnTheWay(answers: readonly Answer[]): boolean {
  const overNetwork = answers.filter(
    ({ sample, transport }) =>
      transport === true ||
      sample.ms !== undefined ||
      sample.reason === 'out-of-time' ||
      ANSWERED.includes(sample.reason),
  );
  return (
    overNetwork.some(({ transport }) => transport === true) &&
    overNetwork.every(({ sample, transport }) => transport === true || sample.reason === 'out-of-time')
  );
}

function withoutTransport(answers: ReadonlyMap<string, Answer>): Map<string, Answer> {
  return new Map(
    [...answers].map(([id, answer]) => [
      id,
      answer.transport === true || answer.sample.reason === 'out-of-time'
        ? { sample: { outcome: 'unknown' as const, reason: 'offline' as const } }
        : answer,
    ]),
  );
}

/** One thing at a time for each key, in the order of asking. */
function takingTurns(): RunContext['inTurn'] {
  const turns = new Map<string, ReturnType<typeof pLimit>>();
  return (key, work) => {
    const turn = turns.get(key) ?? pLimit(1);
    turns.set(key, turn);
    return turn(work);
  };
}
