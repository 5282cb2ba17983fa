import { join } from 'node:path';
import type { ContentFolder } from '../../store/content-folder.ts';
import { textAt } from '../../store/disk.ts';
import { type LogTimes, readLogTimes } from '../../store/log-times.ts';
import { MANIFEST_FILE, openFolder, type Published, rootOf } from '../../store/published.ts';

/** Straight from disk: for generated data the content layer doubles a build's time and memory. */
export const CONTENT = process.env.TERANG_CONTENT ?? 'content';

/** When each line of content was entered into the log. @throws AlteredFileError, LogError where the log is damaged */
export const logTimes = (): LogTimes => readLogTimes(join(CONTENT, 'generated'));

/**
 * What `read` makes of a folder of content, made once for as long as neither its manifest changes nor what `also`
 * gives. Throws an Error that names the file when one differs from its manifest or holds a row that is not valid.
 */
export function remembered<Manifest, Value>(
  folder: ContentFolder<Manifest>,
  read: (published: Published<Manifest>) => Value,
  also: () => string = () => '',
): () => Value {
  const root = rootOf(CONTENT, folder);
  let known: { readonly key: string; readonly value: Value } | undefined;
  return () => {
    const key = JSON.stringify([textAt(`${root}/${MANIFEST_FILE}`), also()]);
    if (known?.key !== key) known = { key, value: read(openFolder(root, folder)) };
    return known.value;
  };
}
