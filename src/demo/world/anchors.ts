import type pg from 'pg';
import { anchorWire, MEMOS, treasuryKey, wireSignature } from '../history/anchors.ts';
import type { Landed } from './solana.ts';

const DAY = 86_400;
/** How long after its batch a transaction was sent. */
const SENT_AFTER = 5 * DAY;
/** Providers forget what is older. */
const REMEMBERED = 500 * DAY;

/** What the providers of the invented chain know: the transactions that batches state, but for those they forgot. */
export async function readAnchors(client: pg.ClientBase, now: Date, seed: number): Promise<Landed[]> {
  const key = await treasuryKey(seed);
  const { rows } = await client.query<{ id: string; public_hash: string; onchain_tx: string; made: string }>(
    `SELECT id, public_hash, onchain_tx, floor(extract(epoch FROM created_at))::text AS made
     FROM public.tpc_distribution_batches WHERE onchain_tx IS NOT NULL AND public_hash IS NOT NULL
     ORDER BY created_at`,
  );
  const landed: Landed[] = [];
  for (const { onchain_tx, made, ...batch } of rows) {
    const blockTime = Number(made) + SENT_AFTER;
    if (blockTime < now.getTime() / 1000 - REMEMBERED) continue;
    for (const memo of MEMOS) {
      const wire = await anchorWire(key, batch, memo);
      if (wireSignature(wire) === onchain_tx) landed.push({ wire, blockTime, err: null });
    }
  }
  return landed;
}
