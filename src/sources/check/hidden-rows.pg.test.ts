import { afterAll, beforeAll, expect, test } from 'vitest';
import { asking } from '../../testing/ask.ts';
import { parsedCheck } from '../../testing/checks.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from '../../testing/postgres.ts';

let database: LedgerDatabase;
const owner = (statement: string) => withClient(database.adminUrl, (client) => client.query(statement));

beforeAll(async () => {
  database = await createLedgerDatabase();
  await owner(`
    CREATE TABLE public.decisions (id int, event_id int);
    INSERT INTO public.decisions VALUES (1, 1), (2, 2);
    GRANT SELECT ON public.decisions TO tpc_reader;
    ALTER TABLE public.decisions ENABLE ROW LEVEL SECURITY`);
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

test('EVT-06: a table that hides its rows from the reader is unknown, never without offenders', async () => {
  const answer = await offenders();
  expect(answer.sample).toMatchObject({ outcome: 'unknown', reason: 'query-failed' });
  expect(answer.told).toContain('public.decisions');
});

test.each([
  'SELECT id FROM "public"."decisions"',
  'SELECT id FROM PUBLIC.decisions',
  'SELECT id FROM public . decisions',
  "SELECT '--' AS mark, id FROM public.decisions",
  'SELECT id /* all of them */ FROM public.decisions',
])('however the table is written: %s', async (statement) => {
  expect((await offenders(statement)).sample).toMatchObject({ outcome: 'unknown', reason: 'query-failed' });
});

test('a table that only a comment names is not asked of', async () => {
  const statement = 'SELECT 1 WHERE false -- not public.decisions\n /* nor\n public.decisions */';
  expect((await offenders(statement)).sample.outcome).toBe('up');
});

test('a policy that shows some of the rows is not enough; one that shows all is', async () => {
  await owner('CREATE POLICY one_event ON public.decisions FOR SELECT TO tpc_reader USING (event_id = 1)');
  expect((await offenders()).sample.outcome).toBe('unknown');
  await owner('CREATE POLICY every_row ON public.decisions FOR SELECT TO tpc_reader USING (true)');
  expect((await offenders()).sample).toMatchObject({ outcome: 'down', value: '2' });
});

test('a restrictive policy hides rows again', async () => {
  await owner(
    'CREATE POLICY fewer ON public.decisions AS RESTRICTIVE FOR SELECT TO tpc_reader USING (id = 1)',
  );
  expect((await offenders()).sample.outcome).toBe('unknown');
  await owner('DROP POLICY fewer ON public.decisions');
});

test('a question that names no table, or one without row-level security, is asked', async () => {
  expect((await offenders('SELECT 1 WHERE false')).sample.outcome).toBe('up');
  expect(
    (await offenders("SELECT 1 FROM pg_catalog.pg_class AS c WHERE c.relname = 'x'")).sample.outcome,
  ).toBe('up');
});
