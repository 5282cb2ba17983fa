import path from 'node:path';
import type { IsoInstant } from '../core/instant.ts';
import { DATA_PACKAGE } from '../reports/model/archive.ts';
import { ARCHIVES } from '../reports/model/monthly-folders.ts';
import { withLog } from '../store/log.ts';
import { enterableOfMonths } from '../store/month-folders.ts';
import { holdsDemo } from '../store/world.ts';

/** What an archive is part of, and when something is done to it. */
export interface ArchiveRun {
  readonly contentRoot: string;
  readonly now: IsoInstant;
  readonly demo: boolean;
}

/** Enters every archive, and every pruning, that the log does not have yet, once `work` is done. */
export async function enterArchives(
  { contentRoot, now, demo }: ArchiveRun,
  work: () => Promise<void> = async () => undefined,
): Promise<void> {
  await withLog({ generated: path.join(contentRoot, 'generated'), now, demo }, async (enter) => {
    await work();
    await enter(() => enterableOfMonths(contentRoot, ARCHIVES));
  });
}

/** Whether an archive that is there holds invented figures. */
export function isInvented(folder: string): boolean {
  return holdsDemo(folder, DATA_PACKAGE) === true;
}
