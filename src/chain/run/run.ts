import { setTimeout as pause } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { PeerTime } from '../../core/clock.ts';
import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import { goneBatches, newestFirst, type Publication } from '../../ledger/publication.ts';
import { isSolanaAddress, isSolanaSignature } from '../../ledger/wallet.ts';
import { CheckFailure } from '../../status/ask/answer.ts';
import { peersOf } from '../../status/ask/peers.ts';
import type { System } from '../../systems/system.ts';
import type { Balance, Unsettled, Watched } from '../chain-folder.ts';
import type { Sighting } from '../sighting.ts';
import { treasuryEver, treasuryListings } from '../treasury.ts';
import { agreed, type ProviderAnswer } from './agree.ts';
import { type Asking, type Listed, listTransactions, tellBalance, tellTransaction } from './provider.ts';

export interface AskChain {
  readonly system: System;
  /** Two addresses or more, of different hosts. */
  readonly providers: readonly string[];
  readonly publication: Publication;
  /** Transactions that are known already. */
  readonly known: ReadonlySet<string>;
  readonly unsettled: readonly Unsettled[];
  readonly watched: readonly Watched[];
  readonly now: () => IsoInstant;
  /** How many transactions are asked for in one run. */
  readonly most?: number;
  /** Milliseconds for the whole run, and between two questions. */
  readonly budget?: number;
  readonly pace?: number;
  readonly onStep?: (message: string) => void;
}

export interface ChainAnswers {
  readonly sightings: readonly Sighting[];
  readonly unsettled: readonly Unsettled[];
  readonly watched: readonly Watched[];
  readonly balances: readonly Balance[];
  /** How many transactions were asked for. */
  readonly asked: number;
  /** What the providers say of the time. */
  readonly peers: readonly PeerTime[];
}

const MOST = 60;
const BUDGET = 120_000;
/** Two questions at a time, each for at least so long: some eight a second, for all providers together. */
const AT_ONCE = 2;
const PACE = 250;
/** How many thousand transactions of a wallet are looked through in one run. */
const PAGES = 5;

/**
 * Asks every provider for the transactions that batches state and that are not known yet, those that were never asked for
 * first; for the memos of the treasury; and for the balances of the wallets. Bounded in number, pace and time.
 */
export async function askChain(options: AskChain): Promise<ChainAnswers> {
  const {
    providers,
    publication,
    known,
    now,
    most = MOST,
    budget = BUDGET,
    onStep = () => undefined,
  } = options;
  const spent = new AbortController();
  const timer = setTimeout(() => spent.abort(), budget);
  const context = contextOf(options, spent.signal);
  try {
    const treasury = treasuryEver(treasuryListings(publication.entries));
    const walks = await Promise.all(treasury.map((address) => watch(address, options, context)));
    const found = new Set(walks.flatMap(({ anchors }) => anchors));
    // What a walk found is listed once: until it is settled, that it is open is all that leads back to it.
    const waiting = options.unsettled.map(({ signature }) => signature);
    const candidates = [...statedIn(publication), ...found, ...waiting];
    const open = inTurn(
      [...new Set(candidates)].filter((one) => !known.has(one)),
      options.unsettled,
    );
    onStep(`${open.length} transactions are to be asked for`);
    const settled = await Promise.all(
      open.slice(0, most).map(async (signature) => {
        const answers = await Promise.all(
          providers.map((provider) => answerOf(tellTransaction(provider, signature, context))),
        );
        return { signature, came: await agreed(signature, answers, now()) };
      }),
    );
    const sightings = settled.flatMap(({ came }) => (typeof came === 'string' ? [] : [came]));
    const doubts = settled.flatMap(({ signature, came }) =>
      typeof came === 'string' ? [{ signature, reason: came, asked_at: now() }] : [],
    );
    const left = new Set(open.slice(most));
    const standing = options.unsettled.filter(({ signature }) => left.delete(signature));
    for (const signature of left)
      if (found.has(signature)) doubts.push({ signature, reason: 'not-asked', asked_at: now() });
    const addresses = publication.rows.wallets.flatMap(({ address }) =>
      address !== null && isSolanaAddress(address) ? [address] : [],
    );
    return {
      sightings,
      unsettled: [...standing, ...doubts].toSorted((a, b) => (a.signature < b.signature ? -1 : 1)),
      watched: walks.map(({ watched }) => watched),
      balances: await Promise.all(
        [...new Set(addresses)].map((address) => balanceOf(address, options, context)),
      ),
      asked: settled.length,
      peers: await peersOf(context),
    };
  } finally {
    clearTimeout(timer);
    spent.abort();
  }
}

function contextOf({ system, now, pace = PACE }: AskChain, budget: AbortSignal): Asking {
  const limit = pLimit(AT_ONCE);
  return {
    system,
    // The addresses were filled in before.
    settings: {},
    now,
    budget,
    slot: (work) => limit(async () => (await Promise.all([work(), pause(pace)]))[0]),
    inTurn: (_, work) => work(),
    silentDatabases: new Map(),
    exchanges: new Map(),
    databaseTimes: [],
  };
}

/** The transactions that batches state, the newest batch first. */
function statedIn(publication: Publication): string[] {
  const gone = goneBatches(publication).map(({ batch }) => batch);
  return newestFirst([...publication.rows.batches, ...gone]).flatMap(({ onchain_tx }) =>
    onchain_tx !== null && isSolanaSignature(onchain_tx) ? [onchain_tx] : [],
  );
}

/** Those that were never asked for, then those whose answer is oldest. */
function inTurn(signatures: readonly string[], unsettled: readonly Unsettled[]): string[] {
  const asked = new Map(unsettled.map(({ signature, asked_at }) => [signature, asked_at]));
  return signatures.toSorted((a, b) => {
    const [first, second] = [asked.get(a), asked.get(b)];
    if (first === undefined || second === undefined)
      return Number(first !== undefined) - Number(second !== undefined);
    return compareInstants(first, second);
  });
}

async function answerOf(asked: Promise<ProviderAnswer>): Promise<ProviderAnswer> {
  return asked.catch((error: unknown) => {
    if (error instanceof CheckFailure) return error;
    throw error;
  });
}

/** Looks through what is new among the transactions of a treasury wallet, with every provider. */
async function watch(address: string, { providers, watched }: AskChain, context: Asking) {
  const before = watched.find((one) => one.address === address);
  const until = before?.until ?? null;
  const lists = await Promise.all(
    providers.map((provider) =>
      listTransactions(provider, { address, until, pages: PAGES }, context).catch((error: unknown) => {
        if (error instanceof CheckFailure) return { listed: [], complete: false };
        throw error;
      }),
    ),
  );
  const all: readonly Listed[] = lists.flatMap(({ listed }) => listed);
  const complete = lists.every((list) => list.complete);
  const times = [
    ...all.flatMap(({ block_time }) => block_time ?? []),
    ...(before?.since ? [before.since] : []),
  ];
  // The newest of which each has told: what one of them has not heard of yet is looked for again.
  const told = lists.map(({ listed }) => new Set(listed.map(({ signature }) => signature)));
  const common = lists[0]?.listed.find(({ signature }) => told.every((list) => list.has(signature)));
  return {
    anchors: [...new Set(all.filter(({ anchors }) => anchors).map(({ signature }) => signature))],
    watched: {
      address,
      until: complete ? (common?.signature ?? until) : until,
      since: times.toSorted(compareInstants)[0] ?? null,
      complete,
    },
  };
}

async function balanceOf(address: string, { providers }: AskChain, context: Asking): Promise<Balance> {
  const told = await Promise.all(
    providers.map((provider) =>
      tellBalance(provider, address, context).then(
        (one) => [one],
        (error: unknown) => {
          if (error instanceof CheckFailure) return [];
          throw error;
        },
      ),
    ),
  );
  return { address, told: told.flat() };
}
