import { BUILDS, BUILDS_FOLDER } from '../../build/builds-folder.ts';
import { buildTime } from '../../build/instant.ts';
import type { BuildSource, Built } from '../../build/statement.ts';
import type { IsoInstant } from '../../core/instant.ts';
import { stemOf } from '../../store/content-folder.ts';
import { remembered } from './files.ts';

/** What the beginning of a build tells its pages in the environment. */
export const BUILT_FROM = 'TERANG_BUILT_FROM';

/** What pages say of the build that they are part of, and of those before it. */
export interface BuildPublication {
  /** Null where no build is under way, as when a page is looked at while it is written. */
  readonly source: BuildSource | null;
  readonly at: IsoInstant;
  /** Those that were entered last, the newest first. */
  readonly entered: readonly Built[];
}

const LATEST = 5;

const entered = remembered(BUILDS_FOLDER, ({ manifest, files, rows }): readonly Built[] => {
  if (manifest === null) return [];
  const stems = new Set(files(BUILDS).map(stemOf).slice(-2));
  return rows(BUILDS, (stem) => stems.has(stem))
    .slice(-LATEST)
    .toReversed();
});

export function builds(): BuildPublication {
  const told = process.env[BUILT_FROM];
  return {
    source: told === undefined ? null : (JSON.parse(told) as BuildSource),
    at: buildTime(),
    entered: entered(),
  };
}
