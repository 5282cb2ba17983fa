import { afterAll, beforeAll } from 'vitest';
import type { Answer } from '../status/ask/answer.ts';
import type { Sample } from '../status/sample.ts';
import { asking, type GivenContext } from './ask.ts';
import { parsedCheck } from './checks.ts';
import { createLedgerDatabase, type LedgerDatabase, withClient } from './postgres.ts';

/** A database with orders in it, for all tests of a file, and a question of SQL to it. */
export let database: LedgerDatabase;

beforeAll(async () => {
  database = await createLedgerDatabase();
  await withClient(database.adminUrl, (client) =>
    client.query(`
      CREATE TABLE public.orders (id int, status text, made timestamptz, secret text);
      INSERT INTO public.orders VALUES (1, 'CREATED', '2026-01-26 11:50:00+00', 'a wallet'),
        (2, 'VALID', '2026-01-26 11:00:00+00', 'b'), (3, 'VALID', '2026-01-26 10:00:00+00', 'c');
      GRANT SELECT (id, status, made) ON public.orders TO tpc_reader;`),
  );
});
afterAll(() => database.drop());

export const check = (answer: string, more: Readonly<Record<string, unknown>> = {}) =>
  parsedCheck({ kind: 'sql', database: 'env:SAMPLE_DATABASE', file: 'sql/question.sql', answer, ...more });
export const context = (statement: string, url = database.readerUrl): GivenContext => ({
  settings: { SAMPLE_DATABASE: url },
  sqlFile: async () => statement,
});
export const answerTo = (
  answer: string,
  statement: string,
  more: Readonly<Record<string, unknown>> = {},
  url?: string,
): Promise<Answer> => asking(check(answer, more), context(statement, url));
export const sampleOf = async (...given: Parameters<typeof answerTo>): Promise<Sample> =>
  (await answerTo(...given)).sample;
