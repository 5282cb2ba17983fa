import pRetry from 'p-retry';
import { settingsIn } from '../../domain/check/text.ts';
import { streamRows, type WireRow } from '../postgres/rows.ts';
import { inTransaction } from '../postgres/transaction.ts';
import { SourceError } from '../source.ts';
import { CheckFailure, notAsked, TransportFailure } from './answer.ts';
import type { AskContext } from './context.ts';
import { timeoutOf, withDeadline } from './deadline.ts';
import { assertEveryRowIsSeen } from './hidden-rows.ts';
import { filledIn } from './settings.ts';
import { codeOf, toCheckFailure } from './transport.ts';

/** The part of a check that says which database is asked what. */
export interface DatabaseQuestion {
  readonly database: string;
  readonly role?: string | undefined;
  readonly file: string;
  readonly timeout: string;
  /** What a database that refuses or does not answer says of the component. */
  readonly unreachable: 'down' | 'unknown';
}

/** What connecting may take on top of the statement's own time. */
const CONNECTING = 2_000;

export interface DatabaseAnswer {
  /** The first of the rows, as many as were asked for. */
  readonly rows: readonly WireRow[];
  /** How many rows there are; counting ends at the limit. */
  readonly count: number;
  /** Whole milliseconds. */
  readonly ms: number;
}

/**
 * Asks with a check's file of SQL, in a read-only transaction, and reads at most `most` rows, of which the first
 * `kept` are returned. A database that did not answer in this run is not asked again.
 *
 * @throws CheckFailure
 */
export async function askDatabase(
  question: DatabaseQuestion,
  context: AskContext,
  { most, kept }: { readonly most: number; readonly kept: number },
): Promise<DatabaseAnswer> {
  const url = filledIn(question.database, context);
  const statement = await context.sqlFile(question.file);
  const timeout = timeoutOf(question);
  const once = async (signal: AbortSignal): Promise<DatabaseAnswer> => {
    const began = performance.now();
    const options = { url, role: question.role, statementTimeout: timeout, signal };
    const rows: WireRow[] = [];
    let count = 0;
    try {
      await inTransaction(options, async (client) => {
        await assertEveryRowIsSeen(client, statement);
        for await (const row of streamRows(client, statement, {})) {
          if (rows.length < kept) rows.push(row);
          count += 1;
          if (count >= most) break;
        }
      });
    } catch (error) {
      throw toDatabaseFailure(error, question);
    }
    return { rows, count, ms: Math.round(performance.now() - began) };
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
