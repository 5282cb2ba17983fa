import { boundedBody } from '../core/bounded-body.ts';
import { isNoAnswer } from '../core/no-answer.ts';
import { mostBytesOf } from './most-bytes.ts';
import { LogError } from './refusal.ts';
import type { FileReader } from './tile-hashes.ts';

/** How long one file of a log may take. */
const PATIENCE = 30_000;

/**
 * The files of a log that a site serves. `prefix` is the address of its log, with a slash at the end. None is read beyond
 * what a file of its kind can have.
 *
 * @throws LogError `unreachable` or `too-large` from the reader: whoever answers so said nothing of the log
 */
export function httpLog(prefix: URL, patience = PATIENCE): FileReader {
  return async (path) => {
    const url = new URL(path, prefix);
    try {
      // A checkpoint of minutes ago would look like a log that went back.
      const answer = await fetch(url, {
        cache: path === 'checkpoint' ? 'no-store' : 'default',
        signal: AbortSignal.timeout(patience),
      });
      if (!answer.ok) await answer.body?.cancel();
      if (answer.status === 404) return null;
      if (!answer.ok) throw new LogError('unreachable', `${url} answered ${answer.status}`);
      const most = mostBytesOf(path);
      const bytes = await boundedBody(answer, most);
      if (bytes === null) throw new LogError('too-large', `${url} has more than ${most} bytes`);
      return bytes;
    } catch (cause) {
      if (cause instanceof LogError || !isNoAnswer(cause)) throw cause;
      throw new LogError('unreachable', `${url} could not be read`, { cause });
    }
  };
}
