import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { inTransaction } from '../../postgres/transaction.ts';
import { installFieldLedger } from '../../testing/field-ledger.ts';
import {
  createEmptyLedgerDatabase,
  createLedgerDatabase,
  type LedgerDatabase,
  withClient,
} from '../../testing/postgres.ts';
import { createWebRoles } from '../../testing/roles.ts';
import { accessOf } from './access.ts';
import { readCatalog } from './catalog.ts';
import { functionsOf } from './functions.ts';
import { reachOf } from './reach.ts';

let database: LedgerDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.adminUrl, createWebRoles);
});
afterAll(() => database.drop());

/** The ids of what is found while a change stands, asked by a login that may only read. */
async function foundAfter(change = '', back = ''): Promise<string[]> {
  await withClient(database.ownerUrl, (client) => client.query(change));
  try {
    const catalog = await inTransaction({ url: database.readerUrl }, readCatalog);
    return [accessOf(catalog), functionsOf(catalog)].flatMap(({ findings }) => findings.map(({ id }) => id));
  } finally {
    await withClient(database.ownerUrl, (client) => client.query(back));
  }
}

describe('TPC-16 row-level security, policies, rights and functions', () => {
  test('the reference ledger has nothing to find, and all of it was looked at', async () => {
    expect(await foundAfter()).toEqual([]);
    const catalog = await inTransaction({ url: database.readerUrl }, readCatalog);
    expect([...reachOf(catalog).figures]).toEqual([
      'tpc_transactions',
      'tpc_distribution_logs',
      'tpc_distribution_batches',
      'tpc_changelog',
      'tpc_public_wallets',
      'tpc_distribution_settings',
    ]);
    expect(catalog.policies.length).toBeGreaterThanOrEqual(6);
    expect([accessOf(catalog), functionsOf(catalog)]).toMatchObject([
      { result: 'passed', gap: null },
      { result: 'passed', gap: null },
    ]);
    expect(catalog.functions.map(({ name }) => name.split('(')[0])).toEqual(
      expect.arrayContaining(['tpc_batch_hash', 'tpc_distribute_at', 'attach_batch_proof']),
    );
  });

  const ON = 'public.tpc_distribution_batches';
  test.each([
    [
      'row-level security is off',
      `ALTER TABLE ${ON} DISABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${ON} ENABLE ROW LEVEL SECURITY`,
      ['rls-off:tpc_distribution_batches'],
    ],
    [
      'a policy lets everyone write everything',
      `CREATE POLICY open ON ${ON} FOR ALL USING (true)`,
      `DROP POLICY open ON ${ON}`,
      ['policy-wildcard:tpc_distribution_batches'],
    ],
    [
      'a policy checks nothing of what is inserted',
      `CREATE POLICY open ON ${ON} FOR INSERT TO tpc_reader WITH CHECK (true)`,
      `DROP POLICY open ON ${ON}`,
      ['policy-wildcard:tpc_distribution_batches'],
    ],
    [
      'a policy shows whose transaction it was to everyone',
      'CREATE POLICY open ON public.tpc_transactions FOR SELECT USING (true)',
      'DROP POLICY open ON public.tpc_transactions',
      ['policy-open-read:tpc_transactions'],
    ],
    [
      'everyone may update batches and call what writes to them, as in the field',
      `GRANT UPDATE ON ${ON} TO PUBLIC; GRANT EXECUTE ON FUNCTION public.attach_batch_proof(uuid, text) TO PUBLIC`,
      `REVOKE UPDATE ON ${ON} FROM PUBLIC; REVOKE EXECUTE ON FUNCTION public.attach_batch_proof(uuid, text) FROM PUBLIC`,
      [
        'grant-write:tpc_distribution_batches:PUBLIC',
        'open-function:attach_batch_proof(p_batch_id uuid, p_onchain_tx text)',
      ],
    ],
    [
      'everyone may update one column',
      `GRANT UPDATE (note) ON ${ON} TO PUBLIC`,
      `REVOKE UPDATE (note) ON ${ON} FROM PUBLIC`,
      ['grant-write:tpc_distribution_batches:PUBLIC'],
    ],
    [
      'a function of its owner looks where its caller says',
      'ALTER FUNCTION public.tpc_batch_hash(uuid) RESET search_path',
      'ALTER FUNCTION public.tpc_batch_hash(uuid) SET search_path = pg_catalog, pg_temp',
      ['definer-search-path:tpc_batch_hash(p_batch_id uuid)'],
    ],
    [
      'a function that was just made may be called by everyone, with rights of its owner',
      `CREATE FUNCTION public.touch() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public
         AS 'UPDATE public.tpc_distribution_batches SET note = note'`,
      'DROP FUNCTION public.touch()',
      ['open-function:touch()'],
    ],
    [
      'with the rights of whoever calls it, it gives nobody more than they have',
      "CREATE FUNCTION public.touch() RETURNS void LANGUAGE sql AS 'UPDATE public.tpc_distribution_batches SET note = note'",
      'DROP FUNCTION public.touch()',
      [],
    ],
    [
      'whoever has no login may update',
      `GRANT UPDATE ON ${ON} TO anon`,
      `REVOKE UPDATE ON ${ON} FROM anon`,
      ['grant-write:tpc_distribution_batches:anon'],
    ],
    [
      'whoever has a login may delete through another role, and call what writes',
      `CREATE ROLE editors; GRANT editors TO authenticated WITH INHERIT TRUE;
       GRANT DELETE ON ${ON} TO editors; GRANT EXECUTE ON FUNCTION public.attach_batch_proof(uuid, text) TO authenticated;
       CREATE POLICY open ON ${ON} FOR DELETE TO authenticated USING (true)`,
      `DROP POLICY open ON ${ON}; REVOKE ALL ON ${ON} FROM editors; DROP ROLE editors;
       REVOKE ALL ON FUNCTION public.attach_batch_proof(uuid, text) FROM authenticated`,
      [
        'grant-write:tpc_distribution_batches:editors',
        'policy-wildcard:tpc_distribution_batches',
        'open-function:attach_batch_proof(p_batch_id uuid, p_onchain_tx text)',
      ],
    ],
    [
      'an aggregate is no function to look into',
      "CREATE AGGREGATE public.tpc_total(numeric) (SFUNC = numeric_add, STYPE = numeric, INITCOND = '0')",
      'DROP AGGREGATE public.tpc_total(numeric)',
      [],
    ],
    [
      'a table is not there',
      'ALTER TABLE public.tpc_changelog RENAME TO renamed',
      'ALTER TABLE public.renamed RENAME TO tpc_changelog',
      ['table-absent:tpc_changelog'],
    ],
  ])('%s', async (_fault, change, back, ids) => {
    expect(await foundAfter(change, back)).toEqual(ids);
    expect(await foundAfter()).toEqual([]);
  });

  const WILDCARD = ['policy-wildcard:tpc_distribution_batches'];
  const UNJUDGED = ['policy-not-judged:tpc_distribution_batches'];
  test.each<[string, string[]]>([
    ['(true)', WILDCARD],
    ['1 = 1', WILDCARD],
    ["'a' = 'a'", WILDCARD],
    ["length('a') > 0", WILDCARD],
    ['true OR id IS NULL', WILDCARD],
    ['note IS NULL OR NOT (tx_count > 0 AND false)', WILDCARD],
    ['(SELECT true)', WILDCARD],
    ['1 = 2', []],
    ['note IS NULL', []],
    ["current_user = 'tpc_writer'", []],
    ["current_setting('app.role', true) = 'writer'", []],
    ["id IN (SELECT batch_id FROM public.tpc_transactions WHERE type = 'x')", []],
    ['hidden.who() IS NOT NULL', UNJUDGED],
  ])('TPC-16 a policy to write what passes: %s', async (condition, ids) => {
    const hidden = `CREATE SCHEMA hidden; CREATE FUNCTION hidden.who() RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL'`;
    const change = `${hidden}; CREATE POLICY open ON ${ON} FOR INSERT TO tpc_reader WITH CHECK (${condition})`;
    expect(await foundAfter(change, `DROP POLICY open ON ${ON}; DROP SCHEMA hidden CASCADE`)).toEqual(ids);
  });

  test('an owner that can log in passes by its policies unless they are forced on it', async () => {
    const owner = `${database.reader.name}`;
    expect(
      await foundAfter(
        `ALTER TABLE ${ON} OWNER TO ${owner}`,
        `ALTER TABLE ${ON} OWNER TO CURRENT_USER; ALTER TABLE ${ON} NO FORCE ROW LEVEL SECURITY`,
      ),
    ).toEqual(['rls-not-forced:tpc_distribution_batches']);
    expect(
      await foundAfter(
        `ALTER TABLE ${ON} OWNER TO ${owner}; ALTER TABLE ${ON} FORCE ROW LEVEL SECURITY`,
        `ALTER TABLE ${ON} OWNER TO CURRENT_USER; ALTER TABLE ${ON} NO FORCE ROW LEVEL SECURITY`,
      ),
    ).toEqual([]);
  });
});

test('TPC-16 the form of the field: what whoever has a login, and whoever has none, may do is found', async () => {
  const field = await createEmptyLedgerDatabase();
  onTestFinished(() => field.drop());
  await withClient(field.adminUrl, async (client) => {
    await installFieldLedger(client);
    await client.query(`CREATE POLICY seen ON public.tpc_transactions FOR SELECT TO anon USING (1 = 1);
      CREATE POLICY written ON public.tpc_settings_changelog FOR INSERT TO authenticated WITH CHECK (true OR key = 'x');
      CREATE POLICY own ON public.tpc_distribution_logs FOR DELETE TO authenticated USING (type = current_user)`);
  });
  const catalog = await inTransaction({ url: field.readerUrl }, readCatalog);
  const found = [accessOf(catalog), functionsOf(catalog)].flatMap(({ findings }) => findings);
  expect(found.map(({ id, severity }) => `${severity} ${id}`)).toEqual(
    expect.arrayContaining([
      'high rls-off:tpc_distribution_batches',
      'high policy-wildcard:tpc_settings_changelog',
      'medium policy-open-read:tpc_transactions',
      'high grant-write:tpc_distribution_batches:anon',
      'high grant-write:tpc_settings_changelog:authenticated',
      'high open-function:generate_batch_public_hash(p_batch_id uuid)',
    ]),
  );
});
