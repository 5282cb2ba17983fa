import pg from 'pg';
import { openDemoDatabase } from '../database.ts';
import { fillHistory } from '../history.ts';
import { installLedger } from '../ledger.ts';
import { ATTESTING, attestationOf } from './attestations.ts';
import { coinscious } from './coinscious.ts';
import { commitToShip } from './commit-to-ship.ts';
import type { EscrowFacts } from './commitments.ts';
import { installDatabases, readRedemptions } from './databases.ts';
import { ADMIN_ORIGIN, EVENT_ID, eventApi, TOKEN } from './event-api.ts';
import { BASE, BASE_SEPOLIA, BNB, evmPeer } from './evm.ts';
import { json, type Listening, listen, type Service } from './server.ts';
import { solanaPeer } from './solana.ts';
import { type PublicLedger, readPublicLedger, tpcPlatform } from './tpc.ts';
import { voucher } from './voucher.ts';

const SEED = 20_260_105;
/** How many blocks the demo's indexer is behind: beyond its target of 10, short of the alert at 50. */
export const INDEXER_LAG = 38;

export interface DemoWorld {
  /** Everything that the five system files call `env:NAME`. */
  readonly settings: Record<string, string>;
  close(): Promise<void>;
}

export interface DemoWorldOptions {
  /** A running demo database that holds the filled ledger; without one, its own is made. */
  readonly database?: { readonly url: string };
  readonly now?: () => Date;
}

/** Everything the databases tell that a service must agree with. */
interface Facts {
  readonly ledger: PublicLedger;
  readonly escrow: EscrowFacts;
  readonly redemptions: ReadonlyMap<string, string>;
}

/**
 * Opens the demo's platforms on loopback: the five systems' APIs and pages, their databases, providers of four
 * chains, and what the operators attest. Most is well; the indexer of COINSCIOUS is behind, the event API's guard
 * lets a call through, and an attestation of Commit To Ship is overdue.
 */
export async function openDemoWorld({
  database,
  now = () => new Date(),
}: DemoWorldOptions = {}): Promise<DemoWorld> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of closing.splice(0).toReversed()) await stop();
  };
  try {
    const own = database === undefined ? await openDemoDatabase() : null;
    if (own !== null) closing.push(() => own.close());
    const url = database?.url ?? own?.url ?? '';
    const facts = await withClient(url, (client) => prepare(client, own !== null, now()));
    const open = async (service: Service, delay: number): Promise<Listening> => {
      const listening = await listen(service, delay);
      closing.push(() => listening.close());
      return listening;
    };
    return { settings: { ...(await openServices(facts, now, open)), ...databaseSettings(url) }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(client: pg.Client, empty: boolean, now: Date): Promise<Facts> {
  await client.query("SET timezone = 'UTC'");
  if (empty) {
    await installLedger(client);
    await fillHistory(client, { now, seed: SEED });
  }
  const escrow = await installDatabases(client, now, SEED);
  return { escrow, redemptions: await readRedemptions(client), ledger: await readPublicLedger(client) };
}

function databaseSettings(url: string): Record<string, string> {
  return Object.fromEntries(
    ['TPC', 'EVT', 'COI', 'VOU', 'CTS'].map((system) => [`${system}_DATABASE_URL`, url]),
  );
}

async function openServices(
  { ledger, escrow, redemptions }: Facts,
  now: () => Date,
  open: (service: Service, delay: number) => Promise<Listening>,
): Promise<Record<string, string>> {
  const tpc = await open(tpcPlatform(ledger, now), 38);
  const events = await open(eventApi, 52);
  const production = await open(
    coinscious({ chain: BASE, lag: INDEXER_LAG, environment: 'production', now }),
    61,
  );
  const staging = await open(coinscious({ chain: BASE_SEPOLIA, lag: 3, environment: 'staging', now }), 74);
  const vouchers = await open(voucher(now), 47);
  const commitments = await open(commitToShip(now), 83);
  const base = await open(evmPeer({ chain: BASE, now }), 92);
  const baseBackup = await open(evmPeer({ chain: BASE, now, behind: 1 }), 118);
  const sepolia = await open(evmPeer({ chain: BASE_SEPOLIA, now }), 105);
  const bnb = await open(evmPeer({ chain: BNB, now, redemptions }), 88);
  const bnbBackup = await open(evmPeer({ chain: BNB, now, redemptions, behind: 2 }), 131);
  const solana = await open(solanaPeer({ now, ...escrow }), 97);
  const solanaBackup = await open(solanaPeer({ now, ...escrow, behind: 3 }), 124);
  const attestations = await open(attest(now), 29);
  return {
    TPC_API_URL: `${tpc.url}/functions/v1/tpc-public-api/public/v1`,
    TPC_PAGE_URL: `${tpc.url}/en/transparency`,
    TPC_CSV_URL: `${tpc.url}/downloads/batches.csv`,
    EVT_API_URL: events.url,
    EVT_TOKEN: TOKEN,
    EVT_EVENT_ID: EVENT_ID,
    EVT_ADMIN_URL: `${events.url}/admin/events/${EVENT_ID}`,
    EVT_ADMIN_ORIGIN: ADMIN_ORIGIN,
    EVT_ATTESTATION_URL: `${attestations.url}/event-api.json`,
    COI_CONSOLE_URL: `${production.url}/console`,
    COI_API_URL: `${production.url}/api`,
    COI_INDEXER_URL: `${production.url}/indexer`,
    COI_RPC_URL: base.url,
    COI_RPC_BACKUP_URL: baseBackup.url,
    COI_TOKEN_CONTRACT: '0x00000000000000000000000000000000000c0170',
    COI_ATTESTATION_URL: `${attestations.url}/coinscious.json`,
    COI_STAGING_API_URL: `${staging.url}/api`,
    COI_STAGING_INDEXER_URL: `${staging.url}/indexer`,
    COI_STAGING_RPC_URL: sepolia.url,
    VOU_LISTENER_URL: `${vouchers.url}/listener`,
    VOU_API_URL: `${vouchers.url}/backend`,
    VOU_RECEPTION_URL: `${vouchers.url}/reception`,
    VOU_RPC_URL: bnb.url,
    VOU_RPC_BACKUP_URL: bnbBackup.url,
    VOU_CONTRACT: '0x0000000000000000000000000000000000000c04',
    VOU_ATTESTATION_URL: `${attestations.url}/voucher.json`,
    CTS_API_URL: commitments.url,
    CTS_RATE_LIMITED_URL: `${commitments.url}/api/commitments/mine`,
    CTS_SOLANA_RPC_URL: solana.url,
    CTS_SOLANA_RPC_BACKUP_URL: solanaBackup.url,
    CTS_TOKEN_OWNER: [...escrow.balances.keys()][0] ?? '',
    CTS_ATTESTATION_URL: `${attestations.url}/commit-to-ship.json`,
  };
}

function attest(now: () => Date): Service {
  return ({ path }) => {
    const system = ATTESTING.find((id) => path === `/${id}.json`);
    return system === undefined ? json({ error: 'not found' }, 404) : json(attestationOf(system, now()));
  };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
