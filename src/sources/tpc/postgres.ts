import type pg from 'pg';
import type { DatasetName, RowOf } from '../../domain/dataset.ts';
import { DEMO_MARK } from '../../domain/demo-mark.ts';
import { readTable, type TableSource } from '../postgres/table.ts';
import { inTransaction, type PostgresOptions } from '../postgres/transaction.ts';
import type { Source } from '../source.ts';
import { batches } from './batches.ts';
import { changelog } from './changelog.ts';
import { daily } from './daily.ts';
import { ledger } from './ledger.ts';
import { metrics } from './metrics.ts';
import { split } from './split.ts';
import { wallets } from './wallets.ts';

/** The mapping of the runbook's tables. A dataset without a source here does not compile. */
const TABLES: { readonly [Name in DatasetName]: TableSource<unknown, RowOf<Name>> } = {
  batches,
  ledger,
  changelog,
  split,
  wallets,
  metrics,
  daily,
};

/** Runs `work` with TPC's database as its source, all of it as of one instant. */
export function withPostgres<T>(options: PostgresOptions, work: (source: Source) => Promise<T>): Promise<T> {
  return inTransaction(options, async (client) =>
    work({
      kind: 'postgres',
      demo: await bearsDemoMark(client),
      read: (name) => readTable(client, name, TABLES[name]),
    }),
  );
}

async function bearsDemoMark(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ comment: string }>(
    `SELECT obj_description(oid, 'pg_class') AS comment FROM pg_class
      WHERE relnamespace = to_regnamespace('public') AND obj_description(oid, 'pg_class') LIKE $1 || '%'`,
    [DEMO_MARK],
  );
  return rows.length > 0;
}
