import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** What the largest QR code holds at the lowest error correction (ISO/IEC 18004, version 40-L). */
const MOST_BYTES = 2953;
/** Light modules around the code, as the standard asks for. */
const QUIET_ZONE = 4;

/** An image, and how many modules it is wide. */
export interface QrImage {
  readonly src: string;
  readonly modules: number;
}

/**
 * A text as a QR code: an image of a pixel a module, to be enlarged as it is; null where it is too long for one. A bitmap,
 * since the same code is ten times as long as the path of an SVG, on each of a thousand pages.
 */
export function qrImage(text: string): QrImage | null {
  if (Buffer.byteLength(text) > MOST_BYTES) return null;
  const rows = encodeQR(text, 'raw', { ecc: 'low', encoding: 'byte', border: QUIET_ZONE });
  return { src: `data:image/png;base64,${png(rows).toString('base64')}`, modules: rows.length };
}

/** A square PNG of one bit a pixel; `true` is black. */
function png(rows: readonly (readonly boolean[])[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(rows.length, 0);
  head.writeUInt32BE(rows.length, 4);
  head[8] = 1; // Bits a pixel; the rest stays 0: greyscale, deflate, no filters, not interlaced.
  const width = Math.ceil(rows.length / 8);
  const lines = rows.map((row) => {
    const line = Buffer.alloc(1 + width); // The first byte: not filtered.
    for (const [at, dark] of row.entries())
      if (!dark) line[1 + (at >> 3)] = (line[1 + (at >> 3)] ?? 0) | (0x80 >> (at & 7));
    return line;
  });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = deflateSync(Buffer.concat(lines), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
