import { Bytes, type RasterFile } from '../raster/file.ts';
import { isJpeg, readJpeg } from '../raster/jpeg.ts';
import { isPng, readPng } from '../raster/png.ts';
import { isWebp, readWebp } from '../raster/webp.ts';

export type { RasterFile } from '../raster/file.ts';

/** The formats of images that are published: pictures alone, which can run and fetch nothing. */
export const RASTER_TYPES = ['png', 'jpeg', 'webp'] as const;
export type RasterType = (typeof RASTER_TYPES)[number];

const FORMATS: Readonly<Record<RasterType, Format>> = {
  png: { ending: /\.png$/, is: isPng, read: readPng },
  jpeg: { ending: /\.jpe?g$/, is: isJpeg, read: readJpeg },
  webp: { ending: /\.webp$/, is: isWebp, read: readWebp },
};
interface Format {
  readonly ending: RegExp;
  readonly is: (bytes: Bytes) => boolean;
  readonly read: (bytes: Bytes) => RasterFile | null;
}

/** Which format a file says it has by the end of its name; null for any other. */
export function rasterTypeOfName(name: string): RasterType | null {
  return RASTER_TYPES.find((type) => FORMATS[type].ending.test(name)) ?? null;
}

/** Which format its first bytes are of; null for any other. */
export function rasterTypeOf(data: Uint8Array): RasterType | null {
  const bytes = new Bytes(data);
  return RASTER_TYPES.find((type) => FORMATS[type].is(bytes)) ?? null;
}

/** Size and baggage of an image of this format, from its structure alone; null where it is of another, cut off or damaged. */
export function readRaster(type: RasterType, data: Uint8Array): RasterFile | null {
  const bytes = new Bytes(data);
  const read = FORMATS[type].is(bytes) ? FORMATS[type].read(bytes) : null;
  return read === null || read.width === 0 || read.height === 0 ? null : read;
}
