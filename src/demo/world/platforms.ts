import { ATTESTING, attestationOf } from './attestations.ts';
import { coinscious } from './coinscious.ts';
import type { EscrowFacts } from './commitments.ts';
import { ADMIN_ORIGIN, EVENT_ID, eventApi, TOKEN } from './event-api.ts';
import { BASE, BASE_SEPOLIA, BNB, type EvmPeerOptions, evmPeer, heightOf } from './evm.ts';
import type { Fault } from './faults.ts';
import { type Listening, listen } from './listen.ts';
import { json, page, type Service } from './server.ts';
import { type Landed, type SolanaPeerOptions, solanaPeer } from './solana.ts';
import { type PublicLedger, tpcPlatform, walletsIn } from './tpc.ts';

/** How many blocks the demo's indexer is behind: beyond its target of 10, short of the alert at 50. */
export const INDEXER_LAG = 38;

/** Everything the databases tell that a service must agree with. */
export interface Facts {
  readonly ledger: PublicLedger;
  readonly escrow: EscrowFacts;
  readonly redemptions: ReadonlyMap<string, string>;
  /** The transactions that batches state, as far as providers remember them. */
  readonly anchors: readonly Landed[];
}

const DELAYS = {
  tpc: 38,
  events: 52,
  production: 61,
  staging: 74,
  vouchers: 47,
  commitments: 83,
  base: 92,
  baseBackup: 118,
  sepolia: 105,
  bnb: 88,
  bnbBackup: 131,
  solana: 97,
  solanaBackup: 124,
  attestations: 29,
  // Asked hundreds of times in a row.
  ledgerRpc: 1,
  ledgerRpcSecond: 2,
} as const;
export type ServiceName = keyof typeof DELAYS;

/** What is wrong with which service. */
export type Faults = Readonly<Partial<Record<ServiceName, Fault>>>;

export interface Platforms {
  /** What the system files call `env:NAME`, but for the databases. */
  readonly settings: Record<string, string>;
  close(): Promise<void>;
}

export interface PlatformOptions {
  readonly facts: Facts;
  readonly now: () => Date;
  readonly faults: Faults;
}

/** Opens every service of the five systems on loopback, with the switches of their faults as they are told. */
export async function openPlatforms({ facts, now, faults }: PlatformOptions): Promise<Platforms> {
  const services = servicesOf(facts, now, faults);
  const names = Object.keys(services) as ServiceName[];
  const opened: Partial<Record<ServiceName, Listening>> = {};
  const close = async () => {
    for (const listening of Object.values(opened)) await listening.close();
  };
  try {
    for (const name of names) opened[name] = await listen(services[name], DELAYS[name], faults[name]);
  } catch (error) {
    await close();
    throw error;
  }
  const urls = Object.fromEntries(names.map((name) => [name, opened[name]?.url ?? '']));
  return { settings: settingsOf(urls as Record<ServiceName, string>, facts.escrow), close };
}

function servicesOf(
  { ledger, escrow, redemptions, anchors }: Facts,
  now: () => Date,
  faults: Faults,
): Record<ServiceName, Service> {
  const evm = (name: ServiceName, options: Omit<EvmPeerOptions, 'now'>) =>
    evmPeer({ now, ...options, ...chainFault(faults[name], options, now) });
  const slots = (name: ServiceName, options: Pick<SolanaPeerOptions, 'behind'>) =>
    solanaPeer({ now, ...escrow, ...options, ...solanaFault(faults[name], now) });
  const anchored = (name: ServiceName, behind: number) =>
    solanaPeer({
      now,
      behind,
      balances: new Map(walletsIn(ledger).map((address, index) => [address, 3_141_592_653 * (index + 1)])),
      transactions: new Set(),
      landed: anchors,
      ...solanaFault(faults[name], now),
    });
  return {
    tpc: tpcPlatform(ledger, now),
    events: eventApi({ guarded: faults.events !== 'guard-missing' }),
    production: coinscious({ chain: BASE, lag: INDEXER_LAG, environment: 'production', now }),
    staging: coinscious({
      chain: BASE_SEPOLIA,
      lag: faults.staging === 'lag' ? BEHIND : 3,
      environment: 'staging',
      now,
    }),
    vouchers: voucher(now),
    commitments: commitToShip(now),
    base: evm('base', { chain: BASE }),
    baseBackup: evm('baseBackup', { chain: BASE, behind: 1 }),
    sepolia: evm('sepolia', { chain: BASE_SEPOLIA }),
    bnb: evm('bnb', { chain: BNB, redemptions }),
    bnbBackup: evm('bnbBackup', { chain: BNB, redemptions, behind: 2 }),
    solana: slots('solana', {}),
    solanaBackup: slots('solanaBackup', { behind: 3 }),
    attestations: attest(now),
    ledgerRpc: anchored('ledgerRpc', 0),
    ledgerRpcSecond: anchored('ledgerRpcSecond', 2),
  };
}

/** Blocks, or slots: beyond every limit for a lag in the system files. */
const BEHIND = 400;
/** How long ago a provider stopped that knows no newer block. */
const STOPPED = 10 * 60_000;

function chainFault(
  fault: Fault | undefined,
  { chain }: Pick<EvmPeerOptions, 'chain'>,
  now: () => Date,
): Partial<EvmPeerOptions> {
  if (fault === 'lag') return { behind: BEHIND };
  if (fault === 'wrong-chain') return { chain: { ...chain, id: 1 } };
  return fault === 'stale-block' ? { now: () => new Date(now().getTime() - STOPPED) } : {};
}

function solanaFault(fault: Fault | undefined, now: () => Date): Partial<SolanaPeerOptions> {
  if (fault === 'lag') return { behind: BEHIND };
  // The first block of the network for trying things out.
  if (fault === 'wrong-chain') return { genesis: 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG' };
  return fault === 'stale-block' ? { now: () => new Date(now().getTime() - STOPPED) } : {};
}

function attest(now: () => Date): Service {
  return ({ path }) => {
    const system = ATTESTING.find((id) => path === `/${id}.json`);
    return system === undefined ? json({ error: 'not found' }, 404) : json(attestationOf(system, now()));
  };
}

function settingsOf(urls: Record<ServiceName, string>, escrow: EscrowFacts): Record<string, string> {
  const { tpc, events, production, staging, vouchers, commitments, attestations } = urls;
  const { base, baseBackup, sepolia, bnb, bnbBackup, solana, solanaBackup } = urls;
  const { ledgerRpc, ledgerRpcSecond } = urls;
  return {
    TPC_API_URL: `${tpc}/functions/v1/tpc-public-api/public/v1`,
    TPC_PAGE_URL: `${tpc}/en/transparency`,
    TPC_SOLANA_RPC_URL: ledgerRpc,
    TPC_SOLANA_RPC_SECOND_URL: ledgerRpcSecond,
    TPC_CSV_URL: `${tpc}/downloads/batches.csv`,
    EVT_API_URL: events,
    EVT_TOKEN: TOKEN,
    EVT_EVENT_ID: EVENT_ID,
    EVT_ADMIN_URL: `${events}/admin/events/${EVENT_ID}`,
    EVT_ADMIN_ORIGIN: ADMIN_ORIGIN,
    EVT_ATTESTATION_URL: `${attestations}/event-api.json`,
    COI_CONSOLE_URL: `${production}/console`,
    COI_API_URL: `${production}/api`,
    COI_INDEXER_URL: `${production}/indexer`,
    COI_RPC_URL: base,
    COI_RPC_BACKUP_URL: baseBackup,
    COI_TOKEN_CONTRACT: '0x00000000000000000000000000000000000c0170',
    COI_ATTESTATION_URL: `${attestations}/coinscious.json`,
    COI_STAGING_API_URL: `${staging}/api`,
    COI_STAGING_INDEXER_URL: `${staging}/indexer`,
    COI_STAGING_RPC_URL: sepolia,
    VOU_LISTENER_URL: `${vouchers}/listener`,
    VOU_API_URL: `${vouchers}/backend`,
    VOU_RECEPTION_URL: `${vouchers}/reception`,
    VOU_RPC_URL: bnb,
    VOU_RPC_BACKUP_URL: bnbBackup,
    VOU_CONTRACT: '0x0000000000000000000000000000000000000c04',
    VOU_ATTESTATION_URL: `${attestations}/voucher.json`,
    CTS_API_URL: commitments,
    CTS_RATE_LIMITED_URL: `${commitments}/api/commitments/mine`,
    CTS_SOLANA_RPC_URL: solana,
    CTS_SOLANA_RPC_BACKUP_URL: solanaBackup,
    CTS_TOKEN_OWNER: [...escrow.balances.keys()][0] ?? '',
    CTS_ATTESTATION_URL: `${attestations}/commit-to-ship.json`,
  };
}

/** The application of Commit To Ship: its health, and a rate-limited address (which wants a wallet's signature). */
function commitToShip(now: () => Date): Service {
  return ({ path }) => {
    switch (path) {
      case '/api/health':
        return json({
          status: 'ok',
          timestamp: now().toISOString(),
          uptime: Math.floor(now().getTime() / 1000) % 604_800,
          checks: [
            { name: 'database', status: 'ok', latencyMs: 9 },
            { name: 'solana_rpc', status: 'ok', latencyMs: 64 },
          ],
          totalLatencyMs: 73,
        });
      case '/api/commitments/mine':
        return json({ error: 'Missing signature' }, 401);
      default:
        return json({ error: 'Not found' }, 404);
    }
  };
}

/** Listener, backend and reception of the voucher platform, below /listener, /backend and /reception. */
function voucher(now: () => Date): Service {
  return ({ path }) => {
    switch (path) {
      case '/listener/health':
        return json({
          status: 'ok',
          listener: {
            heartbeat: new Date(now().getTime() - 4_000).toISOString(),
            // Three confirmations behind, and the block it is at.
            lastBlock: heightOf(BNB, now()) - 4,
            errors: { rpcDisconnects: 2, contractAddressMismatch: 0, eventParsing: 0 },
          },
        });
      case '/backend/health':
        return json({ status: 'ok', timestamp: now().toISOString() });
      case '/reception':
        return page('Reception');
      default:
        return json({ error: 'not found' }, 404);
    }
  };
}
