import { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';

/**
 * One file of content. Its name carries the beginning of its SHA-256, so a file is never rewritten: a new
 * version is a new file, and the manifest alone says which files count.
 */
export const contentFileSchema = z.strictObject({
  /** Relative to the manifest's folder, with forward slashes. */
  path: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.jsonl$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  rows: z.int().nonnegative(),
});

export type ContentFile = z.infer<typeof contentFileSchema>;

/**
 * Compares a file in `folder` with what the manifest says of it.
 *
 * @throws AlteredFileError that names the file and how to restore it, when its bytes are others
 */
export function assertUnaltered(
  folder: string,
  file: Pick<ContentFile, 'path' | 'sha256'>,
  bytes: Uint8Array,
): void {
  const actual = sha256Hex(bytes);
  if (actual === file.sha256) return;
  if (sha256Hex(withoutCarriageReturns(bytes)) === file.sha256)
    throw new AlteredFileError(
      `${file.path} is whole, but the ends of its lines were converted to CR LF, as git does where core.autocrlf is set. ` +
        `Put the line "content/generated/** -text" into .gitattributes, remove the file, and restore it with "git checkout HEAD -- ${folder}/${file.path}".`,
    );
  throw new AlteredFileError(
    `${file.path} was changed by hand or damaged: its SHA-256 is ${actual}, the manifest says ${file.sha256}. ` +
      `Generated content is never edited: restore it with "git checkout HEAD -- ${folder}/${file.path}".`,
  );
}

function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => !(byte === 13 && bytes[at + 1] === 10));
}

export class AlteredFileError extends ExpectedError {
  override readonly name = 'AlteredFileError';
}
