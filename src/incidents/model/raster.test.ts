import { describe, expect, test } from 'vitest';
import { JPEG, join, jpegWith, PNG, pngOf, pngWith, WEBP, webpWith } from '../../testing/rasters.ts';
import { type RasterType, rasterTypeOf, rasterTypeOfName, readRaster } from './raster.ts';

const FILES: readonly (readonly [RasterType, Uint8Array])[] = [
  ['png', PNG],
  ['jpeg', JPEG],
  ['webp', WEBP],
];

describe.each(FILES)('a %s', (type, file) => {
  test('is known by its first bytes, whatever its name, with its size', () => {
    expect(rasterTypeOf(file)).toBe(type);
    expect(readRaster(type, file)).toEqual({ width: 6, height: 4, carries: [], moves: false });
    for (const [other] of FILES) if (other !== type) expect(readRaster(other, file)).toBeNull();
  });

  test('that is cut off anywhere is none, and data behind its end is told', () => {
    const whole = Array.from(file, (_, length) => length).filter(
      (length) => readRaster(type, file.subarray(0, length)) !== null,
    );
    expect(whole).toEqual([]);
    expect(readRaster(type, join(file, [0x3c, 0x73]))?.carries).toEqual(['rest']);
  });
});

test.each([
  ['EXIF', 'png', pngWith('eXIf', 'MM\0*')],
  ['EXIF', 'png', pngWith('zTXt', 'Raw profile type exif\0\0')],
  ['XMP', 'png', pngWith('iTXt', 'XML:com.adobe.xmp\0')],
  ['remark', 'png', pngWith('tEXt', 'Author\0Somebody')],
  ['EXIF', 'jpeg', jpegWith(0xe1, 'Exif\0\0MM\0*')],
  ['XMP', 'jpeg', jpegWith(0xe1, 'http://ns.adobe.com/xap/1.0/\0')],
  ['IPTC', 'jpeg', jpegWith(0xed, 'Photoshop 3.0\0')],
  ['remark', 'jpeg', jpegWith(0xfe, 'made by Somebody')],
  ['EXIF', 'webp', webpWith('EXIF', 'MM\0*')],
  ['XMP', 'webp', webpWith('XMP ', '<x/>')],
] as const)('%s is found in a %s', (carried, type, file) => {
  expect(readRaster(type, file)).toMatchObject({ width: 6, height: 4, carries: [carried] });
});

test('what a program says of itself, a colour profile and the header of a JPEG tell of nobody', () => {
  expect(readRaster('png', pngWith('tEXt', 'Software\0Some program'))?.carries).toEqual([]);
  expect(readRaster('jpeg', jpegWith(0xe2, 'ICC_PROFILE\0'))?.carries).toEqual([]);
  expect(readRaster('jpeg', jpegWith(0xe0, 'JFIF\0\x01\x01'))?.carries).toEqual([]);
});

test('a head without a picture is none', () => {
  const end = join([0, 0, 0, 0], Buffer.from('IEND'), [0xae, 0x42, 0x60, 0x82]);
  expect(readRaster('png', join(PNG.subarray(0, 33), end))).toBeNull();
  expect(readRaster('jpeg', join(JPEG.subarray(0, JPEG.indexOf(0xda) - 1), [0xff, 0xd9]))).toBeNull();
});

test('a moving PNG is told, and one without any width is none', () => {
  expect(readRaster('png', pngWith('acTL', '\0\0\0\x02\0\0\0\0'))?.moves).toBe(true);
  expect(readRaster('png', pngOf(0, 4))).toBeNull();
});

test.each([
  ['images/a.png', 'png'],
  ['images/a.jpg', 'jpeg'],
  ['images/a.jpeg', 'jpeg'],
  ['images/a.svg', null],
  ['images/a.png.html', null],
])('the name %s says %s', (name, type) => {
  expect(rasterTypeOfName(name)).toBe(type);
});
