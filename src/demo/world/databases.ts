import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { type EscrowFacts, fillCommitments } from './commitments.ts';

/** The systems whose tables are invented here; TPC has its ledger. */
const SYSTEMS = ['event-api', 'coinscious', 'voucher', 'commit-to-ship'] as const;

/**
 * Makes the tables of the four other systems, with a little invented data and, from the systems' own files, the
 * roles that read them.
 */
export async function installDatabases(client: pg.ClientBase, now: Date, seed: number): Promise<EscrowFacts> {
  const run = async (file: URL) => {
    await client.query(await readFile(file, 'utf8'));
  };
  await run(new URL('./sql/common.sql', import.meta.url));
  for (const system of SYSTEMS) {
    await run(new URL(`./sql/${system}.sql`, import.meta.url));
    await run(new URL(`../../../content/written/systems/${system}/reader.sql`, import.meta.url));
  }
  await run(new URL('./sql/after.sql', import.meta.url));
  return fillCommitments(client, now, seed);
}

/** The hash that the order of each redemption bears, by its transaction: what the chain must say too. */
export async function readRedemptions(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ transaction: string; hash: string }>(
    'SELECT "chainTxHash" AS transaction, "orderHash" AS hash FROM public.orders WHERE "chainTxHash" IS NOT NULL',
  );
  return new Map(rows.map(({ transaction, hash }) => [transaction, hash]));
}
