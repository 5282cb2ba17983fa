import { expect, test } from 'vitest';
import { readRows } from '../../testing/content.ts';
import { createPublishedFieldScene, FIELD_BATCHES, findingsIn } from '../../testing/field-ledger.ts';
import { expectStale } from '../../testing/scene.ts';

test('TPC-05: fractions become percentages to the digit, and the rest stays with the platform', async () => {
  const { scene } = await createPublishedFieldScene();
  expect(await readRows(scene.root, 'split')).toEqual([
    { referral: '10', treasury: '20', buyback: '5', platform: '65' },
  ]);
  await scene.asOwner(`UPDATE app_settings SET value = '{"referral": 1e-1, "treasury": 0.2000000000000000001,
    "buyback": 0.3}' WHERE key = 'distribution_split'`);
  await scene.snapshot();
  expect(await readRows(scene.root, 'split')).toEqual([
    { referral: '10', treasury: '20.00000000000000001', buyback: '30', platform: '39.99999999999999999' },
  ]);
});

test.each([
  [
    '{"referral": 0.5, "treasury": 0.5, "buyback": 0.05}',
    'the fractions sum to 1.05, which is more than the whole (1)',
  ],
  [
    '{"referral": 10, "treasury": 20, "buyback": 5}',
    'the fractions sum to 35, which is more than the whole (1)',
  ],
  ['{"referral": -0.1, "treasury": 0.2, "buyback": 0.05}', 'expected an amount of 0 or more'],
  ['{"referral": 0.1, "treasury": 0.2}', 'split, row 1'],
  ['[0.1, 0.2, 0.05]', 'split, row 1'],
])('TPC-05: the setting %s is refused, and the last split stands', async (value, reason) => {
  const { scene, standing } = await createPublishedFieldScene();
  await scene.asOwner(`UPDATE app_settings SET value = '${value}' WHERE key = 'distribution_split'`);
  const ending = await scene.snapshot();
  expect(ending.text).toContain(reason);
  await expectStale(scene, ending, standing, { split: 'invalid-row' });
});

test('TPC-05, TPC-08: the history of the split is read from fractions, and each batch is judged by its own', async () => {
  const { scene } = await createPublishedFieldScene();
  expect((await findingsIn(scene)).split).toBeUndefined();
  await scene.asOwner(`UPDATE tpc_distribution_batches SET referral_sum = 10, public_hash = encode(sha256(convert_to(id
    || '|2026-01-05 01:00:00+00|||1|100.000000|10.000000|20.000000|5.000000', 'UTF8')), 'hex')
    WHERE id = '${FIELD_BATCHES.earlier}'`);
  const { text } = await scene.snapshot();
  expect(text).toContain(
    'Batch of 2026-01-05 01:00:00+00: the sum of the parts differs by -5, referral by -5, treasury by 0, buyback by 0 (tolerance 0.0000015).',
  );
});
