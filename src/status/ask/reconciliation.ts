import pLimit from 'p-limit';
import { compare, type Decimal, minus, sumOf, toDecimal } from '../../core/money.ts';
import type { WireRow } from '../../postgres/rows.ts';
import type { CheckOf } from '../../systems/check/check.ts';
import type { EscrowBalance } from '../escrow.ts';
import { type Answer, CheckFailure, notAsked, TransportFailure } from './answer.ts';
import { readBalance } from './chain.ts';
import type { AskContext } from './context.ts';
import { askDatabase } from './database.ts';
import { judged } from './measure.ts';
import { findTransaction, type NamedTransaction } from './transaction.ts';

type ReconciliationCheck = CheckOf<'reconciliation'>;

/** More rows than this are a question for another tool. */
const MOST_ROWS = 500;
const AT_ONCE = 4;
/** Stands for what an account must hold where the database says null. */
const NOT_TOLD = 'null';

/** Holds what a database says against what a chain says. Where either can not be asked, nothing is known. */
export async function reconciliation(check: ReconciliationCheck, context: AskContext): Promise<Answer> {
  const { rows, ms } = await readRows(check, context);
  if (rows.length === 0 && !check.may_be_empty) throw notAsked('no-rows', 'no row to hold against the chain');
  if (check.of === 'balances') {
    const missing = await overAll(rows, async (row) => {
      const { account, label, expected } = escrowOf(row);
      if (expected === null) return { label, amount: null };
      const difference = minus(expected, await chainOnly(readBalance(check, account, context)));
      return { label, amount: compare(difference, '0') > 0 ? difference : '0' };
    });
    const sum = (parts: typeof missing) => sumOf(parts.flatMap(({ amount }) => amount ?? []));
    const counts = [...Map.groupBy(missing, ({ label }) => label)].map(([label, parts]) => ({
      label,
      count: sum(parts),
    }));
    const sample = judged(sum(missing), check.gauge, { ms });
    const open = missing.filter(({ amount }) => amount === null).length;
    // What is missing elsewhere is missing all the same; that nothing is can not be said.
    if (open === 0 || sample.outcome !== 'up') return { sample, detail: { counts } };
    const told = `of ${open} of ${missing.length} accounts the database can not tell what they must hold`;
    return { sample: { outcome: 'unknown', reason: 'input-unknown', ms }, detail: { counts }, told };
  }
  const sightings = await overAll(rows, (row) =>
    chainOnly(findTransaction(check, transactionOf(row), context)),
  );
  const sample = judged(String(sightings.filter(({ found }) => found === false).length), check.gauge, { ms });
  const open = sightings.filter(({ found }) => found === null);
  if (open.length === 0 || sample.outcome !== 'up') return { sample };
  const why = [...new Set(open.map(({ told }) => told))].join('; ');
  const told = `of ${open.length} of ${rows.length} transactions it can not be told that they are missing: ${why}`;
  return { sample: { outcome: 'unknown', reason: 'maybe-forgotten', ms }, told };
}

/**
 * Every escrow of a check on balances with what it must hold and what it holds; where the chain did not tell of
 * one, that one alone is not known.
 *
 * @throws CheckFailure when the database can not be asked
 */
export async function readEscrows(check: ReconciliationCheck, context: AskContext): Promise<EscrowBalance[]> {
  const { rows } = await readRows(check, context);
  return overAll(rows, async (row) => {
    const { account, ...escrow } = escrowOf(row);
    try {
      const balance = escrow.expected === null ? null : await readBalance(check, account, context);
      return { ...escrow, balance };
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      return { ...escrow, balance: null };
    }
  });
}

async function readRows(check: ReconciliationCheck, context: AskContext) {
  const question = { ...check, unreachable: 'unknown' } as const;
  const most = MOST_ROWS + 1;
  const { rows, ms } = await askDatabase(question, context, {
    most,
    kept: most,
    mustRead: false, // The chain is asked, whatever names the accounts.
    foundNothing: () => false,
  });
  if (rows.length > MOST_ROWS) throw notAsked('unreadable', `more than ${MOST_ROWS} rows`);
  return { rows, ms };
}

function overAll<T>(rows: readonly WireRow[], work: (row: WireRow) => Promise<T>): Promise<T[]> {
  const limit = pLimit(AT_ONCE);
  return Promise.all(rows.map((row) => limit(() => work(row))));
}

/** An expectation that is null can not be told. */
function escrowOf(row: WireRow): { account: string; label: string; expected: Decimal | null } {
  const [account = '', text = '', label = ''] = textsOf(row, 'expected');
  const expected = toDecimal(text);
  if ((expected === null && text !== NOT_TOLD) || label === '')
    throw notAsked('unreadable', 'expected account, expected, label');
  return { account, label, expected };
}

function transactionOf({ sent_at = null, ...row }: WireRow): NamedTransaction {
  if (sent_at !== null && !/^\d{1,11}$/.test(sent_at))
    throw notAsked('unreadable', 'expected sent_at in whole seconds since 1970');
  const [id = '', mentions = null] = textsOf(row, null);
  return { id, mentions, sentAt: sent_at === null ? null : Number(sent_at) };
}

function textsOf(row: WireRow, mayBeNull: string | null): string[] {
  return Object.entries(row).map(([column, text]) => {
    if (text === null && column !== mayBeNull) throw notAsked('unreadable', 'a row holds a null');
    return text ?? NOT_TOLD;
  });
}

/** A chain that does not answer is the business of its own check: here it only leaves the question open. */
async function chainOnly<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof CheckFailure) || error.outcome === 'unknown') throw error;
    const failing = { outcome: 'unknown', reason: 'input-unknown', told: `chain: ${error.reason}` } as const;
    throw error instanceof TransportFailure
      ? new TransportFailure({ ...failing, again: false })
      : new CheckFailure(failing);
  }
}
