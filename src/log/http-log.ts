import { isNoAnswer } from '../core/no-answer.ts';
import { LogError } from './refusal.ts';
import type { FileReader } from './tile-hashes.ts';

/** How long one file of a log may take. */
const PATIENCE = 30_000;

/**
 * The files of a log that a site serves. `prefix` is the address of its log, with a slash at the end.
 *
 * @throws LogError `unreachable` from the reader: whoever does not answer said nothing of the log
 */
export function httpLog(prefix: URL): FileReader {
  return async (path) => {
    const url = new URL(path, prefix);
    try {
      // A checkpoint of minutes ago would look like a log that went back.
      const answer = await fetch(url, {
        cache: path === 'checkpoint' ? 'no-store' : 'default',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 404) return null;
      if (!answer.ok) throw new LogError('unreachable', `${url} answered ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    } catch (cause) {
      if (!isNoAnswer(cause)) throw cause;
      throw new LogError('unreachable', `${url} could not be read`, { cause });
    }
  };
}
