import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asking } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';

let database: LedgerDatabase;
const owner = (statement: string) => withClient(database.adminUrl, (client) => client.query(statement));

beforeAll(async () => {
  database = await createLedgerDatabase();
  const { name } = database.reader;
  await owner(`
    CREATE TABLE public.decisions (id int, event_id int);
    INSERT INTO public.decisions VALUES (1, 1), (2, 2);
    CREATE TABLE public.open_to_all (id int);
    INSERT INTO public.open_to_all VALUES (1);
    GRANT SELECT ON public.decisions, public.open_to_all TO ${name};
    ALTER TABLE public.decisions ENABLE ROW LEVEL SECURITY;

    -- Of these the reader may read nothing itself.
    CREATE TABLE public.private_decisions (id int);
    INSERT INTO public.private_decisions VALUES (1), (2);
    ALTER TABLE public.private_decisions ENABLE ROW LEVEL SECURITY;
    CREATE VIEW public.of_the_owner AS SELECT id FROM public.private_decisions;
    CREATE VIEW public.of_whoever_asks WITH (security_invoker) AS SELECT id FROM public.decisions;
    CREATE VIEW public.through_two AS SELECT id FROM public.of_whoever_asks;
    CREATE FUNCTION public.as_whoever_asks() RETURNS SETOF int LANGUAGE plpgsql STABLE
      AS 'BEGIN RETURN QUERY SELECT id FROM public.decisions; END';
    CREATE FUNCTION public.as_the_owner() RETURNS SETOF int LANGUAGE sql STABLE SECURITY DEFINER
      AS 'SELECT id FROM public.private_decisions';
    GRANT SELECT ON public.of_the_owner, public.of_whoever_asks, public.through_two TO ${name};

    CREATE TABLE public.restricted_owner_of (id int);
    INSERT INTO public.restricted_owner_of VALUES (1), (2);
    ALTER TABLE public.restricted_owner_of ENABLE ROW LEVEL SECURITY;
    GRANT SELECT ON public.restricted_owner_of TO tpc_reader;
    CREATE VIEW public.of_another AS SELECT id FROM public.restricted_owner_of;
    ALTER VIEW public.of_another OWNER TO tpc_reader;
    GRANT SELECT ON public.of_another TO ${name};
    CREATE FUNCTION public.as_another() RETURNS SETOF int LANGUAGE plpgsql STABLE SECURITY DEFINER
      AS 'BEGIN RETURN QUERY SELECT id FROM public.restricted_owner_of; END';
    ALTER FUNCTION public.as_another() OWNER TO tpc_reader;

    CREATE TABLE public.parent (id int) PARTITION BY RANGE (id);
    CREATE TABLE public.first_part PARTITION OF public.parent FOR VALUES FROM (0) TO (100);
    INSERT INTO public.parent VALUES (1), (2);
    ALTER TABLE public.parent ENABLE ROW LEVEL SECURITY;
    CREATE POLICY every_row ON public.parent FOR SELECT USING (true);
    ALTER TABLE public.first_part ENABLE ROW LEVEL SECURITY;
    GRANT SELECT ON public.parent, public.first_part TO ${name};
  `);
});
afterAll(() => database.drop());

const offenders = async (statement = 'SELECT d.id FROM public.decisions AS d -- public.orders') => {
  const check = parsedCheck({
    kind: 'sql',
    database: 'env:SAMPLE_DATABASE',
    file: 'sql/question.sql',
    answer: 'no-rows',
  });
  const settings = { SAMPLE_DATABASE: database.readerUrl };
  return asking(check, { settings, sqlFile: async () => statement });
};
const hidden = { outcome: 'unknown', reason: 'rows-hidden' };

test('EVT-06: a table that hides its rows from the reader is unknown, never without offenders', async () => {
  const answer = await offenders();
  expect(answer.sample).toMatchObject(hidden);
  expect(answer.told).toContain('public.decisions');
});

test.each([
  'SELECT id FROM "public"."decisions"',
  'SELECT id FROM PUBLIC . decisions',
  "SELECT '--' AS mark, id FROM public.decisions",
  'SELECT id /* all of them */ FROM public.decisions',
  'TABLE public.decisions',
  'WITH all_of AS (SELECT id FROM public.decisions) SELECT id FROM all_of',
  'SELECT id FROM public.open_to_all WHERE id IN (SELECT id FROM public.decisions)',
])('however the table is written: %s', async (statement) => {
  expect((await offenders(statement)).sample).toMatchObject(hidden);
});

describe('wherever Postgres reads it', () => {
  test.each([
    ['a view with security_invoker', 'SELECT id FROM public.of_whoever_asks', 'public.decisions'],
    ['a view of a view', 'SELECT id FROM public.through_two', 'public.decisions'],
    ['a function', 'SELECT * FROM public.as_whoever_asks()', 'public.decisions'],
    [
      'a view of an owner from whom they are hidden',
      'SELECT id FROM public.of_another',
      'restricted_owner_of',
    ],
    ['a function of such an owner', 'SELECT * FROM public.as_another()', 'restricted_owner_of'],
    ['a partition asked by its own name', 'SELECT id FROM public.first_part', 'public.first_part'],
  ])('behind %s', async (_, statement, table) => {
    const answer = await offenders(statement);
    expect(answer.sample).toMatchObject(hidden);
    expect(answer.told).toContain(table);
  });

  test.each([
    ['a view of the owner of the table', 'SELECT id FROM public.of_the_owner'],
    ['a function of the owner of the table', 'SELECT * FROM public.as_the_owner()'],
    ['a parent whose policy shows every row', 'SELECT id FROM public.parent'],
  ])('%s shows every row', async (_, statement) => {
    expect((await offenders(statement)).sample).toMatchObject({ outcome: 'down', value: '2' });
  });
});

test('a table that only a comment or a text names is not asked of', async () => {
  const statement =
    "SELECT id FROM public.open_to_all WHERE id::text = 'public.decisions' -- public.decisions\n /* nor\n public.decisions */";
  expect((await offenders(statement)).sample.outcome).toBe('up');
});

test('a policy that shows some of the rows is not enough; one that shows all is', async () => {
  await owner('CREATE POLICY one_event ON public.decisions FOR SELECT TO tpc_reader USING (event_id = 1)');
  expect((await offenders()).sample.outcome).toBe('unknown');
  await owner('CREATE POLICY every_row ON public.decisions FOR SELECT TO tpc_reader USING (true)');
  expect((await offenders()).sample).toMatchObject({ outcome: 'down', value: '2' });
});

test('a restrictive policy hides rows again, unless it is for somebody else', async () => {
  const { name } = database.reader;
  await owner(
    'CREATE POLICY fewer ON public.decisions AS RESTRICTIVE FOR SELECT TO pg_monitor USING (id = 1)',
  );
  expect((await offenders()).sample).toMatchObject({ outcome: 'down', value: '2' });
  await owner(`ALTER POLICY fewer ON public.decisions TO ${name}`);
  expect((await offenders()).sample.outcome).toBe('unknown');
  await owner('DROP POLICY fewer ON public.decisions');
});

test('a table of people that another policy looks into is not asked of: one policy shows every row', async () => {
  await owner(`
    CREATE TABLE public.people (id int);
    ALTER TABLE public.people ENABLE ROW LEVEL SECURITY;
    CREATE POLICY of_people ON public.decisions FOR SELECT USING (id IN (SELECT people.id FROM public.people))`);
  expect((await offenders()).sample).toMatchObject({ outcome: 'down', value: '2' });
  await owner('DROP POLICY every_row ON public.decisions');
  expect((await offenders()).sample.outcome).toBe('unknown');
  await owner('DROP TABLE public.people CASCADE');
});

test('what a catalog of the server holds is no table of ours', async () => {
  const statement = "SELECT 1 FROM pg_catalog.pg_class AS c WHERE c.relname = 'x'";
  expect((await offenders(statement)).sample.outcome).toBe('up');
});
