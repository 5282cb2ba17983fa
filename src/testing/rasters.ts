import { crc32 } from 'node:zlib';

const decoded = (...lines: string[]) => new Uint8Array(Buffer.from(lines.join(''), 'base64'));

/** Six by four red pixels, as a program for images saved them in each format. */
export const PNG = decoded(
  'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAAA1BMVEXMMzN0dFbYAAAACXBIWXMAAAPoAAAD6AG1e1Jr',
  'AAAAC0lEQVQImWNgwA0AABwAAUzphykAAAAASUVORK5CYII=',
);
export const JPEG = decoded(
  '/9j/2wBDACgoKCgrKC0yMi0/RDxEP11VTk5VXYxkbGRsZIzVhZuFhZuF1bzkua255Lz//+vr////////////////////',
  '////2wBDASgoKCgrKC0yMi0/RDxEP11VTk5VXYxkbGRsZIzVhZuFhZuF1bzkua255Lz//+vr////////////////////',
  '////wgARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAVAQEBAAAAAAAAAAAAAAAAAAADBP/a',
  'AAwDAQACEAMQAAAAiCv/AP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8Af//EABQRAQAAAAAAAAAAAAAAAAAA',
  'AAD/2gAIAQIBAT8Af//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQMBAT8Af//Z',
);
export const WEBP = decoded(
  'UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoGAAQABUB8JaACdAFAAAD+34Ae5aKwL/O34g/UEsAAAA==',
);

/** The same PNG with a chunk behind its head: `eXIf` for EXIF, `acTL` for one that moves, `tEXt` for a text. */
export function pngWith(name: string, text: string): Uint8Array {
  const body = Buffer.from(name + text, 'latin1');
  return join(PNG.subarray(0, 33), big(body.length - 4, 4), body, big(crc32(body), 4), PNG.subarray(33));
}

/** The same JPEG with a segment at its beginning: 0xe1 and `Exif…` for EXIF, 0xed for IPTC. */
export function jpegWith(mark: number, text: string): Uint8Array {
  const body = Buffer.from(text, 'latin1');
  return join(JPEG.subarray(0, 2), [0xff, mark], big(body.length + 2, 2), body, JPEG.subarray(2));
}

/** The same WebP with a chunk at its end: `EXIF`, or `XMP ` with a space. The text has an even length. */
export function webpWith(name: string, text: string): Uint8Array {
  const chunk = join(
    Buffer.from(name, 'latin1'),
    big(text.length, 4).toReversed(),
    Buffer.from(text, 'latin1'),
  );
  const whole = join(WEBP, chunk);
  whole.set(big(whole.length - 8, 4).toReversed(), 4);
  return whole;
}

/** The same PNG for a reader who looks at its head alone, of any size in pixels. */
export function pngOf(width: number, height: number): Uint8Array {
  return join(PNG.subarray(0, 16), big(width, 4), big(height, 4), PNG.subarray(24));
}

export function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));
}

function big(value: number, size: 2 | 4): number[] {
  return Array.from({ length: size }, (_, index) => (value >>> (8 * (size - 1 - index))) & 0xff);
}
