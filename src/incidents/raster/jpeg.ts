import type { Bytes, Carried, RasterFile } from './file.ts';

const [START, END, SCAN, COMMENT] = [0xd8, 0xd9, 0xda, 0xfe];
const [APP0, APP1, APP2, APP13, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xef];

export function isJpeg(bytes: Bytes): boolean {
  return bytes.big(0, 2) === 0xff00 + START && bytes.big(2, 1) === 0xff;
}

/** Segment by segment, over every scan, up to the end mark; null where the file is cut off, damaged or empty. */
export function readJpeg(bytes: Bytes): RasterFile | null {
  const carries: Carried[] = [];
  let scans = 0;
  let size: { readonly width: number; readonly height: number } | null = null;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes.big(at, 1) !== 0xff) return null;
    const mark = bytes.big(at + 1, 1);
    if (mark === 0xff) {
      at += 1; // Fill.
      continue;
    }
    if (mark === END) {
      if (at + 2 < bytes.length) carries.push('rest');
      return size === null || scans === 0 ? null : { ...size, carries, moves: false };
    }
    const length = bytes.big(at + 2, 2);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return null;
    if (isFrame(mark)) size = { width: bytes.big(at + 7, 2), height: bytes.big(at + 5, 2) };
    const carried = carriedBy(mark, bytes.letters(at + 4, 28));
    if (carried !== null) carries.push(carried);
    if (mark === SCAN) scans += 1;
    at = mark === SCAN ? endOfScan(bytes, next) : next;
  }
  return null;
}

/** SOF0 to SOF15, without what else lies among them: tables and arithmetic coding. */
function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
}

/** Known and harmless are the header (APP0), the colour profile (APP2) and Adobe's colour mark (APP14). */
function carriedBy(mark: number, name: string): Carried | null {
  if (mark === COMMENT) return 'remark';
  if (mark < APP0 || mark > APP15 || mark === APP0 || mark === APP14) return null;
  if (mark === APP2 && name.startsWith('ICC_PROFILE')) return null;
  if (mark === APP1) return name.startsWith('http://ns.adobe.com/') ? 'XMP' : 'EXIF';
  return mark === APP13 ? 'IPTC' : 'remark';
}

/** Where the coded picture after a scan's header ends: at the next mark that is neither a stuffed byte nor a restart. */
function endOfScan({ data }: Bytes, from: number): number {
  for (let at = data.indexOf(0xff, from); at !== -1; at = data.indexOf(0xff, at + 1)) {
    const mark = data[at + 1] ?? 0;
    if (mark !== 0 && mark !== 0xff && !(mark >= 0xd0 && mark <= 0xd7)) return at;
  }
  return data.length;
}
