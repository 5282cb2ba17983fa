import { type Calendar, HISTORY_DAYS } from './calendar.ts';
import { HOUR, MINUTE, type Microseconds, SECOND, toText } from './instant.ts';
import type { Random } from './random.ts';

const MILLION = 1_000_000n;

/**
 * Points of a log-normal distribution (median 90 TPC, sigma 1.1): in how many of ten thousand
 * cases the amount is at most so many TPC. Drawing between them needs no floating point.
 */
const quantiles: readonly (readonly [share: number, amount: bigint])[] = [
  [0, 2n],
  [500, 15n],
  [1000, 22n],
  [2000, 36n],
  [3000, 51n],
  [4000, 68n],
  [5000, 90n],
  [6000, 119n],
  [7000, 160n],
  [8000, 227n],
  [8500, 281n],
  [9000, 369n],
  [9500, 550n],
  [9800, 862n],
  [9950, 1530n],
  [10_000, 3400n],
];

/** A sum of TPC in whole millionths, times `perMille` / 1000. Always positive. */
export function drawAmount(random: Random, perMille: number): bigint {
  const share = random.int(1, 10_000);
  const upper = quantiles.findIndex(([limit]) => limit >= share);
  const [, from] = quantiles[upper - 1] ?? [0, 0n];
  const [, to] = quantiles[upper] ?? [0, 0n];
  const between = (to - from) * BigInt(random.int(0, 999_999));
  return ((from * MILLION + between) * BigInt(perMille)) / 1000n;
}

/** Decimal text with six digits after the point: `1000.100010`. */
export function amountText(millionths: bigint): string {
  return `${millionths / MILLION}.${String(millionths % MILLION).padStart(6, '0')}`;
}

/** A row of `tpc_transactions` before any distribution. */
export interface TransactionRow {
  id: string;
  user_id: string;
  type: 'marketplace' | 'staking' | 'subscription';
  /** TPC, six decimals. */
  amount: string;
  source_id: string;
  status: 'pending' | 'verified';
  verified_at: string | null;
  created_at: string;
}

const types = ['marketplace', 'staking', 'subscription'] as const;
const typeWeights = [52, 28, 20];
const typeScale = { marketplace: 1000, staking: 1150, subscription: 700 };

/** Sunday first, as in Date: fewer at the weekend. */
const weekdayPerMille = [740, 1060, 1100, 1110, 1090, 1120, 870];
/** By hour of UTC: the platform's people live seven to nine hours ahead. */
const hourWeights = [5, 7, 9, 10, 10, 9, 9, 8, 8, 8, 8, 9, 10, 10, 9, 7, 4, 2, 1, 1, 1, 1, 2, 3];

const PER_DAY = 34;
const USERS = 900;
const PENDING_AT_THE_END = 8;
const UNDISTRIBUTED_AT_THE_END = 6;

function countOf(day: Microseconds, daysAgo: number, random: Random): number {
  const weekday = weekdayPerMille[new Date(day / 1000).getUTCDay()] ?? 1000;
  const growth = 1180 - Math.floor((360 * daysAgo) / HISTORY_DAYS);
  return Math.round((PER_DAY * weekday * growth * random.int(85, 115)) / 100_000_000);
}

/** Minutes mostly, hours sometimes, more than a day rarely. */
function verificationDelay(random: Random): Microseconds {
  const [from, to] = random.pick([
    ...Array<[number, number]>(42).fill([60, 1200]),
    ...Array<[number, number]>(7).fill([1200, 21_600]),
    [21_600, 129_600] as [number, number],
  ]);
  return random.int(from, to) * SECOND + random.int(0, SECOND - 1);
}

/**
 * All transactions of the history, oldest first. Some after `lastBatch` are verified and not
 * yet distributed, some are still pending.
 */
export function inventTransactions(
  calendar: Calendar,
  lastBatch: Microseconds,
  random: Random,
): TransactionRow[] {
  const users = Array.from({ length: USERS }, () => random.uuid());
  const created: { at: Microseconds; verifiedAt: Microseconds | null }[] = [];

  for (let daysAgo = HISTORY_DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = calendar.day(daysAgo);
    for (let left = countOf(day, daysAgo, random); left > 0; left -= 1) {
      const at = day + random.weighted(hourWeights) * HOUR + random.int(0, 3599) * SECOND;
      const verifiedAt = at + verificationDelay(random);
      if (at < calendar.now) created.push({ at: at + random.int(0, SECOND - 1), verifiedAt });
    }
  }
  // Whatever the hour, the end of the history has both kinds.
  const sinceBatch = calendar.now - lastBatch;
  for (let index = 1; index <= UNDISTRIBUTED_AT_THE_END; index += 1) {
    const verifiedAt = lastBatch + Math.ceil((sinceBatch * index) / (UNDISTRIBUTED_AT_THE_END + 1));
    created.push({ at: verifiedAt - random.int(5 * 60, 40 * 60) * SECOND, verifiedAt });
  }
  for (let index = 0; index < PENDING_AT_THE_END; index += 1) {
    created.push({ at: calendar.now - MINUTE - random.int(1, 3 * 3600) * SECOND, verifiedAt: null });
  }

  return created
    .filter(({ at }) => at < calendar.now)
    .sort((a, b) => a.at - b.at)
    .map(({ at, verifiedAt }, index) => {
      const type = types[random.weighted(typeWeights)] ?? 'marketplace';
      const verified = verifiedAt !== null && verifiedAt < calendar.now;
      return {
        id: random.uuid(),
        user_id: random.pick(users),
        type,
        amount: amountText(drawAmount(random, typeScale[type])),
        source_id: `${type}-${String(index + 1).padStart(6, '0')}`,
        status: verified ? 'verified' : 'pending',
        verified_at: verified ? toText(verifiedAt) : null,
        created_at: toText(at),
      };
    });
}
