import { expect, test } from 'vitest';
import { hashedBatch } from '../testing/publication.ts';
import { compareWithLedger } from './ledger.ts';

const ledger = (lines: string | undefined, referral_sum: string) => ({
  batch_id: hashedBatch().id,
  tx_counted: '200',
  amount_sum: '1000.000000',
  referral_sum,
  treasury_sum: '600.000000',
  buyback_sum: '150.000000',
  duplicates: '0',
  ...(lines === undefined ? {} : { referral_lines: lines }),
});

test.each([
  ['200', '250.000019', 'rounding', '0.0001'],
  ['200', '250.000101', 'different', '0.0001'],
  ['2', '250.000001', 'rounding', '0.000001'],
  ['1', '250.000001', 'different', '0.0000005'],
  ['0', '0.000000', 'different', '0'],
  [undefined, '250.000100', 'rounding', '0.0001'],
])(
  'TPC-08: %s lines that sum to %s are %s: half a millionth a line, %s',
  (lines, sum, verdict, tolerance) => {
    const batch = hashedBatch({ tx_count: '200' });
    const line = compareWithLedger(batch, ledger(lines, sum)).find(({ figure }) => figure === 'referral_sum');
    expect(line).toMatchObject({ verdict, tolerance });
  },
);
