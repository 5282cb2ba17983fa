import { base58 } from '@scure/base';
import type pg from 'pg';
import { DEMO_MARK } from '../core/demo-mark.ts';
import type { SignerKey } from '../log/key.ts';
import { anchorWire, treasuryKey, wireSignature } from './history/anchors.ts';
import { type PlannedBatch, planBatches } from './history/batches.ts';
import { createCalendar } from './history/calendar.ts';
import { type ChangelogRow, inventChangelog } from './history/changelog.ts';
import { toText } from './history/instant.ts';
import { createRandom, type Random } from './history/random.ts';
import { firstSplit, planSplitChanges, type SplitChange } from './history/splits.ts';
import { inventTransactions, type TransactionRow } from './history/transactions.ts';

export interface HistoryOptions {
  /** The instant at which the history ends. */
  now: Date;
  /** The same seed and `now` give the same rows. */
  seed: number;
  /** Called after each batch with the number of batches run and their total. */
  onProgress?: (done: number, total: number) => void;
}

/** Rows a statement: large enough to be quick, small enough for one message. */
const CHUNK = 5000;

async function insertRows(client: pg.ClientBase, table: string, types: string, rows: readonly object[]) {
  const columns = types.replace(/ \w+(?=,|$)/g, '');
  for (let start = 0; start < rows.length; start += CHUNK) {
    await client.query(
      `INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM json_to_recordset($1) AS row (${types})`,
      [JSON.stringify(rows.slice(start, start + CHUNK))],
    );
  }
}

/** Says to the ledger who acts from here on; empty text: nobody. */
async function actAs(client: pg.ClientBase, admin: string): Promise<void> {
  await client.query("SELECT set_config('tpc.admin_id', $1, false)", [admin]);
}

async function runBatch(client: pg.ClientBase, batch: PlannedBatch): Promise<void> {
  await client.query('SELECT public.tpc_distribute_at($1, $2, $3)', [
    toText(batch.instant),
    batch.id,
    batch.withPeriod,
  ]);
}

async function changeSplit(client: pg.ClientBase, change: SplitChange): Promise<void> {
  await client.query('SELECT public.tpc_change_split_at($1, $2, $3, $4, $5)', [
    toText(change.instant),
    change.referral,
    change.treasury,
    change.buyback,
    change.reason,
  ]);
}

/** Runs the batches in the order of time, each split change before the first batch after it. */
async function replay(
  client: pg.ClientBase,
  batches: readonly PlannedBatch[],
  changes: readonly SplitChange[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const waiting = [...changes];
  for (const [index, batch] of batches.entries()) {
    while (waiting[0] && waiting[0].instant < batch.instant) {
      await changeSplit(client, waiting[0]);
      waiting.shift();
    }
    await runBatch(client, batch);
    onProgress(index + 1, batches.length);
  }
}

async function attachProofsAndNotes(
  client: pg.ClientBase,
  batches: readonly PlannedBatch[],
  treasury: SignerKey,
): Promise<void> {
  const { rows: hashed } = await client.query<{ id: string; public_hash: string }>(
    'SELECT id, public_hash FROM public.tpc_distribution_batches WHERE public_hash IS NOT NULL',
  );
  const hashes = new Map(hashed.map(({ id, public_hash }) => [id, public_hash]));
  const stated = batches.map(async ({ id, memo, note }) => {
    const public_hash = hashes.get(id);
    if (memo === null || public_hash === undefined) return { id, proof: null, note };
    return { id, proof: wireSignature(await anchorWire(treasury, { id, public_hash }, memo)), note };
  });
  const rows = JSON.stringify(await Promise.all(stated));
  const given = 'FROM json_to_recordset($1) AS given (id uuid, proof text, note text)';
  await client.query(
    `SELECT public.attach_batch_proof(given.id, given.proof) ${given} WHERE given.proof IS NOT NULL`,
    [rows],
  );
  await client.query(
    `UPDATE public.tpc_distribution_batches b SET note = given.note ${given}
     WHERE b.id = given.id AND given.note IS NOT NULL`,
    [rows],
  );
}

async function insertInventions(
  client: pg.ClientBase,
  transactions: readonly TransactionRow[],
  changelog: readonly ChangelogRow[],
  wallets: readonly WalletRow[],
): Promise<void> {
  await insertRows(
    client,
    'tpc_transactions',
    'id uuid, user_id uuid, type text, amount numeric, source_id text, status text, verified_at timestamptz, created_at timestamptz',
    transactions,
  );
  await insertRows(
    client,
    'tpc_changelog',
    'created_at timestamptz, key text, old_value text, new_value text, reason text, admin_id uuid',
    changelog,
  );
  await insertRows(
    client,
    'tpc_public_wallets',
    'name text, address text, type text, explorer_url text',
    wallets,
  );
  // Without statistics each batch would read every transaction.
  await client.query('ANALYZE public.tpc_transactions');
}

/** The transactions of the history that ends at `now`, as people have them who were paid: with their ids. */
export function inventedTransactions({ now, seed }: Pick<HistoryOptions, 'now' | 'seed'>): TransactionRow[] {
  const calendar = createCalendar(now);
  const lastBatch = planBatches(calendar, createRandom(seed, 'batches')).at(-1)?.instant ?? calendar.now;
  return inventTransactions(calendar, lastBatch, createRandom(seed, 'transactions'));
}

/**
 * Fills an empty reference ledger with 18 months of invented history that ends at `now`, and
 * marks it as a demo. Each batch is a transaction of its own, as it is in life (and twice as
 * quick as one for all): after a failure, start again with an empty database.
 *
 * @throws Error where the ledger already holds transactions or batches
 */
export async function fillHistory(client: pg.ClientBase, options: HistoryOptions): Promise<void> {
  const { now, seed, onProgress = () => {} } = options;
  const { rowCount } = await client.query(
    'SELECT FROM public.tpc_transactions UNION ALL SELECT FROM public.tpc_distribution_batches LIMIT 1',
  );
  if (rowCount !== 0) throw new Error('the ledger is not empty: invented history does not mix with another');

  const calendar = createCalendar(now);
  const batches = planBatches(calendar, createRandom(seed, 'batches'));
  const treasury = await treasuryKey(seed);
  const adminChoice = createRandom(seed, 'admins');
  const admins = [adminChoice.uuid(), adminChoice.uuid(), adminChoice.uuid()];

  // First, so that no invented figure ever stands in an unmarked ledger.
  await client.query(`COMMENT ON TABLE public.tpc_distribution_batches IS '${DEMO_MARK} invented figures'`);
  await insertInventions(
    client,
    inventedTransactions({ now, seed }),
    inventChangelog(calendar, admins, createRandom(seed, 'changelog')),
    inventWallets(createRandom(seed, 'wallets'), treasury.key),
  );
  await client.query(
    `UPDATE public.tpc_distribution_settings
     SET referral_percentage = $1, treasury_percentage = $2, buyback_percentage = $3`,
    [firstSplit.referral, firstSplit.treasury, firstSplit.buyback],
  );
  await actAs(client, admins[0] ?? '');
  try {
    await replay(client, batches, planSplitChanges(calendar, createRandom(seed, 'splits')), onProgress);
  } finally {
    await actAs(client, '');
  }
  await attachProofsAndNotes(client, batches, treasury);
}

/**
 * Adds 100 TPC to the treasury sum of a batch about three days old, behind the ledger's back,
 * so that its published hash no longer matches. The client must be a superuser.
 *
 * @returns the id of that batch
 * @throws Error where no batch is old enough
 */
export async function alterBatch(client: pg.ClientBase): Promise<{ id: string }> {
  await client.query('BEGIN');
  try {
    // Triggers do not fire in this mode: the ledger's own refusal cannot stop a superuser.
    await client.query('SET LOCAL session_replication_role = replica');
    const { rows } = await client.query<{ id: string }>(
      `UPDATE public.tpc_distribution_batches SET treasury_sum = treasury_sum + 100
       WHERE id = (
         SELECT id FROM public.tpc_distribution_batches
         WHERE public_hash IS NOT NULL AND created_at <= (
           SELECT max(created_at) - interval '60 hours' FROM public.tpc_distribution_batches
         )
         ORDER BY created_at DESC LIMIT 1
       )
       RETURNING id`,
    );
    const [batch] = rows;
    if (!batch) throw new Error('no hashed batch is old enough to be altered');
    await client.query('COMMIT');
    return { id: batch.id };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** A row of `tpc_public_wallets`. */
interface WalletRow {
  name: string;
  address: string;
  type: string;
  explorer_url: string | null;
}

/** The treasury with the address of its key, two with an address of 32 random bytes, and one that is not published yet. */
function inventWallets(random: Random, treasury: Uint8Array): WalletRow[] {
  const published = [
    { name: 'Treasury', type: 'treasury' },
    { name: 'Buyback', type: 'buyback' },
    { name: 'Referral', type: 'referral' },
  ].map(({ name, type }) => {
    const address = base58.encode(type === 'treasury' ? treasury : random.bytes(32));
    return { name, address, type, explorer_url: `https://solscan.io/account/${address}` };
  });
  const placeholder = {
    name: 'Liquidity',
    address: 'PASTE_LIQUIDITY_WALLET',
    type: 'liquidity',
    explorer_url: null,
  };
  return [...published, placeholder];
}
