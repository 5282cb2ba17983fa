import { compareInstants, type IsoInstant } from '../core/instant.ts';
import type { Batch } from '../ledger/batch.ts';
import { goneBatches, knownState, type Publication } from '../ledger/publication.ts';
import { type Anchor, judgeAnchor } from './anchor.ts';
import type { Balance, ChainManifest, Unsettled } from './chain-folder.ts';
import { batchHashIn } from './memo.ts';
import { memosOf, type ReadSighting } from './sighting.ts';
import { type TreasuryListings, treasuryAt, treasuryListings } from './treasury.ts';

/** What is known of the chain, beside what the platform published. */
export interface AnchorBook {
  /** Null while no provider was ever asked. */
  readonly manifest: ChainManifest | null;
  readonly sightings: ReadonlyMap<string, ReadSighting>;
  readonly unsettled: ReadonlyMap<string, Unsettled>;
  readonly balances: ReadonlyMap<string, Balance>;
  /** All of that as the files in which it is kept. */
  readonly files: readonly ChainFile[];
}

export interface ChainFile {
  readonly series: string;
  /** A month, or the name of the series where it has one file. */
  readonly stem: string;
  readonly lines: readonly unknown[];
}

export const NO_ANCHORS: AnchorBook = {
  manifest: null,
  sightings: new Map(),
  unsettled: new Map(),
  balances: new Map(),
  files: [],
};

/** What of a publication the chain is held against: made once for each. */
interface Stated {
  readonly treasury: TreasuryListings;
  /** How many batches state a transaction. */
  readonly batches: ReadonlyMap<string, number>;
  /** Every hash that a batch has, gone or not. */
  readonly hashes: ReadonlySet<string>;
}

const known = new WeakMap<Publication, Stated>();

function statedIn(publication: Publication): Stated {
  const made = known.get(publication) ?? stated(publication);
  known.set(publication, made);
  return made;
}

function stated(publication: Publication): Stated {
  const all = [...publication.rows.batches, ...goneBatches(publication).map(({ batch }) => batch)];
  const unique = [...new Map(all.map((batch) => [batch.id, batch])).values()];
  const batches = new Map<string, number>();
  for (const { onchain_tx } of unique)
    if (onchain_tx !== null) batches.set(onchain_tx, (batches.get(onchain_tx) ?? 0) + 1);
  return {
    treasury: treasuryListings(publication.seen ?? publication.entries),
    batches,
    hashes: new Set(unique.flatMap(({ public_hash }) => public_hash ?? [])),
  };
}

/** TPC-09: what a batch's stated transaction comes to. */
export function anchorOf(book: AnchorBook, publication: Publication, batch: Batch): Anchor {
  const { treasury, batches } = statedIn(publication);
  const transaction = batch.onchain_tx ?? '';
  const doubt = book.unsettled.get(transaction) ?? null;
  return judgeAnchor(batch, {
    sighting: book.sightings.get(transaction) ?? null,
    doubt,
    treasury,
    shared: (batches.get(transaction) ?? 0) > 1,
  });
}

/** A transaction of the treasury whose memo names a hash that no published batch has. */
export interface StrayMemo {
  readonly sighting: ReadSighting;
  readonly hash: string;
}

/**
 * Memos of the treasury for which no batch is published. A batch is older than its memo, so one that was anchored before
 * the batches were read last would be among them.
 */
export function strayMemos({ sightings }: AnchorBook, publication: Publication): StrayMemo[] {
  const { treasury, hashes } = statedIn(publication);
  const read = knownState(publication, 'batches')?.observed_at ?? null;
  return [...sightings.values()].flatMap((sighting) => {
    const { err, block_time, transaction } = sighting;
    if (err !== null || block_time === null || !isBefore(block_time, read)) return [];
    const listed = treasuryAt(treasury, block_time);
    if (!transaction.signers.some((signer) => listed.includes(signer))) return [];
    return memosOf(sighting).flatMap(({ text }) => {
      const named = batchHashIn(text);
      if (named === null) return [];
      // More behind the hash of a published batch is a mismatch there, and hides no other.
      const hash = /^[0-9a-f]{64}/.exec(named)?.[0] ?? named;
      return hashes.has(hash) ? [] : [{ sighting, hash }];
    });
  });
}

/** Whether every transaction of the treasury was looked through, and each memo that was found there was settled. */
export function isLookedThrough({ manifest, unsettled }: AnchorBook, publication: Publication): boolean {
  const { batches } = statedIn(publication);
  const { watched = [] } = manifest ?? {};
  return (
    watched.length > 0 &&
    watched.every(({ complete }) => complete) &&
    [...unsettled.keys()].every((signature) => batches.has(signature))
  );
}

function isBefore(time: IsoInstant, read: IsoInstant | null): boolean {
  return read !== null && compareInstants(time, read) < 0;
}
