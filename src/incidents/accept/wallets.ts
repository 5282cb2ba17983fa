import { datasetSeries, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { openFolder, rootOf } from '../../store/published.ts';

/**
 * The addresses that the systems' snapshots published as official: these a note may name.
 *
 * @throws AlteredFileError when a file of them was changed by hand
 */
export async function officialWallets(contentRoot: string, systems: Iterable<string>): Promise<Set<string>> {
  const wallets = [...systems].map(snapshotFolder).flatMap((folder) => {
    return openFolder(rootOf(contentRoot, folder), folder).rows(datasetSeries('wallets'));
  });
  return new Set(wallets.flatMap(({ address }) => address ?? []));
}
