import { BUILDS, type BuildsManifest } from '../../build/builds-folder.ts';
import type { Published } from '../../store/published.ts';
import { addedSince, type Since } from '../../store/since.ts';
import type { News } from './news.ts';

/** The builds that the last commit did not hold yet; null where there are none. */
export async function buildNews(
  published: Published<BuildsManifest> & { readonly manifest: BuildsManifest },
  since: Since<BuildsManifest> | null,
): Promise<News | null> {
  const added = await addedSince(published, since, BUILDS);
  const last = added.at(-1);
  if (last === undefined) return null;
  const short = `${last.source.commit.slice(0, 12)} built into ${last.files.count} files`;
  return { noun: 'Build', at: published.manifest.observed_at, short, lines: [] };
}
