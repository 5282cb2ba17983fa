import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Gzip } from 'fflate';

/** What was written: the file as it stands, and the text in it. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly text_bytes: number;
  readonly text_sha256: string;
}

/** Fed in pieces of this size, however the text came: where a piece ends can show in what is compressed. */
const PIECE = 65_536;

/**
 * Writes text to a gzip file as it comes. The same text gives the same bytes on every machine: pure JavaScript
 * compresses, and the header bears neither time nor name. On the disk when it returns.
 */
export async function writeGzip(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<WrittenFile> {
  const handle = await open(path, 'wx');
  try {
    const [file, text] = [createHash('sha256'), createHash('sha256')];
    const out: Uint8Array[] = [];
    const gzip = new Gzip({ level: 9, mtime: 0 }, (chunk) => out.push(chunk));
    let bytes = 0;
    let text_bytes = 0;
    const push = async (piece: Uint8Array, last: boolean) => {
      text.update(piece);
      text_bytes += piece.length;
      gzip.push(piece, last);
      for (const chunk of out.splice(0)) {
        file.update(chunk);
        bytes += chunk.length;
        await handle.writeFile(chunk);
      }
    };
    const waiting = Buffer.alloc(PIECE);
    let filled = 0;
    for await (const piece of pieces) {
      let rest: Uint8Array = typeof piece === 'string' ? Buffer.from(piece) : piece;
      while (rest.length > 0) {
        const part = rest.subarray(0, PIECE - filled);
        waiting.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
        if (filled === PIECE) {
          await push(Uint8Array.from(waiting), false); // A copy: the compressor looks back at what it was given.
          filled = 0;
        }
      }
    }
    await push(Uint8Array.from(waiting.subarray(0, filled)), true);
    await handle.sync();
    return { bytes, sha256: file.digest('hex'), text_bytes, text_sha256: text.digest('hex') };
  } finally {
    await handle.close();
  }
}
