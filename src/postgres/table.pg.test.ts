import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../testing/postgres.ts';
import { readTable } from './table.ts';
import { inTransaction } from './transaction.ts';

let database: LedgerDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.adminUrl, (client) =>
    client.query(`
      CREATE TABLE public.rows_of_some (id int);
      INSERT INTO public.rows_of_some VALUES (1), (2);
      ALTER TABLE public.rows_of_some ENABLE ROW LEVEL SECURITY;
      CREATE POLICY first_row ON public.rows_of_some FOR SELECT USING (id = 1);
      CREATE TABLE public.rows_of_none (id int);
      INSERT INTO public.rows_of_none VALUES (1), (2);
      ALTER TABLE public.rows_of_none ENABLE ROW LEVEL SECURITY;
      CREATE VIEW public.of_the_owner AS SELECT id FROM public.rows_of_none;
      CREATE VIEW public.of_whoever_asks WITH (security_invoker) AS SELECT id FROM public.rows_of_some;
      GRANT SELECT ON public.of_whoever_asks, public.of_the_owner, public.rows_of_some TO ${database.reader.name}`),
  );
});
afterAll(() => database.drop());

test('rows that row-level security may have hidden behind a view are not taken for all there are', async () => {
  const read = (view: string) => ({
    tables: [`public.${view}`],
    sql: `SELECT id FROM public.${view}`,
    columns: { id: 'integer' as const },
    wire: z.object({ id: z.string() }),
    toRows: (wire: readonly { id: string }[]) => wire,
  });
  const readings = await inTransaction({ url: database.readerUrl }, async (client) => [
    await readTable(client, 'one', read('of_whoever_asks')),
    await readTable(client, 'other', read('of_the_owner')),
  ]);
  expect(readings.map(({ rows, rowsMayBeHidden }) => [rows.length, rowsMayBeHidden])).toEqual([
    [1, true],
    [2, false],
  ]);
});
