import type { Sample } from '../../status/sample.ts';

/** Something that went wrong in the invented past: which checks answered how, and when. */
export interface Story {
  /** Hours before the present; 0 hours long reaches into the present. */
  readonly hoursAgo: number;
  readonly hours: number;
  readonly checks: readonly string[];
  /** What they answered; a value in it is drawn from `value`. */
  readonly answer: Pick<Sample, 'outcome' | 'reason' | 'endpoint'>;
  readonly value?: readonly [from: number, to: number];
}

const DAY = 24;
const failed = (reason: Sample['reason']) => ({ outcome: 'down', reason }) as const;
const slow = { outcome: 'degraded', reason: 'target-missed' } as const;
const unknown = (reason: Sample['reason']) => ({ outcome: 'unknown', reason }) as const;

/** By system. Every story ends before the present, or is what the demo world shows now as well. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  tpc: [
    {
      // An edge deployment that was rolled back.
      hoursAgo: 41 * DAY + 5,
      hours: 0.85,
      checks: ['api-metrics', 'api-batches', 'api-wallets', 'api-changelog', 'api-daily', 'api-errors'],
      answer: failed('unexpected-status'),
    },
    { hoursAgo: 41 * DAY + 5, hours: 0.85, checks: ['api-distributed'], answer: failed('unexpected-status') },
    { hoursAgo: 41 * DAY + 5, hours: 0.85, checks: ['api-agrees'], answer: unknown('input-unknown') },
    { hoursAgo: 12 * DAY + 2, hours: 4.5, checks: ['last-batch'], answer: slow, value: [24.1, 28.4] },
    { hoursAgo: 66 * DAY, hours: 0.6, checks: ['page-loads'], answer: failed('timed-out') },
    { hoursAgo: 23 * DAY, hours: 1.25, checks: ['ledger-read'], answer: failed('not-current') },
    {
      hoursAgo: 137 * DAY + 6,
      hours: 3.2,
      checks: ['page-loads', 'csv-export'],
      answer: failed('timed-out'),
    },
    { hoursAgo: 214 * DAY, hours: 31, checks: ['last-batch'], answer: slow, value: [24.2, 47.5] },
  ],
  'event-api': [
    {
      hoursAgo: 63 * DAY + 11,
      hours: 0.7,
      checks: ['events-answer', 'api-health', 'database-by-api'],
      answer: failed('unexpected-status'),
    },
    { hoursAgo: 30 * DAY, hours: 2.5, checks: ['log-4xx', 'log-5xx'], answer: unknown('overdue') },
    { hoursAgo: 19 * DAY, hours: 3, checks: ['log-5xx'], answer: slow, value: [2, 9] },
    {
      hoursAgo: 246 * DAY + 13,
      hours: 5.4,
      checks: ['events-answer', 'api-health', 'database-by-api'],
      answer: failed('refused-connection'),
    },
    // Since a release six days ago the guard lets a call without x-event-id through, and still does.
    { hoursAgo: 6 * DAY + 4, hours: 200, checks: ['event-guard'], answer: failed('unexpected-status') },
  ],
  coinscious: [
    {
      hoursAgo: 55 * DAY,
      hours: 1.3,
      checks: ['api-health', 'system-status'],
      answer: failed('unexpected-status'),
    },
    {
      // The first provider was out; the backup answered.
      hoursAgo: 27 * DAY + 6,
      hours: 4,
      checks: ['rpc-latency', 'token-running'],
      answer: { outcome: 'degraded', reason: 'backup-answered', endpoint: 2 },
    },
    { hoursAgo: 27 * DAY + 6, hours: 4, checks: ['rpc-lag', 'rpc-chain'], answer: failed('timed-out') },
    { hoursAgo: 9 * DAY + 4, hours: 46, checks: ['block-lag'], answer: slow, value: [12, 240] },
    { hoursAgo: 9 * DAY + 4, hours: 46, checks: ['events-per-minute'], answer: slow, value: [34, 96] },
    { hoursAgo: 72 * DAY, hours: 7, checks: ['memory'], answer: slow, value: [80.4, 91.7] },
    { hoursAgo: 188 * DAY, hours: 74, checks: ['block-lag'], answer: slow, value: [11, 310] },
    {
      hoursAgo: 321 * DAY + 4,
      hours: 4,
      checks: ['api-health', 'system-status', 'console-loads'],
      answer: failed('timed-out'),
    },
    { hoursAgo: 48 * DAY, hours: 26, checks: ['backups'], answer: slow, value: [96, 96] },
    { hoursAgo: 5, hours: 100, checks: ['block-lag'], answer: slow, value: [14, 44] },
    // The operator has not stated the threshold, so that its share was never known.
    {
      hoursAgo: 400 * DAY,
      hours: 500 * DAY,
      checks: ['holder-threshold'],
      answer: unknown('missing-setting'),
    },
  ],
  voucher: [
    {
      hoursAgo: 33 * DAY + 3,
      hours: 1.6,
      checks: ['listener-health', 'listener-heartbeat', 'listener-block'],
      answer: failed('refused-connection'),
    },
    {
      hoursAgo: 33 * DAY + 3,
      hours: 1.6,
      checks: ['rpc-disconnects', 'address-mismatches', 'parsing-errors'],
      answer: failed('refused-connection'),
    },
    { hoursAgo: 33 * DAY + 3, hours: 1.6, checks: ['listener-lag'], answer: unknown('input-unknown') },
    {
      hoursAgo: 33 * DAY + 2.5,
      hours: 1.5,
      checks: ['stuck-orders'],
      answer: failed('offending-rows'),
      value: [1, 6],
    },
    {
      hoursAgo: 33 * DAY + 2.7,
      hours: 1.3,
      checks: ['saved-block'],
      answer: failed('limit-exceeded'),
      value: [950, 5_700],
    },
    {
      hoursAgo: 15 * DAY,
      hours: 2.2,
      checks: ['rpc-answers', 'contract-running', 'chain-height'],
      answer: { outcome: 'degraded', reason: 'backup-answered', endpoint: 2 },
    },
    {
      hoursAgo: 15 * DAY,
      hours: 2.2,
      checks: ['rpc-lag', 'rpc-chain', 'chain-moves'],
      answer: failed('timed-out'),
    },
    { hoursAgo: 52 * DAY, hours: 9, checks: ['backup'], answer: unknown('overdue') },
    {
      hoursAgo: 159 * DAY + 8,
      hours: 6,
      checks: ['rpc-lag', 'rpc-chain', 'chain-moves'],
      answer: failed('timed-out'),
    },
    { hoursAgo: 275 * DAY, hours: 52, checks: ['restore-test'], answer: unknown('overdue') },
  ],
  'commit-to-ship': [
    {
      hoursAgo: 70 * DAY + 8,
      hours: 0.8,
      checks: ['api-health', 'database-by-api'],
      answer: failed('unexpected-json'),
    },
    { hoursAgo: 70 * DAY + 8, hours: 0.8, checks: ['pooler'], answer: failed('timed-out') },
    {
      hoursAgo: 70 * DAY + 8,
      hours: 0.8,
      checks: ['audit-errors', 'audit-admin', 'audit-by-day', 'stale-locks', 'milestones-aligned'],
      answer: unknown('database-unreachable'),
    },
    {
      hoursAgo: 18 * DAY + 1,
      hours: 2,
      checks: ['latest-blockhash', 'block-time', 'token-accounts'],
      answer: { outcome: 'degraded', reason: 'backup-answered', endpoint: 2 },
    },
    { hoursAgo: 18 * DAY + 1, hours: 2, checks: ['rpc-lag', 'rpc-network'], answer: failed('timed-out') },
    {
      hoursAgo: 44 * DAY,
      hours: 3.5,
      checks: ['stale-locks'],
      answer: failed('limit-exceeded'),
      value: [1, 1],
    },
    {
      hoursAgo: 203 * DAY + 10,
      hours: 2.6,
      checks: ['api-health', 'database-by-api'],
      answer: failed('unexpected-status'),
    },
    { hoursAgo: 3, hours: 100, checks: ['normalization'], answer: unknown('overdue') },
  ],
};
