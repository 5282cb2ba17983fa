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
