import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { inTransaction } from '../sources/postgres/transaction.ts';
import { createEmptyLedgerDatabase, withClient } from '../testing/postgres.ts';
import { accessOf, functionsOf } from './access.ts';
import { readCatalog } from './catalog.ts';

test('TPC-16 the form of the field: what is open is found, and to whom', async () => {
  const database = await createEmptyLedgerDatabase();
  onTestFinished(() => database.drop());
  const sql = await readFile(new URL('../testing/field-ledger.sql', import.meta.url), 'utf8');
  await withClient(database.ownerUrl, async (client) => {
    await client.query(sql);
    await client.query('GRANT UPDATE, DELETE ON public.tpc_distribution_batches TO PUBLIC');
  });
  const catalog = await inTransaction({ url: database.readerUrl }, readCatalog);
  const found = [accessOf(catalog), functionsOf(catalog)].flatMap(({ findings }) => findings);
  expect(found.map(({ id, severity }) => `${severity} ${id}`)).toMatchInlineSnapshot(`
    [
      "high rls-off:tpc_distribution_batches",
      "high rls-off:tpc_distribution_logs",
      "high rls-off:tpc_settings",
      "high rls-off:tpc_settings_changelog",
      "high rls-off:tpc_transactions",
      "high grant-write:tpc_distribution_batches:PUBLIC",
    ]
  `);
});
