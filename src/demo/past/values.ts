import type { Check } from '../../systems/check/check.ts';
import { BNB, heightOf } from '../world/evm.ts';

/** A number a check measured at `at` (seconds since 1970), from noise in [0, 1). */
export type Measurement = (at: number, noise: number) => string;

const HOUR = 3600;
const DAY = 24 * HOUR;

const between =
  (from: number, to: number, decimals = 0): Measurement =>
  (_, noise) =>
    (from + (to - from) * noise).toFixed(decimals);
const fixed =
  (text: string): Measurement =>
  () =>
    text;

/** Busy in the day of Jakarta, quiet in its night: from 0 at four in the morning to 1 in the afternoon. */
export function rhythm(at: number): number {
  const hour = ((at % DAY) / HOUR + 7) % 24;
  return (1 - Math.cos(((hour - 4) / 24) * 2 * Math.PI)) / 2;
}

/** What is measured, where a count of 0 would not be believed; the same as the demo world shows at present. */
function measurements(now: number): Readonly<Record<string, Measurement>> {
  const grown = (present: number, aDay: number) => (at: number) =>
    String(Math.max(0, Math.round(present - ((now - at) / DAY) * aDay)));
  const uptime = (at: number) => at % 864_000;
  const chain = (at: number) => heightOf(BNB, new Date(at * 1000));
  return {
    // One batch a day at 01:02 UTC.
    'tpc/last-batch': (at) => (((at - (HOUR + 130) + DAY) % DAY) / HOUR).toFixed(3),
    'tpc/api-distributed': (at) => grown(18_911, 67)(Math.floor((at - HOUR) / DAY) * DAY + HOUR),
    'tpc/ledger-distributed': (at) => grown(18_911, 67)(Math.floor((at - HOUR) / DAY) * DAY + HOUR),
    'event-api/log-4xx': between(11, 38),
    'coinscious/block-lag': between(0, 4.4),
    'coinscious/staging-block-lag': between(1, 6),
    'coinscious/events-per-minute': (at, noise) => (118 + 70 * rhythm(at) + 30 * noise).toFixed(0),
    'coinscious/indexer-events': (at) => String(100_000 + uptime(at) * 2),
    'coinscious/indexer-errors': (at) => String(Math.floor((100_000 + uptime(at) * 2) / 4_000)),
    'coinscious/error-rate': fixed('0.02'),
    'coinscious/memory': (at, noise) => (58 + 9 * rhythm(at) + 4 * noise).toFixed(1),
    'coinscious/cpu': (at, noise) => (18 + 30 * rhythm(at) + 8 * noise).toFixed(0),
    'coinscious/storage': (at) => (57.8 - ((now - at) / DAY) * 0.08).toFixed(1),
    'coinscious/backups': fixed('100'),
    'coinscious/failed-transactions': between(0.1, 0.45, 2),
    'coinscious/connection-pool': (at, noise) => (14 + 22 * rhythm(at) + 6 * noise).toFixed(2),
    'coinscious/query-time': (at, noise) => (11 + 5 * rhythm(at) + noise).toFixed(3),
    'coinscious/holder-count': grown(1_284, 0.8),
    'coinscious/compliance-actions': between(6, 9),
    'coinscious/transfers': between(96, 140),
    'coinscious/rpc-lag': between(-1, 1),
    'voucher/rpc-lag': between(-2, 3),
    'commit-to-ship/rpc-lag': between(-3, 4),
    'voucher/listener-heartbeat': between(2, 18, 3),
    'voucher/chain-height': (at) => String(chain(at)),
    'voucher/listener-block': (at) => String(chain(at) - 4),
    'voucher/listener-lag': between(3, 9),
    'voucher/saved-block': between(3, 21, 3),
    'voucher/rpc-disconnects': fixed('2'),
    'voucher/confirmation-time': between(76, 91, 1),
    'voucher/orders-by-day': between(820, 930),
    'voucher/chain-moves': between(0.5, 2.4, 3),
    'voucher/minting-usual': between(0, 1.6, 2),
    'voucher/redeeming-usual': between(0, 1.8, 2),
    'commit-to-ship/audit-admin': between(0, 2.4),
    'commit-to-ship/audit-by-day': between(9, 18),
    'commit-to-ship/database-by-api': between(5, 16),
  };
}

/** How a check's value is invented; null for one that measures nothing besides its latency. */
export function measurementOf(system: string, check: Check, now: number): Measurement | null {
  const known = measurements(now)[`${system}/${check.id}`];
  if (known !== undefined) return known;
  switch (check.kind) {
    case 'sql':
    case 'reconciliation':
      return fixed(check.kind === 'sql' && check.answer === 'some-rows' ? '1' : '0');
    case 'dataset':
      return check.ask === 'current' ? null : fixed('0');
    case 'derived':
      return fixed('0');
    case 'attested':
      return check.gauge === undefined ? null : fixed('0');
    case 'tls':
      return (at) => String(60 - (Math.floor(at / DAY) % 60));
    case 'http':
    case 'jsonrpc':
      return null;
    default:
      return check satisfies never;
  }
}
