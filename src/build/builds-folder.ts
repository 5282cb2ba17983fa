import { z } from 'zod';
import { isoInstantSchema, monthOf } from '../core/instant.ts';
import { entryId } from '../log/entry.ts';
import type { ContentFolder, Series } from '../store/content-folder.ts';
import { contentFileSchema } from '../store/unaltered.ts';
import { timeOf } from './instant.ts';
import { type Built, builtSchema } from './statement.ts';

/** `generated/builds/manifest.json`: when a build was entered last, and which files count. */
const buildsManifestSchema = z.strictObject({
  format: z.literal('terang/builds/1'),
  demo: z.boolean(),
  observed_at: isoInstantSchema,
  builds: z.array(contentFileSchema),
});
export type BuildsManifest = z.infer<typeof buildsManifestSchema>;

/** Every build that was published, as it said of itself. */
export const BUILDS: Series<BuildsManifest, Built> = {
  name: 'builds',
  row: builtSchema,
  files: ({ builds }) => builds,
  stem: (_, now) => monthOf(now),
  kept: { rule: 'every-line', within: 'series' },
  entered: {
    kinds: ['build'],
    of: (build) => ({ kind: 'build', id: buildId(build) }),
    at: ({ epoch }) => timeOf(epoch),
  },
};

/** `generated/builds`: what was published, as the hash of all its files. */
export const BUILDS_FOLDER: ContentFolder<BuildsManifest> = {
  name: 'builds',
  manifest: buildsManifestSchema,
  series: [BUILDS],
  isDemo: ({ demo }) => demo,
};

/** Of one commit and one instant there is one build, at each address. */
export function buildId({ source, epoch, site, base }: Built): string {
  return entryId(source.commit, String(epoch), new URL(base, site).href);
}
