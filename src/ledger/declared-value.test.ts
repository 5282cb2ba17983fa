import { expect, test } from 'vitest';
import { declaredJson, declaredText } from './declared-value.ts';

const PERSON = 'aaaaaaaa-dead-4bad-8bad-aaaaaaaaaaaa';

test.each([
  ['a split', 'distribution_split', '{"buyback": 0.05, "referral": 0.10, "treasury": 0.20}', null, 0],
  [
    'a split with more in it than shares',
    'distribution_split',
    `{"referral": 0.10, "treasury": 0.20, "buyback": 0.050, "burn": 1e-2, "by": "${PERSON}", "referrals": 1}`,
    '{"referral": 0.10, "treasury": 0.20, "buyback": 0.050, "burn": 0.01}',
    2,
  ],
  ['a share that is no number', 'distribution_split', '{"referral": {"id": 7}}', null, 1],
  [
    'wallets',
    'public_wallets',
    `{"burn": {"label": "B \\"1\\"", "address": null, "owner": "${PERSON}"}, "team": {"label": "x"}, "treasury": null}`,
    '{"burn": {"label": "B \\"1\\"", "address": null}, "treasury": null}',
    2,
  ],
  ['a wallet that is a text', 'public_wallets', '{"treasury": "a text"}', null, 1],
  ['a key that nobody declared', 'support_hours', '"weekdays"', null, 1],
  ['no object where one is declared', 'distribution_split', `"${PERSON}"`, null, 1],
  ['a list', 'public_wallets', `["${PERSON}"]`, null, 1],
  ['what is no JSON', 'public_wallets', PERSON, null, 1],
  ['the prototype of objects', 'constructor', '{"a": 1}', null, 1],
])(
  'TPC-03: of %s only what is declared is published, and the rest is counted',
  (_, key, text, left, count) => {
    expect(declaredJson(key, text)).toEqual({ text: count === 0 ? text : left, leftOut: count });
  },
);

test('TPC-03: in the runbook’s changelog a plain text is what an administrator published; JSON is not', () => {
  expect(declaredText('support_hours', 'weekdays')).toEqual({ text: 'weekdays', leftOut: 0 });
  expect(declaredText('fee', '0.5')).toEqual({ text: '0.5', leftOut: 0 });
  expect(declaredText('fee', null)).toEqual({ text: null, leftOut: 0 });
  expect(declaredText('fee', ` {"by": "${PERSON}"}`)).toEqual({ text: null, leftOut: 1 });
  expect(declaredText('distribution_split', '{"referral": 25, "treasury": 60, "buyback": 15}').leftOut).toBe(
    0,
  );
});
