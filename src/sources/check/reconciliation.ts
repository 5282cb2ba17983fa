import pLimit from 'p-limit';
import type { CheckOf } from '../../domain/check/check.ts';
import { compare, type Decimal, minus, sumOf, toDecimal } from '../../domain/money.ts';
import type { WireRow } from '../postgres/rows.ts';
import { type Answer, CheckFailure, notAsked, TransportFailure } from './answer.ts';
import { foundOnChain, readBalance } from './chain.ts';
import type { AskContext } from './context.ts';
import { askDatabase } from './database.ts';
import { judged } from './measure.ts';

type ReconciliationCheck = CheckOf<'reconciliation'>;

/** More rows than this are a question for another tool. */
const MOST_ROWS = 500;
const AT_ONCE = 4;

/** Holds what a database says against what a chain says. Where either can not be asked, nothing is known. */
export async function reconciliation(check: ReconciliationCheck, context: AskContext): Promise<Answer> {
  const question = { ...check, unreachable: 'unknown' } as const;
  const most = MOST_ROWS + 1;
  const { rows: wire, ms } = await askDatabase(question, context, { most, kept: most });
  if (wire.length > MOST_ROWS) throw notAsked('unreadable', `more than ${MOST_ROWS} rows`);
  const rows = wire.map(textsOf);
  const limit = pLimit(AT_ONCE);
  const overAll = <T>(work: (row: string[]) => Promise<T>) =>
    Promise.all(rows.map((row) => limit(() => chainOnly(work(row)))));
  if (check.of === 'balances') {
    const missing = await overAll((row) => missingFrom(row, check, context));
    const total = sumOf(missing.map(({ amount }) => amount));
    const counts = [...Map.groupBy(missing, ({ label }) => label)].map(([label, parts]) => ({
      label,
      count: sumOf(parts.map(({ amount }) => amount)),
    }));
    return { sample: judged(total, check.gauge, { ms }), detail: { counts } };
  }
  const found = await overAll(([transaction = '', mentions]) =>
    foundOnChain(check, transaction, mentions ?? null, context),
  );
  return { sample: judged(String(found.filter((is) => !is).length), check.gauge, { ms }) };
}

async function missingFrom(
  [account = '', text = '', label = '']: string[],
  check: ReconciliationCheck,
  context: AskContext,
): Promise<{ label: string; amount: Decimal }> {
  const expected = toDecimal(text);
  if (expected === null || label === '') throw notAsked('unreadable', 'expected account, expected, label');
  const difference = minus(expected, await readBalance(check, account, context));
  return { label, amount: compare(difference, '0') > 0 ? difference : '0' };
}

function textsOf(row: WireRow): string[] {
  return Object.values(row).map((text) => {
    if (text === null) throw notAsked('unreadable', 'a row holds a null');
    return text;
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
