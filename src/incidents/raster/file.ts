/** What a file of one format says of itself, without a pixel being unpacked. */
export interface RasterFile {
  readonly width: number;
  readonly height: number;
  /** What it carries beside the picture that can tell of a person: where and with what it was taken, and by whom. */
  readonly carries: readonly Carried[];
  readonly moves: boolean;
}

/** `remark`: a text or a comment; `rest`: bytes behind the end of the picture. */
export const CARRIED = ['EXIF', 'XMP', 'IPTC', 'remark', 'rest'] as const;
export type Carried = (typeof CARRIED)[number];

/** Numbers and letters at places of a file; a place behind its end reads as 0. */
export class Bytes {
  readonly data: Uint8Array;

  constructor(data: Uint8Array) {
    this.data = data;
  }

  get length(): number {
    return this.data.length;
  }

  /** Big-endian, as PNG and JPEG have it. */
  big(at: number, size: 1 | 2 | 4): number {
    let value = 0;
    for (let place = 0; place < size; place += 1) value = value * 256 + (this.data[at + place] ?? 0);
    return value;
  }

  /** Little-endian, as WebP has it. */
  little(at: number, size: 1 | 2 | 3 | 4): number {
    let value = 0;
    for (let place = size - 1; place >= 0; place -= 1) value = value * 256 + (this.data[at + place] ?? 0);
    return value;
  }

  /** One letter a byte. */
  letters(at: number, size: number): string {
    return String.fromCharCode(...this.data.subarray(at, at + size));
  }
}
