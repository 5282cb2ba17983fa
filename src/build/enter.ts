import { ExpectedError } from '../core/expected-error.ts';
import { type IsoInstant, wholeSeconds } from '../core/instant.ts';
import { assertClockOf } from '../store/clock.ts';
import { stemOf } from '../store/content-folder.ts';
import { hashOf } from '../store/entering.ts';
import { exclusively } from '../store/lock.ts';
import { append, publish } from '../store/publish.ts';
import { openFolder, rootOf } from '../store/published.ts';
import { BUILDS, BUILDS_FOLDER, buildId } from './builds-folder.ts';
import type { Built } from './statement.ts';

/** How many files, newest first, are looked through for the same build: one that is older is named by the fold, as twice. */
const RECENT_FILES = 2;

/**
 * Keeps a build below `generated/builds`, and enters it into the log, dated `now`; once, however often it is published.
 *
 * @returns whether it was not there yet
 * @throws ExpectedError when the same commit and instant were built into other bytes, of which both stay known; when the
 *   clock is wrong, or a demo would meet real content
 */
export async function enterBuild(contentRoot: string, built: Built, now: IsoInstant): Promise<boolean> {
  const root = rootOf(contentRoot, BUILDS_FOLDER);
  return exclusively(root, {}, async () => {
    const at = wholeSeconds(now);
    await assertClockOf(contentRoot, at);
    const published = openFolder(root, BUILDS_FOLDER);
    const recent = new Set(published.files(BUILDS).map(stemOf).slice(-RECENT_FILES));
    const before = published
      .rows(BUILDS, (stem) => recent.has(stem))
      .find((one) => buildId(one) === buildId(built));
    if (before !== undefined) {
      if (hashOf(before) === hashOf(built)) return false;
      throw new ExpectedError(
        `${buildId(built)} was entered with the hash ${before.files.sha256}, and is built as ${built.files.sha256} now: ` +
          'the build is not reproducible. Nothing was entered.',
      );
    }
    const { files, written } = append(published, BUILDS, [built], at);
    const manifest = { format: 'terang/builds/1', demo: built.demo, observed_at: at } as const;
    await publish(published, { ...manifest, builds: [...files] }, written, at);
    return true;
  });
}
