import { z } from 'zod';
import { amountSchema } from '../../core/money.ts';
import { fractionsSchema, percentagesSchema, type Split } from '../../ledger/split.ts';
import type { TableSource } from '../../postgres/table.ts';
import { settingSource } from './setting.ts';

const wire = z
  .strictObject({
    referral_percentage: amountSchema,
    treasury_percentage: amountSchema,
    buyback_percentage: amountSchema,
  })
  .transform((row) => ({
    referral: row.referral_percentage,
    treasury: row.treasury_percentage,
    buyback: row.buyback_percentage,
  }))
  .pipe(percentagesSchema);

/** TPC-05: the split in effect; one that does not sum to 100 is refused as an invalid row. */
export const split: TableSource<Split, Split> = {
  tables: ['public.tpc_distribution_settings'],
  sql: `SELECT referral_percentage, treasury_percentage, buyback_percentage FROM public.tpc_distribution_settings`,
  columns: { referral_percentage: 'numeric', treasury_percentage: 'numeric', buyback_percentage: 'numeric' },
  wire,
  toRows: (rows) => rows,
};

/** TPC-05 in the field's form: fractions; more than the whole is refused, the rest stays with the platform. */
export const splitSetting = settingSource<Split>(
  'distribution_split',
  fractionsSchema.transform((current) => [current]),
);
