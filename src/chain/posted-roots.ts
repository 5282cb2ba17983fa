import type { Publication } from '../ledger/publication.ts';
import type { AnchorBook } from './anchor-book.ts';
import { parseRootMemo, type RootMemo } from './root-memo.ts';
import { memosOf, type ReadSighting } from './sighting.ts';
import { treasuryAt, treasuryEver, treasuryListings } from './treasury.ts';

/** The root of a log that the operator put on chain. */
export interface PostedRoot {
  readonly memo: RootMemo;
  readonly sighting: ReadSighting;
  /** The treasury wallet that signed it. */
  readonly wallet: string;
}

/**
 * The roots that the treasury put on chain, the newest first: in memos that its signature covers, of transactions that
 * succeeded. Anybody can write the root of any log; what nobody signed who was listed as the treasury says nothing.
 */
export function postedRoots(
  { sightings }: Pick<AnchorBook, 'sightings'>,
  { entries, seen }: Pick<Publication, 'entries' | 'seen'>,
): PostedRoot[] {
  const found = [...sightings.values()].flatMap((sighting) =>
    sighting.err === null
      ? memosOf(sighting).flatMap(({ signed, text }) => {
          const memo = signed ? parseRootMemo(text) : null;
          return memo === null ? [] : [{ memo, sighting }];
        })
      : [],
  );
  if (found.length === 0) return [];
  const listings = treasuryListings(seen ?? entries);
  const posted = found.flatMap(({ memo, sighting }) => {
    const { block_time, transaction } = sighting;
    const listed = block_time === null ? treasuryEver(listings) : treasuryAt(listings, block_time);
    const wallet = transaction.signers.find((signer) => listed.includes(signer));
    return wallet === undefined ? [] : [{ memo, sighting, wallet }];
  });
  return posted.toSorted((a, b) => Number(BigInt(b.sighting.slot) - BigInt(a.sighting.slot)));
}
