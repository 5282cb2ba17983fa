import { expect, test } from 'vitest';
import { reconcileEscrows, unlockSchedule } from './escrow.ts';

test('CTS-07: one escrow’s surplus does not pay for another’s shortfall, to the last lamport', () => {
  const escrow = (expected: string, balance: string | null) => ({ label: 'personal', expected, balance });
  expect(
    reconcileEscrows([
      escrow('9007199254740993', '9007199254740992'),
      escrow('100', '5000000000000000000'),
      escrow('7', '7'),
      escrow('7', null),
    ]),
  ).toEqual({
    underfunded: 1,
    underfunded_by: '1',
    overfunded: 1,
    overfunded_by: '4999999999999999900',
    not_known: 1,
  });
});

test('CTS-07: the unlock schedule by what is claimable, what falls due when, and what nobody approved', () => {
  const now = Date.parse('2026-01-26T12:00:00Z') / 1000;
  const unlock = (status: string, seconds: number, amount: string) => ({
    status,
    due: String(now + seconds),
    amount,
  });
  expect(
    unlockSchedule(
      [
        unlock('claimable', 99, '1'),
        unlock('approved', 0, '2'),
        unlock('approved', 172_800, '8'),
        unlock('approved', 86_400, '4'),
        unlock('approved', 86_401, '4'),
        unlock('locked', -5, '16'),
        unlock('released', -5, '32'),
        unlock('failed', -5, '64'),
      ],
      now,
    ),
  ).toEqual({
    now: '3',
    next: [
      { day: '2026-01-27', amount: '8' },
      { day: '2026-01-28', amount: '8' },
    ],
    later: '16',
  });
});
