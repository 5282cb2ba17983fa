import path from 'node:path';
import { manifestSchema } from '../../ledger/manifest.ts';
import { walletSchema } from '../../ledger/wallet.ts';
import { readLines, readManifestText } from '../../store/content-file.ts';

/**
 * The addresses that the systems' snapshots published as official: these a note may name.
 *
 * @throws AlteredFileError when a file of them was changed by hand
 */
export async function officialWallets(contentRoot: string, systems: Iterable<string>): Promise<Set<string>> {
  const addresses = new Set<string>();
  for (const id of systems) {
    const folder = path.join(contentRoot, 'generated', id);
    const text = await readManifestText(folder);
    if (text === null) continue; // It publishes nothing, or has not yet.
    for (const file of manifestSchema.parse(JSON.parse(text)).datasets.wallets.files)
      for (const line of await readLines(folder, file)) {
        const { address } = walletSchema.parse(line);
        if (address !== null) addresses.add(address);
      }
  }
  return addresses;
}
