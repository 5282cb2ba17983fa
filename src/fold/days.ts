import path from 'node:path';
import { monthOf } from '../core/instant.ts';
import { CHECKSUMS } from '../reports/model/archive.ts';
import { ARCHIVES } from '../reports/model/monthly-folders.ts';
import { statusFaults } from '../status/fold.ts';
import { SAMPLES, STATUS } from '../status/status-folder.ts';
import type { StatusManifest } from '../status/status-manifest.ts';
import { stemOf } from '../store/content-folder.ts';
import { isThere } from '../store/disk.ts';
import type { FoldFault } from '../store/fold.ts';
import type { Published } from '../store/published.ts';

/** The same of days whose samples are here; those of an archived month may have moved into its archive, no others. */
export function daysFaults(published: Published<StatusManifest>, since: string): FoldFault[] {
  const { root, files } = published;
  const archives = path.join(root, '..', ARCHIVES.name);
  const lost = files(SAMPLES)
    .filter((file) => !isThere(path.join(root, file.path)))
    .map(stemOf)
    .filter((day) => !isThere(path.join(archives, monthOf(day), CHECKSUMS)));
  return [
    ...lost.map((day): FoldFault => ({ fault: 'gone', folder: STATUS.name, what: `status-day ${day}` })),
    ...statusFaults(published, since, (file) => isThere(path.join(root, file.path))),
  ];
}
