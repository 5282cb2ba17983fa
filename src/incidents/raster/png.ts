import type { Bytes, Carried, RasterFile } from './file.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const REMARKS = ['tEXt', 'zTXt', 'iTXt'];
/** What programs say of themselves in every image they make. */
const HARMLESS = /^(Software|Creation Time|date:[a-z]+)\0/;

export function isPng(bytes: Bytes): boolean {
  return bytes.letters(0, SIGNATURE.length) === SIGNATURE;
}

/** Chunk by chunk up to `IEND`; null where the file is cut off, begins otherwise or holds no picture. */
export function readPng(bytes: Bytes): RasterFile | null {
  const carries: Carried[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let [pixels, moves] = [false, false];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const [length, name, body] = [bytes.big(at, 4), bytes.letters(at + 4, 4), at + 8];
    const next = body + length + 4;
    if (next > bytes.length) return null;
    if (size === null) {
      if (name !== 'IHDR') return null;
      size = { width: bytes.big(body, 4), height: bytes.big(body + 4, 4) };
    }
    if (name === 'eXIf') carries.push('EXIF');
    if (name === 'IDAT') pixels = true;
    if (name === 'acTL') moves = true;
    const remark = REMARKS.includes(name) ? bytes.letters(body, Math.min(length, 40)) : '';
    if (remark !== '' && !HARMLESS.test(remark)) carries.push(kindOfRemark(remark));
    if (name === 'IEND') {
      if (next < bytes.length) carries.push('rest');
      return pixels ? { ...size, carries, moves } : null;
    }
    at = next;
  }
  return null;
}

/** Some programs keep EXIF and its like as text. */
function kindOfRemark(text: string): Carried {
  if (text.startsWith('XML:com.adobe.xmp') || /^Raw profile type xmp/i.test(text)) return 'XMP';
  if (/^Raw profile type (exif|app1)/i.test(text)) return 'EXIF';
  return /^Raw profile type iptc/i.test(text) ? 'IPTC' : 'remark';
}
