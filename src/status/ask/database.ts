import pRetry from 'p-retry';
import type { PeerTime } from '../../core/clock.ts';
import { SourceError } from '../../postgres/source-error.ts';
import { inTransaction } from '../../postgres/transaction.ts';
import { settingsIn } from '../../systems/check/text.ts';
import { CheckFailure, notAsked, TransportFailure } from './answer.ts';
import type { AskContext } from './context.ts';
import { timeoutOf, withDeadline } from './deadline.ts';
import {
  assertQuery,
  assertSomethingAsked,
  assertSomethingThere,
  type Extent,
  queryRows,
  type Rows,
} from './question.ts';
import { filledIn } from './settings.ts';
import { codeOf, toCheckFailure } from './transport.ts';

/** The part of a check that says which database is asked what. */
export interface DatabaseQuestion {
  readonly database: string;
  readonly role?: string | undefined;
  readonly file: string;
  /** A file that counts what there was to look at. */
  readonly out_of?: string | undefined;
  /** That there may be nothing to look at. */
  readonly may_be_empty?: boolean;
  readonly timeout: string;
  /** What a database that refuses or does not answer says of the component. */
  readonly unreachable: 'down' | 'unknown';
}

/** What connecting may take on top of the statement's own time. */
const CONNECTING = 2_000;

export interface DatabaseAnswer extends Rows {
  /** Whole milliseconds. */
  readonly ms: number;
}

/** How much of the answer is read, and when it says that nothing was found. */
export interface Reading extends Extent {
  /** Whether a query that looks at no table says nothing. */
  readonly mustRead: boolean;
  readonly foundNothing: (answer: Rows) => boolean;
}

/**
 * Asks with a check's file of SQL, in a read-only transaction, and reads at most `most` rows, of which the first
 * `kept` are returned. A database that did not answer in this run is not asked again. An answer of nothing counts
 * only where there was something to look at, or may be nothing.
 *
 * @throws CheckFailure
 */
export async function askDatabase(
  question: DatabaseQuestion,
  context: AskContext,
  reading: Reading,
): Promise<DatabaseAnswer> {
  const { file, out_of, may_be_empty = false } = question;
  const url = filledIn(question.database, context);
  const query = async (name: string) => {
    const statement = await context.sqlFile(name);
    assertQuery(statement);
    return { file: name, statement };
  };
  const { statement } = await query(file);
  const population = out_of === undefined ? undefined : await query(out_of);
  const timeout = timeoutOf(question);
  const once = async (signal: AbortSignal): Promise<DatabaseAnswer> => {
    const began = performance.now();
    const onTime = (time: PeerTime) => void context.databaseTimes.push(time);
    const options = { url, role: question.role, statementTimeout: timeout, signal, onTime };
    try {
      return await inTransaction(options, async (client) => {
        const answer = await queryRows(client, statement, reading);
        const ms = Math.round(performance.now() - began);
        if (reading.mustRead) await assertSomethingAsked(client, statement);
        if (!may_be_empty && reading.foundNothing(answer))
          await assertSomethingThere(client, statement, population);
        return { ...answer, ms };
      });
    } catch (error) {
      throw toDatabaseFailure(error, question);
    }
  };
  return context.inTurn(url, async () => {
    const silence = context.silentDatabases.get(url);
    if (silence !== undefined) throw unreachable(silence, question);
    try {
      return await context.slot(() =>
        withDeadline(timeout + CONNECTING, context, (signal) =>
          pRetry(() => once(signal), {
            retries: 1,
            minTimeout: 250,
            randomize: true,
            signal,
            shouldRetry: ({ error }) => error instanceof TransportFailure && error.again,
          }),
        ),
      );
    } catch (error) {
      if (!(error instanceof TransportFailure)) throw error;
      context.silentDatabases.set(url, error);
      throw unreachable(error, question);
    }
  });
}

/** What the database did, in words that hold nothing of its address. */
function toDatabaseFailure(error: unknown, question: DatabaseQuestion): CheckFailure {
  if (error instanceof CheckFailure) return error;
  if (!(error instanceof SourceError)) throw error;
  const code = codeOf(error.cause);
  const told = `${settingsIn(question.database).join(', ')}: ${error.failure}${code === '' ? '' : ` (${code})`}`;
  const silent = (reason: CheckFailure['reason']) =>
    new TransportFailure({ outcome: 'down', reason, told, again: reason !== 'timed-out' });
  switch (error.failure) {
    case 'timeout':
      // The database answers, and takes longer over this than the check allows.
      return question.unreachable === 'down'
        ? new CheckFailure({ outcome: 'down', reason: 'timed-out', told })
        : notAsked('query-failed', told);
    case 'connection-lost':
      return silent('connection-cut');
    case 'source-unreachable':
      return code === '3D000' ? notAsked('query-failed', told) : silent(reasonOf(error.cause));
    default:
      return notAsked('query-failed', told);
  }
}

function reasonOf(cause: unknown): CheckFailure['reason'] {
  try {
    return toCheckFailure(cause, false).reason;
  } catch {
    return 'timed-out'; // Only a time limit of the client comes without a code, and refusals of a busy server.
  }
}

/** What a database that does not answer says of the component: a name that does not resolve is never its doing. */
function unreachable(failure: CheckFailure, question: DatabaseQuestion): TransportFailure {
  const { reason } = failure;
  const told = failure.told ?? `${settingsIn(question.database).join(', ')}: ${reason}`;
  const again = false;
  if (reason === 'name-not-resolved' || reason === 'offline')
    return new TransportFailure({ outcome: 'unknown', reason, told, again });
  if (question.unreachable === 'down') return new TransportFailure({ outcome: 'down', reason, told, again });
  return new TransportFailure({ outcome: 'unknown', reason: 'database-unreachable', told, again });
}
