import type { Bytes, Carried, RasterFile } from './file.ts';

const CARRIED: Readonly<Record<string, Carried>> = { EXIF: 'EXIF', 'XMP ': 'XMP' };
const KNOWN = ['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF'];

export function isWebp(bytes: Bytes): boolean {
  return bytes.letters(0, 4) === 'RIFF' && bytes.letters(8, 4) === 'WEBP';
}

/** Chunk by chunk up to the end that its head names; null where the file is cut off or holds no picture. */
export function readWebp(bytes: Bytes): RasterFile | null {
  const end = bytes.little(4, 4) + 8;
  if (end > bytes.length) return null;
  const carries: Carried[] = end < bytes.length ? ['rest'] : [];
  let size: Size | null = null;
  let [pixels, moves] = [false, false];
  for (let at = 12; at < end; ) {
    const [name, length, body] = [bytes.letters(at, 4), bytes.little(at + 4, 4), at + 8];
    if (body + length > end) return null;
    const carried = CARRIED[name] ?? (KNOWN.includes(name) ? null : 'remark');
    if (carried !== null) carries.push(carried);
    if (['VP8 ', 'VP8L', 'ANMF'].includes(name)) pixels = true;
    if (name === 'ANIM' || name === 'ANMF') moves = true;
    size ??= sizeIn(bytes, name, body);
    at = body + length + (length % 2);
  }
  return size === null || !pixels ? null : { ...size, carries, moves };
}

type Size = Pick<RasterFile, 'width' | 'height'>;

function sizeIn(bytes: Bytes, name: string, body: number): Size | null {
  switch (name) {
    case 'VP8X':
      return { width: bytes.little(body + 4, 3) + 1, height: bytes.little(body + 7, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.little(body + 1, 4);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: bytes.little(body + 6, 2) & 0x3fff, height: bytes.little(body + 8, 2) & 0x3fff };
    default:
      return null;
  }
}
