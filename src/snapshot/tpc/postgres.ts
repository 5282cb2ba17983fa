import type pg from 'pg';
import type { PeerTime } from '../../core/clock.ts';
import { DEMO_MARK } from '../../core/demo-mark.ts';
import type { DatasetName, RowOf } from '../../ledger/dataset.ts';
import { type FormedDataset, isFormed } from '../../ledger/form.ts';
import { readTable, type TableSource } from '../../postgres/table.ts';
import { inTransaction, type PostgresOptions } from '../../postgres/transaction.ts';
import type { Reading, Source } from '../source.ts';
import { batches } from './batches.ts';
import { readCatalogue } from './catalogue.ts';
import { daily } from './daily.ts';
import { readFormed } from './formed.ts';
import { metrics } from './metrics.ts';

type PlainDataset = Exclude<DatasetName, FormedDataset>;

/** The datasets that are the same tables in every form. One that is neither here nor in `PLACES` does not compile. */
const TABLES: { readonly [Name in PlainDataset]: TableSource<unknown, RowOf<Name>> } = {
  batches,
  metrics,
  daily,
};

/** Runs `work` with TPC's database as its source, all of it as of one instant, whichever form it has. */
export function withPostgres<T>(options: PostgresOptions, work: (source: Source) => Promise<T>): Promise<T> {
  let time: PeerTime | null = null;
  const onTime = (told: PeerTime) => {
    time = told;
    options.onTime?.(told);
  };
  return inTransaction({ ...options, onTime }, async (client) => {
    const catalogue = await readCatalogue(client);
    return work({
      kind: 'postgres',
      demo: await bearsDemoMark(client),
      time,
      read: (name, asked) =>
        isFormed(name)
          ? readFormed(client, name, catalogue, asked)
          : readPlain(client, name as typeof name & PlainDataset),
    });
  });
}

async function readPlain<Name extends PlainDataset>(client: pg.Client, name: Name): Promise<Reading<Name>> {
  const source: TableSource<unknown, RowOf<Name>> = TABLES[name];
  return { ...(await readTable(client, name, source)), form: null, place: null, mapping: 'tables' };
}

async function bearsDemoMark(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ comment: string }>(
    `SELECT obj_description(oid, 'pg_class') AS comment FROM pg_class
      WHERE relnamespace = to_regnamespace('public') AND obj_description(oid, 'pg_class') LIKE $1 || '%'`,
    [DEMO_MARK],
  );
  return rows.length > 0;
}
