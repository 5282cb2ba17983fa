import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import type { PeerTime } from '../core/clock.ts';
import { compare, type Decimal, toDecimal } from '../core/money.ts';
import { SourceError } from '../postgres/source-error.ts';
import type { Reading, Source } from '../snapshot/source.ts';
import { readLogTotals } from '../snapshot/tpc/log-totals.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { CheckFailure, notAsked } from '../status/ask/answer.ts';
import type { AskContext, RunContext } from '../status/ask/context.ts';
import { askDatabase } from '../status/ask/database.ts';
import type { Rows } from '../status/ask/question.ts';
import { readEscrows } from '../status/ask/reconciliation.ts';
import { filledIn } from '../status/ask/settings.ts';
import { MILESTONES, type Unlock } from '../status/escrow.ts';
import { ownSettings } from '../systems/check/setting-use.ts';
import type { System } from '../systems/system.ts';
import { type Answers, type Asked, MOST_COUNTED } from './answers.ts';
import type { ThreeAnswers } from './items/data-mismatch.ts';
import type { Routine, RoutineItem } from './model/routine.ts';
import { readPublicApi } from './public-api.ts';

/** What asking needs to know of the run and of the routine's system. */
export interface Asking {
  readonly run: RunContext;
  readonly system: System;
  /** The folder of the system, written or internal: where the routine's files of SQL are. */
  readonly folder: string;
  /** Told of each item that could not be asked: its id and the cause, names of settings and never a value. */
  readonly onSilence: (item: string, cause: string) => void;
}

const TIMEOUT = 'PT10S';
/** The unlock schedules of so many milestones are read at most. */
const MOST_UNLOCKS = 5_000;

/** Milliseconds for all questions of one command. */
const BUDGET = 120_000;
const AT_ONCE = 4;

/** What all questions of one command share; `end` stops what is still under way. */
export function beginAsking(options: {
  readonly settings: RunContext['settings'];
  readonly now: RunContext['now'];
  readonly trust?: string | undefined;
}): { readonly run: RunContext; readonly end: () => void } {
  const spent = new AbortController();
  const timer = setTimeout(() => spent.abort(), BUDGET);
  const turns = new Map<string, ReturnType<typeof pLimit>>();
  const run: RunContext = {
    settings: options.settings,
    now: options.now,
    budget: spent.signal,
    slot: pLimit(AT_ONCE),
    inTurn: (key, work) => {
      const turn = turns.get(key) ?? pLimit(1);
      turns.set(key, turn);
      return turn(work);
    },
    silentDatabases: new Map(),
    exchanges: new Map(),
    databaseTimes: [],
    trust: options.trust,
  };
  const end = () => {
    clearTimeout(timer);
    spent.abort();
  };
  return { run, end };
}

/** Asks what the items of a routine need that no content holds yet. One that can not be asked is silent. */
export async function askFor({ items }: Routine, asking: Asking): Promise<Answers> {
  const answers = new Map<string, Asked>();
  // What is of another system is not at hand, whatever an item asks for.
  const own = {
    ...asking,
    run: { ...asking.run, settings: ownSettings(asking.system, asking.run.settings) },
  };
  for (const item of items) {
    const asked = await answering(item, own);
    if (asked !== null) answers.set(item.id, asked);
  }
  return answers;
}

async function answering(item: RoutineItem, asking: Asking): Promise<Asked | null> {
  try {
    if ('query' in item) return await rowsOf(item.query, asking);
    if (!('computed' in item)) return null;
    if (item.computed === 'data-mismatch') return await threeOf(item.ask, asking);
    return item.computed === 'escrow' ? await escrowsOf(item.ask, asking) : null;
  } catch (error) {
    if (error instanceof CheckFailure) {
      asking.onSilence(item.id, error.told ?? error.reason);
      return { kind: 'silent', reason: error.reason };
    }
    if (!(error instanceof SourceError)) throw error;
    asking.onSilence(item.id, error.failure);
    const unreachable = error.failure === 'source-unreachable' || error.failure === 'connection-lost';
    return { kind: 'silent', reason: unreachable ? 'database-unreachable' : 'query-failed' };
  }
}

async function rowsOf(query: Extract<RoutineItem, { query: unknown }>['query'], asking: Asking) {
  const kept = query.answer === 'value' ? 2 : query.sample;
  const most = query.answer === 'value' ? 2 : MOST_COUNTED;
  const question = { ...query, timeout: TIMEOUT, unreachable: 'unknown' } as const;
  const reading = {
    most,
    kept,
    mustRead: true,
    foundNothing: (answer: Rows) => saysNothing(answer, query.answer),
  };
  const { rows, count: all, empty } = await askDatabase(question, contextOf(asking), reading);
  if (query.answer === 'no-rows' && empty > 0) throw notAsked('unreadable', 'a row of nothing but nulls');
  const count = all - empty;
  const values = rows.flatMap((row) => Object.values(row));
  const sample = rows.map((row) => Object.values(row)[0] ?? '–');
  return { kind: 'rows', count, sample, value: values.length === 1 ? (values[0] ?? null) : null } as const;
}

/** No row, or the number 0. */
function saysNothing({ rows, count }: Rows, answer: 'no-rows' | 'some-rows' | 'value'): boolean {
  if (answer !== 'value') return count === 0;
  const number = toDecimal(Object.values(rows[0] ?? {})[0] ?? '');
  return number !== null && compare(number, '0') === 0;
}

async function threeOf(ask: Readonly<Record<string, string>>, asking: Asking): Promise<Asked> {
  const url = filledIn(setting(ask, 'database'), asking.run);
  const api = filledIn(setting(ask, 'api'), asking.run);
  const onTime = (time: PeerTime) => void asking.run.databaseTimes.push(time);
  const read = () =>
    withPostgres({ url, role: ask.role, signal: asking.run.budget, onTime }, async (source) => ({
      metrics: (await source.read('metrics')).rows[0] ?? {},
      batches: await everyBatch(source),
    }));
  const logged = () => readLogTotals({ url, role: ask.role, signal: asking.run.budget });
  const { metrics: before, batches } = await read();
  const log = { before: await logged() };
  const said = await readPublicApi(api, asking.run);
  const { metrics: after } = await read();
  const three: Omit<ThreeAnswers, 'site'> = {
    database: { before, after, batches, log: { ...log, after: await logged() } },
    api: said,
  };
  return { kind: 'three', three };
}

/** Without one of them, what the API says of it would have nothing beside it, and look like a difference. */
async function everyBatch(source: Source): Promise<Reading<'batches'>['rows']> {
  const { rows, unreadable } = await source.read('batches');
  if (unreadable.length === 0) return rows;
  throw notAsked('unreadable', `${unreadable.length} batches in the database can not be read`);
}

async function escrowsOf(ask: Readonly<Record<string, string>>, asking: Asking): Promise<Asked> {
  const check = asking.system.checks.find(({ id }) => id === setting(ask, 'check'));
  if (check?.kind !== 'reconciliation' || check.of !== 'balances')
    throw notAsked('unreadable', 'expected the id of a reconciliation of balances in "ask.check"');
  const context = contextOf(asking);
  const escrows = await readEscrows(check, context);
  const question = { ...check, file: setting(ask, 'schedule'), unreachable: 'unknown' } as const;
  const most = MOST_UNLOCKS + 1;
  // How many escrows there are to look at is said beside: without a milestone there is no schedule.
  const { rows } = await askDatabase(question, context, {
    most,
    kept: most,
    mustRead: false,
    foundNothing: () => false,
  });
  if (rows.length > MOST_UNLOCKS) throw notAsked('unreadable', `more than ${MOST_UNLOCKS} milestones`);
  const unlocks = rows.map((row): Unlock => {
    const due = row.due === null ? null : toDecimal(row.due ?? '');
    const amount = toDecimal(row.amount ?? '');
    if (amount === null || !isMilestone(row.status) || (row.due !== null && !isUnixTime(due)))
      throw notAsked(
        'unreadable',
        `expected due in Unix seconds, amount, and a status of ${MILESTONES.join(', ')}`,
      );
    return { due, amount, status: row.status };
  });
  return { kind: 'escrow', escrows, unlocks };
}

function isMilestone(status: string | null | undefined): status is string {
  return MILESTONES.some((known) => known === status);
}

/** Up to the year 9999: what is beyond was told in another unit. */
function isUnixTime(due: Decimal | null): boolean {
  return due !== null && /^\d+$/.test(due) && compare(due, '253402300800') < 0;
}

function setting(ask: Readonly<Record<string, string>>, name: string): string {
  const text = ask[name];
  if (text === undefined) throw notAsked('missing-setting', `"ask.${name}" is not said`);
  return text;
}

function contextOf({ run, system, folder }: Asking): AskContext {
  return {
    ...run,
    system,
    sqlFile: (file) =>
      readFile(path.join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        throw notAsked('query-failed', `${file} is not there`);
      }),
    published: { state: async () => null, rows: async () => [] },
    samples: new Map(),
  };
}
