import { type AnchorBook, type ChainFile, NO_ANCHORS } from '../../chain/anchor-book.ts';
import { ANCHORS, BALANCES, CHAIN, type ChainManifest, UNSETTLED } from '../../chain/chain-folder.ts';
import { readSighting } from '../../chain/sighting.ts';
import { WireError } from '../../chain/solana-transaction.ts';
import { datedAt } from '../../log/late.ts';
import { stemOf } from '../../store/content-folder.ts';
import { datedRows } from '../../store/log-times.ts';
import type { Published } from '../../store/published.ts';
import { AlteredFileError } from '../../store/unaltered.ts';
import { logTimes, remembered } from './files.ts';

/**
 * What providers of the chain said, every signature verified again. Rejects with an Error that names what is not as it was
 * published, or the transaction whose bytes are not its own.
 */
export const anchors = remembered(CHAIN, async (published): Promise<AnchorBook> => {
  const { manifest, rows } = published;
  if (manifest === null) return NO_ANCHORS;
  const sightings = await Promise.all(
    datedRows(published, ANCHORS, logTimes()).map(async ({ row: line, late }) => {
      try {
        const sighting = await readSighting(line);
        return [line.signature, late === null ? sighting : { ...sighting, seen_at: datedAt(late) }] as const;
      } catch (cause) {
        if (!(cause instanceof WireError)) throw cause;
        throw new AlteredFileError(`chain/anchors: ${line.signature}: ${cause.message}`, { cause });
      }
    }),
  );
  return {
    manifest,
    sightings: new Map(sightings),
    unsettled: new Map(rows(UNSETTLED).map((one) => [one.signature, one])),
    balances: new Map(rows(BALANCES).map((one) => [one.address, one])),
    files: filesIn(published),
  };
});

function filesIn({ folder, files, lines }: Published<ChainManifest>): ChainFile[] {
  return folder.series.flatMap((series) =>
    files(series).map((file) => ({ series: series.name, stem: stemOf(file), lines: lines(file) })),
  );
}
