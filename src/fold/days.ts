import path from 'node:path';
import { parseLines } from '../core/canonical.ts';
import { statusFaults } from '../status/fold.ts';
import { CLOSED, SAMPLES, STATUS } from '../status/status-folder.ts';
import type { StatusManifest } from '../status/status-manifest.ts';
import { stemOf } from '../store/content-folder.ts';
import { isThere, parsedAs } from '../store/disk.ts';
import type { FoldFault } from '../store/fold.ts';
import { rewrittenStems } from '../store/fold-versions.ts';
import { type Published, unalteredBytes } from '../store/published.ts';
import type { ContentFile } from '../store/unaltered.ts';
import { archivedBytes, archivedFile } from './archives.ts';

/**
 * In what raw days are not all that was ever written into them, and figures are not what they come to. Samples are read
 * where they are: here, or in the archive that those of their month moved into.
 */
export function daysFaults(published: Published<StatusManifest>, since: string): FoldFault[] {
  const { root, files, rows } = published;
  const contentRoot = path.join(root, '..', '..');
  const raw = files(SAMPLES);
  const isHere = (file: ContentFile) => isThere(path.join(root, file.path));
  const bytesOf = (file: ContentFile): Buffer | null => {
    if (isHere(file)) return unalteredBytes(root, file);
    const archived = archivedFile(contentRoot, stemOf(file));
    return archived === null || archived === 'removed' ? null : archivedBytes(archived, file);
  };
  const runsOf = (file: ContentFile) => {
    const bytes = bytesOf(file);
    if (bytes === null) return null;
    return parseLines(bytes.toString('utf8')).map((line, index) =>
      parsedAs(SAMPLES.row, line, `${file.path}, line ${index + 1}`, path.join(root, file.path)),
    );
  };
  const lost = raw.filter((file) => !isHere(file) && archivedFile(contentRoot, stemOf(file)) === null);
  const gone = [...lost.map(stemOf), ...rewrittenStems(rows(CLOSED), raw, bytesOf)];
  return [
    ...gone.map((day): FoldFault => ({ fault: 'gone', folder: STATUS.name, what: `status-day ${day}` })),
    ...statusFaults(published, since, runsOf),
  ];
}
