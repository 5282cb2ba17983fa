import { type Sighting, sightingSchema } from '../../chain/sighting.ts';
import { SEEN_LATE, treasuryWallets } from '../../chain/treasury.ts';
import { addDuration, compareInstants, type IsoInstant } from '../../core/instant.ts';
import { playRecord, type RecordEntry, recordEntrySchema } from '../../ledger/record.ts';
import { parseEntry } from '../../log/entry.ts';
import type { ProvenEntry } from '../../log/proof-bundle.ts';
import { valueIn } from '../../store/disk.ts';

/** An entry of the log with its place. */
export interface IndexedEntry {
  readonly index: number;
  readonly entry: string;
}

interface Line {
  readonly line: RecordEntry;
  /** When it was entered. */
  readonly logged: IsoInstant;
  readonly proven: ProvenEntry;
}

/**
 * What of a log stands for the transaction of a batch, beside the entries of the batch itself: the entry of the bytes, and
 * the lines of the list of wallets from which it follows whose wallets were listed as the treasury's then.
 */
export async function transactionEvidence(
  {
    anchors,
    wallets,
  }: { readonly anchors: readonly IndexedEntry[]; readonly wallets: readonly IndexedEntry[] },
  prove: (entry: IndexedEntry) => Promise<ProvenEntry | null>,
): Promise<(batch: readonly ProvenEntry[]) => ProvenEntry[]> {
  const sightings = new Map<string, { readonly sighting: Sighting; readonly proven: ProvenEntry }>();
  for (const anchor of anchors) {
    const proven = await prove(anchor);
    if (proven?.record == null) continue;
    const sighting = valueIn(sightingSchema, proven.record, 'an anchor');
    sightings.set(sighting.signature, { sighting, proven });
  }
  if (sightings.size === 0) return () => [];
  const lines: Line[] = [];
  for (const wallet of wallets) {
    const proven = await prove(wallet);
    if (proven?.record == null) continue;
    const logged = parseEntry(proven.entry).time;
    lines.push({ logged, line: valueIn(recordEntrySchema, proven.record, 'a wallet'), proven });
  }
  return (batch) => {
    const found = sightings.get(transactionIn(batch) ?? '');
    if (found === undefined) return [];
    const { sighting, proven } = found;
    return [proven, ...listUntil(sighting.block_time ?? sighting.seen_at, lines)];
  };
}

/** The transaction that a batch states by now. */
function transactionIn(batch: readonly ProvenEntry[]): string | null {
  const entries = batch.flatMap(({ record }) =>
    record === null ? [] : [valueIn(recordEntrySchema, record, 'a batch')],
  );
  const [row] = playRecord(entries).get('batches')?.values() ?? [];
  return row?.latest.onchain_tx ?? null;
}

/** The lines that say whose wallets were listed until a time: the first line, which says since when the list is read, and those of wallets that were ever the treasury's. */
function listUntil(time: IsoInstant, lines: readonly Line[]): ProvenEntry[] {
  const [first] = lines;
  if (first === undefined) return [];
  const until = addDuration(time, SEEN_LATE);
  const counting = lines.filter(
    ({ line, logged }) =>
      compareInstants(line.seen_at, until) <= 0 ||
      line.seen_at === first.line.seen_at ||
      logged === first.logged,
  );
  const ever = treasuryWallets(counting.map(({ line }) => line));
  return counting.filter((one) => one === first || ever.has(one.line.id)).map(({ proven }) => proven);
}
