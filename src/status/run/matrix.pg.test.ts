import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOne } from '../../testing/check-run.ts';
import { closedAddress, startTcpPeer } from '../../testing/peer.ts';
import { createLedgerDatabase, type LedgerDatabase } from '../../testing/postgres.ts';
import { expectSaid } from '../../testing/reasons.ts';

let database: LedgerDatabase;
beforeAll(async () => {
  database = await createLedgerDatabase();
});
afterAll(() => database.drop());

const at = (address: string) => `postgres://reader:secret@${new URL(address).host}/sample?sslmode=disable`;
const FAULTS = {
  refused: async () => at(await closedAddress()),
  cut: async () => at((await startTcpPeer((socket) => socket.destroy())).url),
  hanging: async () => at((await startTcpPeer(() => undefined)).url),
  'speaks no Postgres': async () =>
    at((await startTcpPeer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))).url),
  'no such name': async () => 'postgres://reader@there-is-no-such-host.invalid/sample',
  'setting missing': async () => '',
  'table missing': async () => database.readerUrl,
  'slow statement': async () => database.readerUrl,
  'superuser login': async () => database.adminUrl,
} as const;
type Fault = keyof typeof FAULTS;

const EXPECTED: Readonly<Record<Fault, readonly [asksIt: string, isIt: string]>> = {
  refused: ['unknown database-unreachable', 'down refused-connection'],
  cut: ['unknown database-unreachable', 'down connection-cut'],
  hanging: ['unknown database-unreachable', 'down timed-out'],
  'speaks no Postgres': ['unknown database-unreachable', 'down connection-cut'],
  'no such name': ['unknown name-not-resolved', 'unknown name-not-resolved'],
  'setting missing': ['unknown missing-setting', 'unknown missing-setting'],
  'table missing': ['unknown query-failed', 'unknown query-failed'],
  'slow statement': ['unknown query-failed', 'down timed-out'],
  'superuser login': ['unknown query-failed', 'unknown query-failed'],
};
const STATEMENT: Readonly<Partial<Record<Fault, string>>> = {
  'table missing': 'SELECT 1 FROM public.no_such_table',
  'slow statement': 'SELECT 1 FROM pg_sleep(30)',
};

const cells = Object.entries(EXPECTED).flatMap(([fault, expected]) =>
  (['unknown', 'down'] as const).map(
    (unreachable, index) => [fault as Fault, unreachable, expected[index] ?? ''] as const,
  ),
);

test.each(cells)('sql: %s, where an unreachable database is %s: %s', async (fault, unreachable, expected) => {
  const url = await FAULTS[fault]();
  const run = await runOne(
    {
      kind: 'sql',
      database: 'env:SAMPLE_DATABASE',
      file: 'sql/question.sql',
      answer: 'some-rows',
      unreachable,
      timeout: 'PT1S',
    },
    { settings: { SAMPLE_DATABASE: url }, sql: STATEMENT[fault] ?? 'SELECT 1' },
  );
  expectSaid(run, expected);
  const { ending } = run;
  expect(ending.text).toContain('SAMPLE_DATABASE');
  expect(ending.text + JSON.stringify(ending.manifest)).not.toMatch(/secret|127\.0\.0\.1|no_such_table/);
});

test('reconciliation: whatever is wrong with either side is unknown', async () => {
  const dead = await closedAddress();
  for (const url of [database.readerUrl, at(dead)]) {
    const run = await runOne(
      {
        kind: 'reconciliation',
        of: 'balances',
        database: 'env:SAMPLE_DATABASE',
        file: 'sql/question.sql',
        chain: 'solana',
        endpoints: [dead],
        gauge: { unit: 'lamports', target: { at_most: 0 } },
        timeout: 'PT1S',
      },
      {
        settings: { SAMPLE_DATABASE: url },
        sql: "SELECT 'a' AS account, '1' AS expected, 'personal' AS label",
      },
    );
    expectSaid(run, `unknown ${url === database.readerUrl ? 'input-unknown' : 'database-unreachable'}`);
    expect(run.sample).toEqual({ outcome: 'unknown', reason: run.sample?.reason });
  }
});
