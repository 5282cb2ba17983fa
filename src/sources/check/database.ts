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

/**
 * Streams the rows of a check's file of SQL through `each`, in a read-only transaction; until it returns false.
 * A database that did not answer in this run is not asked again.
 *
 * @returns the latency in whole milliseconds
 * @throws CheckFailure
 */
export async function askDatabase(
  question: DatabaseQuestion,
  context: AskContext,
  each: (row: WireRow) => boolean,
): Promise<number> {
  const url = filledIn(question.database, context);
  const statement = await context.sqlFile(question.file);
  const timeout = timeoutOf(question);
  const once = async (signal: AbortSignal) => {
    const began = performance.now();
    const options = { url, role: question.role, statementTimeout: timeout, signal };
    try {
      await inTransaction(options, async (client) => {
        await assertEveryRowIsSeen(client, statement);
        for await (const row of streamRows(client, statement, {})) if (!each(row)) break;
      });
    } catch (error) {
      throw toDatabaseFailure(error, question);
    }
    return Math.round(performance.now() - began);
  };
  return context.inTurn(url, async () => {
    const silent = context.silentDatabases.get(url);
    if (silent !== undefined) throw unreachable(silent.reason, question, silent.told);
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
      const failure = error.reason === 'timed-out' ? unreachable('timed-out', question) : error;
      context.silentDatabases.set(url, { reason: error.reason, told: failure.told });
      throw failure;
    }
  });
}

/** Why a database could not be asked, in words that hold nothing of its address. */
function toDatabaseFailure(error: unknown, question: DatabaseQuestion): CheckFailure {
  if (error instanceof CheckFailure) return error;
  if (!(error instanceof SourceError)) throw error;
  const code = codeOf(error.cause);
  const told = `${settingsIn(question.database).join(', ')}: ${error.failure}${code === '' ? '' : ` (${code})`}`;
  switch (error.failure) {
    case 'timeout':
      // The database answers, and takes longer over this than the check allows.
      return new CheckFailure({
        outcome: question.unreachable,
        reason: question.unreachable === 'down' ? 'timed-out' : 'query-failed',
        told,
      });
    case 'connection-lost':
      return unreachable('connection-cut', question, told);
    case 'source-unreachable':
      if (code === '3D000') return notAsked('query-failed', told);
      return unreachable(reasonOf(error.cause), question, told);
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

/** A name that does not resolve is never the database's doing; for the rest the check says whose it is. */
function unreachable(
  reason: CheckFailure['reason'],
  { unreachable: outcome }: DatabaseQuestion,
  told?: string,
): TransportFailure {
  const again = reason !== 'timed-out' && reason !== 'tls-failed';
  if (reason === 'name-not-resolved' || reason === 'offline')
    return new TransportFailure({ outcome: 'unknown', reason, told, again });
  if (outcome === 'down') return new TransportFailure({ outcome, reason, told, again });
  return new TransportFailure({ outcome, reason: 'database-unreachable', told: told ?? reason, again });
}
