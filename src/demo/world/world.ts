import type pg from 'pg';
import { withClient } from '../../postgres/client.ts';
import { openDemoDatabase } from '../database.ts';
import { fillHistory } from '../history.ts';
import { installLedger } from '../ledger.ts';
import { readAnchors } from './anchors.ts';
import { installDatabases, readRedemptions } from './databases.ts';
import { type Facts, type Faults, openPlatforms } from './platforms.ts';
import { readPublicLedger } from './tpc.ts';

const SEED = 20_260_105;

export interface DemoWorld {
  /** Everything that the five system files call `env:NAME`. */
  readonly settings: Record<string, string>;
  close(): Promise<void>;
}

export interface DemoWorldOptions {
  /** A running demo database that holds the filled ledger; without one, its own is made. */
  readonly database?: { readonly url: string };
  readonly now?: () => Date;
  /** What is wrong with which service, instead of what is wrong with the demo's. */
  readonly faults?: Faults;
}

/** As in the field: the event API's guard lets a call through. */
const AS_IN_THE_FIELD: Faults = { events: 'guard-missing' };

/**
 * Opens the demo's platforms on loopback: the five systems' APIs and pages, their databases, providers of four
 * chains, and what the operators attest. Most is well; the indexer of COINSCIOUS is behind, the event API's guard
 * lets a call through, and an attestation of Commit To Ship is overdue.
 */
export async function openDemoWorld({
  database,
  now = () => new Date(),
  faults = AS_IN_THE_FIELD,
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
    const platforms = await openPlatforms({ facts, now, faults });
    closing.push(() => platforms.close());
    return { settings: { ...platforms.settings, ...databaseSettings(url) }, close };
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
  return {
    escrow,
    redemptions: await readRedemptions(client),
    ledger: await readPublicLedger(client),
    anchors: await readAnchors(client, now, SEED),
  };
}

function databaseSettings(url: string): Record<string, string> {
  return Object.fromEntries(
    ['TPC', 'EVT', 'COI', 'VOU', 'CTS'].map((system) => [`${system}_DATABASE_URL`, url]),
  );
}
