import {
  datedLine,
  landingOf,
  memoOf,
  type ReadSighting,
  readSighting,
  signerAmong,
  treasuryAt,
} from './anchor.ts';
import type { Row } from './batch-hash.ts';
import { jsonOf, utf8 } from './bytes.ts';
import { NOBODY, openCheckpoint } from './checkpoint.ts';
import { isIncluded, leafHash } from './merkle.ts';
import { Untold, Wrong } from './outcome.ts';
import { isRecordOf, type Proven, parseEntry, parseProof } from './proof.ts';
import { idPart, type Line, play } from './record.ts';
import { type Judged, judge } from './statement.ts';

/** A batch and what was entered of its transaction: what a proof bundle of one holds. */
export interface Evidence {
  readonly batch: Row;
  /** Its transaction, as it was first told of alike; null where that is not at hand. */
  readonly anchor: Proven | null;
  /** Lines of the list of wallets, up to the transaction. */
  readonly wallets: readonly Proven[];
}

/** The statements on the transaction that a batch states, from what was logged of it alone. */
export function judgeEvidence({ batch, anchor, wallets }: Evidence): Promise<Judged>[] {
  const read = async (): Promise<ReadSighting> => {
    const record = anchor?.record ?? null;
    if (record === null) throw new Untold('no-anchor');
    const sighting = await readSighting(record, 'transaction');
    if (sighting.signature !== batch.onchain_tx) throw new Wrong('another transaction than the batch states');
    return sighting;
  };
  return [
    judge('wire', async (found) => {
      if (anchor === null) throw new Untold('no-anchor');
      await assertLogged(anchor, 'anchor', (await read()).signature);
      found.counted = 1;
    }),
    judge('memo', async (found) => {
      const { broken, isCovered } = memoOf(batch, await read());
      found.faults.push(...broken);
      if (broken.length === 0 && (batch.public_hash ?? null) === null) throw new Untold('no-hash');
      if (broken.length === 0 && !isCovered) throw new Untold('inner');
      found.counted = 1;
    }),
    judge('treasury', async (found) => {
      const sighting = await read();
      const [lines, entered]: [Line[], Line[]] = [[], []];
      for (const wallet of wallets) {
        const line = await lineOf(wallet);
        lines.push(line);
        entered.push(datedLine(line, parseEntry(wallet.entry ?? '', 'wallet'), null));
      }
      if (lines.length === 0) throw new Untold('no-wallets');
      if (sighting.block_time === null) throw new Untold('no-block-time');
      const listed = treasuryAt(lines, sighting.block_time);
      const vouched = treasuryAt(entered, sighting.block_time);
      // Whether the log began with a line that it has late, a bundle does not tell.
      if (signerAmong(listed, sighting) !== signerAmong(vouched, sighting)) throw new Untold('late-list');
      if (listed.length === 0) throw new Untold('no-treasury');
      if (signerAmong(listed, sighting) === null) found.faults.push(`other-signer; ${listed.join(', ')}`);
      found.counted = 1;
    }),
    judge('landed', async (found) => {
      const sighting = await read();
      found.faults.push(...landingOf(batch, sighting));
      const { slot, block_time, providers } = sighting;
      throw new Untold('word', `slot ${slot}, ${block_time ?? '–'} (${providers})`);
    }),
  ];
}

/** A line of the list of wallets that is in the log. @throws Wrong */
async function lineOf(wallet: Proven): Promise<Line> {
  const line = jsonOf<Line | null>(wallet.record ?? 'null', 'wallet');
  const isLine = line?.dataset === 'wallets' && typeof line.id === 'string';
  if (!isLine) throw new Wrong('wallet: record');
  await assertLogged(wallet, 'wallet', line.id);
  return line;
}

/** @throws Wrong where a record is not the one that was entered under its name */
async function assertLogged({ entry, record, proof }: Proven, kind: string, id: string): Promise<void> {
  if (entry === null || record === null || proof === null) throw new Untold('no-proof');
  const parsed = parseEntry(entry, kind);
  const isNamed = parsed.kind === kind && parsed.id.split('/').at(-1) === (await idPart(id));
  if (!isNamed) throw new Wrong(`${kind}: ${parsed.kind} ${parsed.id}`);
  if (!(await isRecordOf(parsed, record))) throw new Wrong(`${kind}: record`);
  const { index, hashes, checkpoint } = parseProof(proof, kind);
  const tree = await openCheckpoint(checkpoint, NOBODY, 'checkpoint');
  if (!(await isIncluded(await leafHash(utf8(entry)), index, tree, hashes)))
    throw new Wrong(`${kind}: entry ${index}`);
}

/**
 * What of a bundle stands for its batch, and what for the transaction of it; null where it states none, or does not say so
 * in any form: then each entry is looked at by itself.
 */
export function evidenceIn(proven: readonly Proven[]): Evidence | null {
  const kindOf = ({ entry }: Proven) => /"kind":"([a-z-]+)"/.exec(entry ?? '')?.[1];
  const batch = statedBatch(proven.filter((one) => kindOf(one) === 'batch'));
  if ((batch?.onchain_tx ?? null) === null || batch === null) return null;
  return {
    batch,
    anchor: proven.find((one) => kindOf(one) === 'anchor') ?? null,
    wallets: proven.filter((one) => kindOf(one) === 'wallet'),
  };
}

/** The batch as its lines come to. */
function statedBatch(proven: readonly Proven[]): Row | null {
  try {
    const lines = proven.map(({ record }) => jsonOf<Line | null>(record ?? 'null', 'record'));
    const [batch] = play(lines.filter((line) => line !== null)).values();
    return batch?.fields ?? null;
  } catch (error) {
    if (error instanceof Wrong) return null; // Their hashes tell that they are not what they were.
    throw error;
  }
}
