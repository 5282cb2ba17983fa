import { type Carried, rasterTypeOf, readRaster } from '../model/raster.ts';
import type { Rule } from './rule.ts';
import { shownImages } from './shown-images.ts';

/** No image carries what its maker did not mean to show: the place, the time and the device of a photograph, a name. */
export const imageMetadata: Rule = {
  id: 'image-metadata',
  find: (note, { images }) =>
    shownImages(note).flatMap(({ url, path, line, column, again }) => {
      const bytes = again ? undefined : images?.get(path ?? '');
      const type = bytes === undefined ? null : rasterTypeOf(bytes);
      const raster = bytes === undefined || type === null ? null : readRaster(type, bytes);
      const carried = [...new Set(raster?.carries)].map((one) => WORDS[one]);
      if (carried.length === 0) return [];
      return [
        {
          line,
          column,
          reason: `the file "${url}" carries more than the picture: ${carried.join('; ')}`,
          instead: REMOVE,
        },
      ];
    }),
};

const WORDS: Readonly<Record<Carried, string>> = {
  EXIF: 'EXIF, which can tell where, when and with which device it was taken',
  XMP: 'XMP, which can tell the same and who made it',
  IPTC: 'IPTC, which can name people and places',
  remark: 'a hidden text',
  rest: 'data behind the end of the picture',
};

const REMOVE =
  'Take that out: on Windows right-click the file, Properties, Details, "Remove Properties and Personal Information"; ' +
  'on a Mac drop it onto the free app ImageOptim; in a terminal "exiftool -all= " and the name of the file. Then upload ' +
  'it again. If it showed a place or a person, also tell whoever looks after this repository: git keeps the first upload.';
