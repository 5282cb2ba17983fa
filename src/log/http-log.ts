import { concatBytes } from '@noble/hashes/utils.js';
import { isNoAnswer } from '../core/no-answer.ts';
import { LogError } from './refusal.ts';
import type { FileReader } from './tile-hashes.ts';

/** How long one file of a log may take. */
const PATIENCE = 30_000;
/** Bytes of one: a bundle of 256 of the longest entries. */
const MOST_BYTES = 256 * (2 + 65_535);

/**
 * The files of a log that a site serves. `prefix` is the address of its log, with a slash at the end.
 *
 * @throws LogError `unreachable` from the reader: whoever does not answer said nothing of the log
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
      if (answer.status === 404) return null;
      if (!answer.ok) throw new LogError('unreachable', `${url} answered ${answer.status}`);
      return await bounded(answer, url);
    } catch (cause) {
      if (cause instanceof LogError || !isNoAnswer(cause)) throw cause;
      throw new LogError('unreachable', `${url} could not be read`, { cause });
    }
  };
}

/** Whoever sends without an end is not listened to until the end. */
async function bounded(answer: Response, url: URL): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader(); // A stream is iterable in some browsers alone.
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    length += next.value.length;
    parts.push(next.value);
    if (length <= MOST_BYTES) continue;
    await reader?.cancel();
    throw new LogError('tile', `${url} is longer than any file of a log`);
  }
  return concatBytes(...parts);
}
