import { compare, type Decimal, minus, sumOf } from '../core/money.ts';

/** One escrow: what it must hold by now, and what the chain says it holds; both in the smallest unit, whole. */
export interface EscrowBalance {
  readonly label: string;
  /** Null where the database can not tell. */
  readonly expected: Decimal | null;
  /** Null where the chain could not be asked: nothing is known of it, and that is not zero. */
  readonly balance: Decimal | null;
}

/** One milestone of an unlock schedule that was not paid out yet. */
export interface Unlock {
  /** Unix seconds; null where it follows no date (a market cap, for one). */
  readonly due: Decimal | null;
  readonly amount: Decimal;
  readonly status: string;
}

/** What a milestone can be; another word is none that the schedule could be computed with. */
export const MILESTONES = ['locked', 'approved', 'claimable', 'released', 'failed'] as const;

export interface EscrowReconciliation {
  readonly underfunded: number;
  readonly underfunded_by: Decimal;
  readonly overfunded: number;
  readonly overfunded_by: Decimal;
  readonly not_known: number;
}

/**
 * CTS-07: every escrow by itself, so that one's surplus does not pay for another's shortfall. A reward's escrow
 * may hold more than is due by now: what is not unlocked yet is in it as well.
 */
export function reconcileEscrows(escrows: readonly EscrowBalance[]): EscrowReconciliation {
  const differences = escrows.flatMap(({ expected, balance }) =>
    balance === null || expected === null ? [] : [minus(balance, expected)],
  );
  const under = differences.filter((difference) => compare(difference, '0') < 0);
  const over = differences.filter((difference) => compare(difference, '0') > 0);
  return {
    underfunded: under.length,
    underfunded_by: minus('0', sumOf(under)),
    overfunded: over.length,
    overfunded_by: sumOf(over),
    not_known: escrows.length - differences.length,
  };
}

export interface UnlockSchedule {
  /** What may be claimed by now. */
  readonly now: Decimal;
  /** What is approved and falls due, by UTC day, in order. */
  readonly next: readonly { readonly day: string; readonly amount: Decimal }[];
  /** What nobody approved yet, or has no date. */
  readonly later: Decimal;
}

/** The unlock schedule of rewards at `at` (Unix seconds). What is released or failed is no part of it any more. */
export function unlockSchedule(unlocks: readonly Unlock[], at: number): UnlockSchedule {
  const open = unlocks.filter(({ status }) => ['claimable', 'approved', 'locked'].includes(status));
  const isDue = ({ due }: Unlock) => due !== null && compare(due, String(at)) <= 0;
  const claimable = open.filter(
    (one) => one.status === 'claimable' || (one.status === 'approved' && isDue(one)),
  );
  const ahead = open.filter((one) => one.status === 'approved' && one.due !== null && !isDue(one));
  const days = Map.groupBy(ahead, ({ due }) => new Date(Number(due) * 1000).toISOString().slice(0, 10));
  const total = (some: readonly Unlock[]) => sumOf(some.map(({ amount }) => amount));
  return {
    now: total(claimable),
    next: [...days]
      .map(([day, some]) => ({ day, amount: total(some) }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    later: total(
      open.filter(({ status, due }) => status === 'locked' || (status === 'approved' && due === null)),
    ),
  };
}
