import { sha256Hex } from '../core/canonical.ts';
import { stemOf } from './content-folder.ts';
import type { ContentFile } from './unaltered.ts';

/**
 * The stems of listed files of which a version is not what the present one begins with: files whose every line is kept only
 * grow, so that the hash and the length of each version that was listed once hold whatever was written behind it.
 *
 * @param bytesOf what stands there now of a stem; null where nothing does
 */
export function rewrittenStems(
  listed: readonly ContentFile[],
  present: readonly ContentFile[],
  bytesOf: (file: ContentFile) => Buffer | null,
): string[] {
  const now = new Map(present.map((file) => [stemOf(file), file]));
  const rewritten = new Set<string>();
  for (const version of listed) {
    const stem = stemOf(version);
    const file = now.get(stem);
    if (file === undefined || file.sha256 === version.sha256) continue;
    const bytes = bytesOf(file);
    if (bytes !== null && sha256Hex(bytes.subarray(0, version.bytes)) !== version.sha256) rewritten.add(stem);
  }
  return [...rewritten];
}
