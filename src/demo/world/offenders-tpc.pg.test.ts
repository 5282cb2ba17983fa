import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installFieldLedger } from '../../testing/field-ledger.ts';
import {
  createEmptyLedgerDatabase,
  createLedgerDatabase,
  type LedgerDatabase,
  withClient,
} from '../../testing/postgres.ts';
import { answerOf } from '../../testing/systems.ts';
import { insertTransactions } from '../../testing/transactions.ts';

/** A database of each form in which TPC is met, with two batches and nothing wrong, and how many transactions they distribute. */
const FORMS = {
  'the runbook’s form': {
    distributed: '2',
    async create() {
      const database = await createLedgerDatabase();
      await withClient(database.ownerUrl, async (client) => {
        for (const day of ['2026-01-18', '2026-01-19']) {
          await insertTransactions(client, [{ amount: '1000', created_at: `${day}T00:00:00Z` }]);
          await client.query('SELECT tpc_distribute_at($1)', [`${day}T01:02:03.123456Z`]);
        }
      });
      return database;
    },
  },
  'the field’s form': {
    distributed: '6',
    async create() {
      const database = await createEmptyLedgerDatabase();
      await withClient(database.ownerUrl, installFieldLedger);
      return database;
    },
  },
} as const;

/** Figures of a hashed batch do not change by themselves: the ledger's own refusal is set aside. */
const QUIET = 'SET session_replication_role = replica;';
const LATER = `(SELECT id FROM public.tpc_distribution_batches ORDER BY created_at DESC LIMIT 1)`;

describe.each(Object.entries(FORMS))('TPC-18 on a database of %s', (_, { create, distributed }) => {
  let database: LedgerDatabase;
  beforeAll(async () => {
    database = await create();
  });
  afterAll(() => database.drop());
  const ask = (check: string, change?: string) => answerOf(database, 'tpc', check, change);

  test('nothing is wrong: one batch a period, every count right, and the transactions counted', async () => {
    expect(await ask('periods-apart')).toMatchObject({ outcome: 'up', value: '0' });
    expect(await ask('tx-counts')).toMatchObject({ outcome: 'up', value: '0' });
    expect(await ask('ledger-distributed')).toMatchObject({ outcome: 'up', value: distributed });
  });

  test('a batch over the time of another is found', async () => {
    const over = `${QUIET} INSERT INTO public.tpc_distribution_batches (created_at, period_start, period_end, public_hash, note)
        SELECT created_at + interval '1 hour', period_start, period_end, 'hash', 'second'
          FROM public.tpc_distribution_batches WHERE id = ${LATER}
      -- and back: DELETE FROM public.tpc_distribution_batches WHERE note = 'second'`;
    expect(await ask('periods-apart', over)).toMatchObject({ outcome: 'down', value: '1' });
  });

  test('a batch that counts one transaction too many, and one that counts none at all', async () => {
    const counting = (
      count: string,
    ) => `${QUIET} ALTER TABLE public.tpc_distribution_batches ALTER tx_count DROP NOT NULL;
        CREATE TABLE public.kept AS SELECT id, tx_count FROM public.tpc_distribution_batches WHERE id = ${LATER};
        UPDATE public.tpc_distribution_batches SET tx_count = ${count} WHERE id = ${LATER}
      -- and back: UPDATE public.tpc_distribution_batches AS b SET tx_count = kept.tx_count FROM public.kept WHERE kept.id = b.id;
        DROP TABLE public.kept`;
    expect(await ask('tx-counts', counting('tx_count + 1'))).toMatchObject({ outcome: 'down', value: '1' });
    expect(await ask('tx-counts', counting('NULL'))).toMatchObject({ outcome: 'down', value: '1' });
    expect(await ask('tx-counts')).toMatchObject({ outcome: 'up' });
  });

  test('a batch whose transactions the log does not hold', async () => {
    const lost = `CREATE TABLE public.kept AS SELECT * FROM public.tpc_distribution_logs WHERE batch_id = ${LATER};
        DELETE FROM public.tpc_distribution_logs WHERE batch_id = ${LATER}
      -- and back: INSERT INTO public.tpc_distribution_logs SELECT * FROM public.kept; DROP TABLE public.kept`;
    expect(await ask('tx-counts', lost)).toMatchObject({ outcome: 'down', value: '1' });
  });
});
