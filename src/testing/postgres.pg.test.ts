import { expect, test } from 'vitest';
import { createDatabase, createLedgerDatabase, withClient } from './postgres.ts';

test('a database is empty, and gone after drop() even while someone is connected', async () => {
  const database = await createDatabase();
  await withClient(database.adminUrl, async (client) => {
    client.on('error', () => {}); // the server ends this connection
    const { rows } = await client.query("SELECT to_regclass('public.tpc_changelog') AS ledger");
    expect(rows).toEqual([{ ledger: null }]);
    await database.drop();
  });
  await expect(withClient(database.adminUrl, async () => {})).rejects.toThrow(/does not exist/);
}, 60_000);

test('two ledgers share nothing, and their readers are two logins', async () => {
  const [one, two] = await Promise.all([createLedgerDatabase(), createLedgerDatabase()]);
  try {
    await withClient(one.ownerUrl, (client) =>
      client.query("INSERT INTO tpc_public_wallets (name, address, type) VALUES ('a', 'b', 'c')"),
    );
    const read = (url: string) =>
      withClient(url, async (client) => (await client.query('SELECT name FROM tpc_public_wallets')).rowCount);
    expect(await read(one.readerUrl)).toBe(1);
    expect(await read(two.readerUrl)).toBe(0);
    expect(one.reader.name).not.toBe(two.reader.name);
  } finally {
    await Promise.all([one.drop(), two.drop()]);
  }
  await expect(withClient(one.readerUrl, async () => {})).rejects.toThrow(
    /authentication failed|does not exist/,
  );
}, 60_000);
