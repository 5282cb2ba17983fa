import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../postgres/transaction.ts';
import { installFieldLedger } from '../../testing/field-ledger.ts';
import { createEmptyLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';
import { accessOf } from './access.ts';
import { readCatalog } from './catalog.ts';
import { functionsOf } from './functions.ts';
import { reachOf } from './reach.ts';

let database: LedgerDatabase;
beforeAll(async () => {
  database = await createEmptyLedgerDatabase();
  await withClient(database.adminUrl, installFieldLedger);
});
afterAll(() => database.drop());

const run = (sql: string) => withClient(database.adminUrl, (client) => client.query(sql));
const catalogOf = () => inTransaction({ url: database.readerUrl }, readCatalog);
async function audited() {
  const catalog = await catalogOf();
  const areas = [accessOf(catalog), functionsOf(catalog)] as const;
  const findings = areas.flatMap((area) => area.findings);
  return { areas, findings, ids: findings.map(({ id, severity }) => `${severity} ${id}`) };
}

describe('TPC-16 the database of the field', () => {
  test('settings and people are reached by what depends on them, whatever they are called', async () => {
    const { guarded, trusted } = reachOf(await catalogOf());
    expect([...guarded]).toEqual(expect.arrayContaining(['app_settings', 'profiles', 'tpc_public_settings']));
    expect([...trusted.keys()]).toContain('profiles.role');
    expect(guarded).not.toContain('auth.users');
  });

  test('each hole is found by its identity: no login is needed for batches, and three grants make anyone set the split', async () => {
    const { ids, findings } = await audited();
    expect(ids.filter((id) => !id.startsWith('low '))).toEqual([
      'high rls-off:tpc_distribution_batches',
      'high grant-write:tpc_distribution_batches:anon',
      'high grant-write:tpc_distribution_batches:authenticated',
      'high chain:profiles.role',
      'high open-function:generate_batch_public_hash(p_batch_id uuid)',
    ]);
    // Held back by policies alone is told, and is less than open.
    expect(ids).toContain('low grant-write:app_settings:anon');
    const chain = findings.find(({ id }) => id === 'chain:profiles.role')?.detail;
    for (const link of [
      'authenticated may by policy profile_own_write UPDATE',
      'authenticated may by policy profile_own_insert INSERT',
      'function admin_set_distribution_split(',
      'function admin_set_batch_onchain_tx(',
      'policy transaction_admin_read of tpc_transactions',
    ])
      expect(chain).toContain(link);
    // What everyone is meant to read is no fault.
    expect(ids.join('\n')).not.toMatch(/get_public_|_batch_hash_payload|policy-open-read/);
  });

  test('once that is mended nothing is accused, and both areas passed', async () => {
    await run(`
      ALTER TABLE public.tpc_distribution_batches ENABLE ROW LEVEL SECURITY;
      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public FROM anon, authenticated;
      GRANT UPDATE (username, full_name, phone_wa) ON public.profiles TO authenticated;
      GRANT INSERT (id, username) ON public.profiles TO authenticated;
      REVOKE EXECUTE ON FUNCTION public.generate_batch_public_hash(uuid) FROM anon, authenticated;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM anon, authenticated;`);
    const { ids, areas } = await audited();
    expect(ids).toEqual([]);
    expect(areas).toMatchObject([
      { result: 'passed', gap: null },
      { result: 'passed', gap: null },
    ]);
    expect(areas.map(({ checked }) => checked > 5)).toEqual([true, true]);
  });

  const KEEP = `CREATE FUNCTION public.keep() RETURNS trigger LANGUAGE plpgsql AS
      $$BEGIN IF NEW.role IS DISTINCT FROM OLD.role THEN RAISE EXCEPTION 'no'; END IF; RETURN NEW; END$$;
    CREATE TRIGGER keep BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION public.keep();
    GRANT UPDATE (role) ON public.profiles TO authenticated`;
  const UNKEEP = `DROP TRIGGER keep ON public.profiles; DROP FUNCTION public.keep();
    REVOKE UPDATE (role) ON public.profiles FROM authenticated`;
  const definer = (name: string, body: string) =>
    `CREATE FUNCTION public.${name}() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$BEGIN ${body} END$$`;
  test.each<[string, string, string, string[], (string | null)[]?]>([
    [
      'one column of a member’s own row that rights rest on',
      'GRANT UPDATE (role) ON public.profiles TO authenticated',
      'REVOKE UPDATE (role) ON public.profiles FROM authenticated',
      ['high chain:profiles.role'],
    ],
    [
      'the same where a trigger may refuse it: that can not be told, and is not passed',
      KEEP,
      UNKEEP,
      ['low chain-not-judged:profiles.role'],
      ['not-told', null],
    ],
    [
      'a function of no telling name that sets settings, for everyone',
      definer('refresh', 'UPDATE app_settings SET value = value;'),
      'DROP FUNCTION public.refresh()',
      ['high open-function:refresh()'],
    ],
    [
      'one that lets another do it',
      `${definer('inner', 'DELETE FROM public.tpc_distribution_logs;')}; REVOKE ALL ON FUNCTION public.inner() FROM PUBLIC, anon, authenticated;
       ${definer('outer_one', 'PERFORM public.inner();')}`,
      'DROP FUNCTION public.outer_one(); DROP FUNCTION public.inner()',
      ['high open-function:outer_one()'],
    ],
    [
      'one that asks who it is in a function of its own, and is right to',
      `CREATE FUNCTION public.is_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
         AS $$SELECT EXISTS (SELECT FROM profiles WHERE id = auth.uid() AND role = 'admin')$$;
       ${definer('asked', `IF NOT is_admin() THEN RAISE EXCEPTION 'no'; END IF; UPDATE app_settings SET value = value;`)}`,
      'DROP FUNCTION public.asked(); DROP FUNCTION public.is_admin()',
      [],
    ],
    [
      'one that only writes down who it was: its text does not tell whether that holds anybody back',
      definer('signed', 'UPDATE app_settings SET updated_by = auth.uid();'),
      'DROP FUNCTION public.signed()',
      ['low function-not-judged:signed()'],
      [null, 'not-told'],
    ],
    [
      'one that makes its statements while it runs',
      definer('anything', `EXECUTE 'DELETE FROM ' || 'x';`),
      'DROP FUNCTION public.anything()',
      ['low function-not-judged:anything()'],
      [null, 'not-told'],
    ],
    [
      'a view of settings that is written with the rights of its owner',
      'CREATE VIEW public.prices AS SELECT key, value FROM public.app_settings; GRANT UPDATE ON public.prices TO anon',
      'DROP VIEW public.prices',
      ['high grant-write:prices:anon'],
    ],
    [
      'the same that asks with the rights of whoever writes',
      'CREATE VIEW public.prices WITH (security_invoker) AS SELECT key, value FROM public.app_settings; GRANT UPDATE ON public.prices TO anon',
      'DROP VIEW public.prices',
      [],
    ],
    [
      'a table whose trigger writes transactions',
      `CREATE TABLE public.orders (amount numeric); GRANT INSERT ON public.orders TO anon;
       CREATE FUNCTION public.booked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
         $$BEGIN INSERT INTO tpc_transactions (amount) VALUES (NEW.amount); RETURN NEW; END$$;
       CREATE TRIGGER booked AFTER INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION public.booked()`,
      'DROP TABLE public.orders; DROP FUNCTION public.booked()',
      ['high rls-off:orders', 'high grant-write:orders:anon'],
    ],
    [
      'figures in rows of one’s own',
      `GRANT UPDATE (amount) ON public.tpc_transactions TO authenticated;
       CREATE POLICY own ON public.tpc_transactions FOR UPDATE USING (auth.uid() = user_id)`,
      'DROP POLICY own ON public.tpc_transactions; REVOKE UPDATE (amount) ON public.tpc_transactions FROM authenticated',
      ['medium write-own:tpc_transactions:authenticated'],
    ],
  ])('%s', async (_, change, back, ids, gaps = [null, null]) => {
    await run(change);
    try {
      const found = await audited();
      expect(found.ids).toEqual(ids);
      expect(found.areas.map(({ gap }) => gap)).toEqual(gaps);
    } finally {
      await run(back);
    }
  });

  test('a role without bounds that a web role can take on', async () => {
    const catalog = await catalogOf();
    const roles = [...catalog.roles, { name: 'service', open: true, unbound: true }];
    expect(accessOf({ ...catalog, roles }).findings).toMatchObject([
      { id: 'role-reached:service', severity: 'high' },
    ]);
  });

  test('a database with nothing to look at is not known, and never passed', () => {
    const nothing = { relations: [], policies: [], grants: [], functions: [], roles: [] };
    expect(functionsOf(nothing)).toMatchObject({ result: 'not-known', gap: 'no-rows', checked: 0 });
    expect(accessOf(nothing).findings.map(({ id }) => id)).toContain('table-absent:tpc_transactions');
  });
});
