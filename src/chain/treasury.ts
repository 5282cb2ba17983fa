import { addDuration, compareInstants, type Instant, type IsoInstant, toIso } from '../core/instant.ts';
import { playRecord, type RecordEntry } from '../ledger/record.ts';
import { isSolanaAddress } from '../ledger/wallet.ts';

/** A list of wallets is read every quarter of an hour: what was on it by then may be seen a little later. */
export const SEEN_LATE = 'PT1H';

/** Which treasury wallets were listed from a time on, as the published record saw it. */
interface Listing {
  readonly from: IsoInstant;
  readonly addresses: readonly string[];
}

/** What is known of the treasury wallets over time; nothing before wallets were first read. */
export type TreasuryListings = readonly Listing[];

/** Every listing of the treasury's wallets, oldest first, from the entries of the record of wallets. */
export function treasuryListings(entries: readonly RecordEntry[]): TreasuryListings {
  const wallets = entries.filter(({ dataset }) => dataset === 'wallets');
  const times = [...new Set(wallets.map(({ seen_at }) => seen_at))].toSorted(compareInstants);
  return times.map((from) => {
    const rows = playRecord(wallets.filter(({ seen_at }) => compareInstants(seen_at, from) <= 0)).get(
      'wallets',
    );
    const addresses = [...(rows?.values() ?? [])].flatMap(({ latest, gone, unread }) => {
      const { type, address = '' } = latest;
      const listed = gone === null && unread === null && isTreasury(type);
      return listed && isSolanaAddress(address) ? [address] : [];
    });
    return { from, addresses: [...new Set(addresses)] };
  });
}

/** The names of wallets that the record of them ever had as the treasury's. */
export function treasuryWallets(entries: readonly RecordEntry[]): ReadonlySet<string> {
  const values = entries.flatMap((entry) => {
    if (entry.kind === 'first') return [{ id: entry.id, ...entry.value }];
    return 'after' in entry ? [{ id: entry.id, ...entry.after }] : [];
  });
  return new Set(
    values.flatMap(({ id, type }: { id: string; type?: string }) => (isTreasury(type) ? [id] : [])),
  );
}

/** The treasury wallets as listed now. */
export function treasuryNow(listings: TreasuryListings): readonly string[] {
  return listings.at(-1)?.addresses ?? [];
}

/** Every wallet that was ever listed as the treasury's. */
export function treasuryEver(listings: TreasuryListings): string[] {
  return [...new Set(listings.flatMap(({ addresses }) => addresses))];
}

/**
 * The treasury wallets as listed at a time. Of a time before the list was first read, those that stood on it then count:
 * nothing older is known, and nothing that was put on it later counts backwards.
 */
export function treasuryAt(listings: TreasuryListings, at: Instant | IsoInstant): readonly string[] {
  const until = addDuration(toIso(at), SEEN_LATE);
  const standing = listings.findLast(({ from }) => compareInstants(from, at) <= 0) ?? listings[0];
  const soon = listings.filter(
    ({ from }) => compareInstants(from, at) > 0 && compareInstants(from, until) <= 0,
  );
  return [...new Set([standing, ...soon].flatMap((listing) => listing?.addresses ?? []))];
}

function isTreasury(type = ''): boolean {
  return type.trim().toLowerCase() === 'treasury';
}
