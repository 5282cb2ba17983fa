import { ANCHORS, type ChainManifest } from '../../chain/chain-folder.ts';
import type { Published } from '../../store/published.ts';
import { addedSince, type Since } from '../../store/since.ts';
import type { News } from './news.ts';

/** The transactions that the last commit did not hold yet; null where there are none. */
export async function chainNews(
  published: Published<ChainManifest> & { readonly manifest: ChainManifest },
  since: Since<ChainManifest> | null,
): Promise<News | null> {
  const { length } = await addedSince(published, since, ANCHORS);
  if (length === 0) return null;
  const short = `${length} transaction${length === 1 ? '' : 's'} seen by two providers`;
  return { noun: 'Chain', at: published.manifest.observed_at, short, lines: [] };
}
