import type { IncomingMessage } from 'node:http';
import { Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

const MOST_BYTES = 1024 * 1024;
/** So far into a page its own charset must stand. https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding */
const CHARSET_WITHIN = 1024;

interface Body {
  readonly body: string;
  readonly unread: string | null;
}

interface Bytes {
  readonly bytes: Buffer;
  readonly unread: string | null;
}

/** The body of an answer as text: at most the first 1 MiB, packed and unpacked. */
export async function readBody(response: IncomingMessage): Promise<Body> {
  const received = await upTo(response);
  response.destroy();
  // Without content there is nothing to unpack, whatever the headers say: a 204, a 304, a length of 0.
  if (received.bytes.length === 0) return { body: '', unread: null };
  const { bytes, unread } = await unpacked(received, response.headers['content-encoding'] ?? '');
  const text = decoded(bytes, response.headers['content-type'] ?? '', unread !== null);
  return { body: text.body, unread: unread ?? text.unread };
}

/** Leaving the loop early destroys the stream, and with it the connection. */
async function upTo(stream: Readable): Promise<Bytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  const bytes = Buffer.concat(chunks);
  const tooLong = bytes.length > MOST_BYTES;
  return { bytes: bytes.subarray(0, MOST_BYTES), unread: tooLong ? 'the answer is longer than 1 MiB' : null };
}

/** Undoes every packing that the answer names, the last one first. */
async function unpacked(received: Bytes, named: string): Promise<Bytes> {
  const packings = named
    .split(',')
    .map((packing) => packing.trim().toLowerCase())
    .filter((packing) => packing !== '' && packing !== 'identity');
  let { bytes, unread } = received;
  for (const packing of packings.toReversed()) {
    const unpack = unpackerOf(packing, bytes, unread !== null);
    if (unpack === null)
      return { bytes: Buffer.alloc(0), unread: 'it is packed in a way that is not known here' };
    try {
      const inner = await upTo(Readable.from([bytes]).pipe(unpack));
      bytes = inner.bytes;
      unread ??= inner.unread;
    } catch {
      // Damaged on the way, by a proxy or by them: whatever it was, it can not be read.
      return { bytes: Buffer.alloc(0), unread: `it can not be unpacked (${packing})` };
    }
  }
  return { bytes, unread };
}

/** `cut`: the end is missing, and what is there shall be had all the same. */
function unpackerOf(packing: string, bytes: Buffer, cut: boolean): Transform | null {
  const options = cut ? { finishFlush: constants.Z_SYNC_FLUSH } : {};
  switch (packing) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip(options);
    case 'deflate':
      // Some servers leave its frame (RFC 1950) out; the low half of its first byte is always 8.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? createInflate(options) : createInflateRaw(options);
    case 'br':
      return createBrotliDecompress(cut ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {});
    case 'zstd':
      return createZstdDecompress(cut ? { finishFlush: constants.ZSTD_e_flush } : {});
    default:
      return null;
  }
}

/**
 * Text in the charset of its byte order mark, of its header or of the page itself; UTF-8 where none is named. The
 * mark is left out.
 */
function decoded(bytes: Buffer, type: string, cut: boolean): Body {
  const charset = markOf(bytes) ?? charsetIn(type) ?? (/\bhtml\b/i.test(type) ? charsetOfPage(bytes) : null);
  const decoder = decoderOf(charset ?? 'utf-8');
  if (decoder === null) return { body: '', unread: 'it is written in a charset that is not known here' };
  try {
    // With `stream`, a character that is only begun at the cut is no mistake.
    return { body: decoder.decode(bytes, { stream: cut }), unread: null };
  } catch {
    const body = new TextDecoder(charset ?? 'windows-1252').decode(bytes);
    return {
      body,
      unread: charset === null ? 'it names no charset and is not UTF-8' : 'it is not in its charset',
    };
  }
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) return null; // A charset that nobody knows: that is the answer.
    throw error;
  }
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
}

function charsetIn(text: string): string | null {
  return /\bcharset\s*=\s*["']?\s*([^\s"';/>]+)/i.exec(text)?.[1] ?? null;
}

function charsetOfPage(bytes: Buffer): string | null {
  const head = bytes.subarray(0, CHARSET_WITHIN).toString('latin1');
  const metas = [...head.matchAll(/<meta\b[^>]*>/gi)];
  return metas.flatMap(([meta]) => charsetIn(meta) ?? [])[0] ?? null;
}
