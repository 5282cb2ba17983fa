import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** A text that is longer than it may be, or no text of the expected form. */
export class BadTextError extends Error {
  override readonly name = 'BadTextError';
}

/**
 * What a gzip stream holds, as it comes, at most `limit` bytes of it.
 *
 * @throws BadTextError when it is longer, or is no whole gzip stream
 */
export async function* inflated(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const pumping = pipeline(Readable.from(bytes), gunzip);
  pumping.catch(() => undefined); // The same error comes out of the loop below.
  let length = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > limit) throw new BadTextError(`holds more than the ${limit} bytes it should`);
      yield chunk;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_')) throw new BadTextError('is not a whole gzip file', { cause: error });
    throw error;
  } finally {
    gunzip.destroy();
  }
}

/** The lines of a text without their ends; `LONGEST` keeps a line from being held that has none. */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw new BadTextError('has a line beyond measure');
    yield* lines;
  }
  if (rest + decoder.decode() !== '') throw new BadTextError('was cut off: its last line does not end');
}

const LONGEST = 16_000_000;

/** The bytes of a file as they come. */
export function fileChunks(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file);
}
