import { beforeAll, describe, expect, test } from 'vitest';
import { asking } from '../../testing/ask.ts';
import { answerTo, check, database, sampleOf } from '../../testing/orders.ts';
import { withClient } from '../../testing/postgres.ts';

describe('answers', () => {
  test('VOU-05, CTS-06: offenders are counted; none of their columns leaves the database', async () => {
    const answer = await answerTo(
      'no-rows',
      "SELECT id, status FROM public.orders WHERE status = 'VALID';\n",
    );
    expect(answer.sample).toEqual({
      outcome: 'down',
      reason: 'offending-rows',
      value: '2',
      ms: expect.any(Number),
    });
    expect(answer.detail).toBeUndefined();
    expect(await sampleOf('no-rows', 'SELECT id FROM public.orders WHERE id > 3')).toMatchObject({
      outcome: 'up',
      value: '0',
    });
  });

  test('VOU-04: a gauge judges their number', async () => {
    const gauge = { unit: 'count', target: { at_most: 0 }, down_when: { above: 2 } };
    const stuck = "SELECT id FROM public.orders WHERE status = 'CREATED' -- stuck";
    expect(await sampleOf('no-rows', stuck, { gauge })).toMatchObject({
      outcome: 'degraded',
      reason: 'target-missed',
      value: '1',
    });
  });

  test('EVT-05: rows that must be there', async () => {
    expect((await sampleOf('some-rows', 'SELECT id FROM public.orders')).outcome).toBe('up');
    expect(await sampleOf('some-rows', 'SELECT id FROM public.orders WHERE id > 3')).toMatchObject({
      outcome: 'down',
      reason: 'no-rows',
    });
  });

  test('COI-06: one number, with every digit', async () => {
    const sum = 'SELECT 12345678901234567890.123456 FROM public.orders WHERE id = 1';
    expect((await sampleOf('value', sum)).value).toBe('12345678901234567890.123456');
    expect((await sampleOf('value', 'SELECT 1e-7::float8 FROM public.orders WHERE id = 1')).value).toBe(
      '0.0000001',
    );
    for (const nothing of [
      'SELECT null::int FROM public.orders WHERE id = 1',
      "SELECT 'NaN'::numeric FROM public.orders WHERE id = 1",
      'SELECT 1 FROM public.orders WHERE id > 3',
      "SELECT 'many' FROM public.orders WHERE id = 1",
    ])
      expect(await sampleOf('value', nothing)).toMatchObject({ outcome: 'unknown', reason: 'not-a-number' });
    expect((await sampleOf('value', 'SELECT 1 AS a, 2 AS b FROM public.orders WHERE id = 1')).reason).toBe(
      'unreadable',
    );
    expect((await sampleOf('value', 'SELECT id FROM public.orders')).reason).toBe('unreadable');
  });

  test('VOU-03: the age of an instant with its zone, in the unit of its gauge', async () => {
    const newest = 'SELECT max(made) FROM public.orders';
    expect((await sampleOf('age', newest)).value).toBe('600');
    const gauge = { unit: 'min', target: { at_most: 3 } };
    expect(await sampleOf('age', newest, { gauge })).toMatchObject({ outcome: 'degraded', value: '10' });
    for (const nothing of [
      'SELECT null::timestamptz',
      'SELECT now()::timestamp',
      "SELECT 'infinity'::timestamptz",
    ])
      expect((await sampleOf('age', nothing)).reason).toBe('not-a-number');
  });

  test('CTS-03, COI-09, VOU-02: counts by label, published as they are; the gauge judges their sum', async () => {
    const byStatus = 'SELECT status, count(*) FROM public.orders GROUP BY status ORDER BY status';
    const answer = await answerTo('counts', byStatus, { gauge: { unit: 'count', target: { at_most: 2 } } });
    expect(answer.detail).toEqual({
      counts: [
        { label: 'CREATED', count: '1' },
        { label: 'VALID', count: '2' },
      ],
    });
    expect(answer.sample).toMatchObject({ outcome: 'degraded', value: '3' });
    expect(await sampleOf('counts', 'SELECT 1, 1 FROM public.orders WHERE id > 3')).toMatchObject({
      outcome: 'up',
      value: '0',
    });
  });

  test.each([
    ['a label like a sentence', "SELECT repeat('long ', 20), 1"],
    ['a label with an address in it', "SELECT 'person@example.org', 1"],
    ['no label', 'SELECT null, 1'],
    ['no count', "SELECT 'a', 'many'"],
    ['a third column', "SELECT 'a', 1, 2"],
    ['too many labels', "SELECT unnest(ARRAY(SELECT 'n' || n FROM generate_series(1, 101) AS n)), 1"],
  ])('%s is unreadable, and nothing of it is published', async (_, statement) => {
    const answer = await answerTo('counts', `${statement} FROM public.orders WHERE id = 1`);
    expect(answer).toMatchObject({ sample: { outcome: 'unknown', reason: 'unreadable' } });
    expect(answer.detail).toBeUndefined();
  });
});

describe('a question that can not fail, or looked at nothing, says nothing', () => {
  const empty = 'CREATE TABLE public.empty_table (id int); GRANT SELECT ON public.empty_table TO tpc_reader';
  beforeAll(() => withClient(database.adminUrl, (client) => client.query(empty)));
  const why = async (...given: Parameters<typeof answerTo>) => {
    const { sample } = await answerTo(...given);
    return sample.outcome === 'unknown' ? sample.reason : sample.outcome;
  };

  test.each([
    '',
    '-- SELECT id FROM public.orders',
    '/* nothing\n */ ;',
    'SET LOCAL work_mem = 65536',
    'COMMIT',
    'DO $$BEGIN END$$',
    'EXPLAIN SELECT id FROM public.orders',
    'SELECT id FROM public.orders LIMIT 0',
    'SELECT id FROM public.orders LIMIT (SELECT 0)',
    'SELECT id FROM public.orders WHERE 1 = 0',
    'SELECT id FROM public.orders WHERE id = NULL',
    'SELECT 1 WHERE false',
    "SELECT 'public.orders' WHERE current_user = ''",
    "SELECT oid FROM pg_catalog.pg_class WHERE relname = '' LIMIT 0",
  ])('no-rows: %s', async (statement) => {
    expect(await why('no-rows', statement)).toBe('nothing-asked');
  });

  test('a constant is no answer, but of a database that only has to answer', async () => {
    expect(await why('value', 'SELECT 1')).toBe('nothing-asked');
    expect(await why('some-rows', 'SELECT 1')).toBe('nothing-asked');
    expect(await why('some-rows', 'SELECT 1', { unreachable: 'down' })).toBe('up');
    expect(await why('value', 'SELECT pg_is_in_recovery()::int', { may_be_empty: true })).toBe('up');
  });

  test('a row of nothing but nulls is neither a row that must be there nor an offender', async () => {
    const newest = 'SELECT max(id) FROM public.orders WHERE id > 3';
    expect(await sampleOf('some-rows', newest)).toMatchObject({
      outcome: 'down',
      reason: 'no-rows',
      value: '0',
    });
    expect(await why('no-rows', newest)).toBe('unreadable');
  });

  test('EVT-06, VOU-04: no offender among no row is not known, unless there may be none', async () => {
    const among =
      'SELECT o.id FROM public.orders AS o JOIN public.empty_table AS e ON e.id = o.id WHERE o.id > 3';
    for (const [answer, statement] of [
      ['no-rows', 'SELECT id FROM public.empty_table'],
      ['no-rows', among],
      ['value', 'SELECT count(*) FROM public.empty_table'],
      ['counts', 'SELECT id, count(*) FROM public.empty_table GROUP BY id'],
    ] as const) {
      const answered = await answerTo(answer, statement);
      expect(answered.sample).toEqual({ outcome: 'unknown', reason: 'nothing-there' });
      expect(answered.told).toContain('public.empty_table');
      expect(await sampleOf(answer, statement, { may_be_empty: true })).toMatchObject({
        outcome: 'up',
        value: '0',
      });
    }
  });

  test('what there is to look at can be counted by a file of its own', async () => {
    const stuck = "SELECT id FROM public.orders WHERE status = 'STUCK'";
    const counted = (population: string) =>
      asking(check('no-rows', { out_of: 'sql/population.sql' }), {
        settings: { SAMPLE_DATABASE: database.readerUrl },
        sqlFile: async (file) => (file === 'sql/population.sql' ? population : stuck),
      });
    const of = (status: string) => `SELECT count(*) FROM public.orders WHERE status = '${status}'`;
    expect((await counted(of('VALID'))).sample).toMatchObject({ outcome: 'up', value: '0' });
    expect(await counted(of('EXPIRED'))).toMatchObject({
      sample: { outcome: 'unknown', reason: 'nothing-there' },
      told: 'sql/population.sql counts none',
    });
    expect((await counted('SELECT 7')).sample.reason).toBe('nothing-asked');
    expect((await counted('SELECT status FROM public.orders')).sample.reason).toBe('unreadable');
  });
});
