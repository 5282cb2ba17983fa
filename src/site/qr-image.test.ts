import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { beforeAll, expect, test } from 'vitest';
import { formatPieces } from '../log/proof-bundle.ts';
import { bundleOf, loggedSite } from '../testing/logged-site.ts';
import { qrImage } from './qr-image.ts';

let pieces: string;
beforeAll(async () => {
  const { files } = await loggedSite(300);
  pieces = formatPieces(JSON.parse(bundleOf(files, 200)).proven[0]);
});

/** What a camera would see of the image: four pixels a module, in the colours of a canvas. */
function seen({ src, modules }: { src: string; modules: number }) {
  const file = Buffer.from(src.slice('data:image/png;base64,'.length), 'base64');
  const length = file.readUInt32BE(33);
  const lines = inflateSync(file.subarray(41, 41 + length));
  const width = 1 + Math.ceil(modules / 8);
  const side = modules * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [column, row] = [x >> 2, y >> 2];
      const isLight = ((lines[row * width + 1 + (column >> 3)] ?? 0) & (0x80 >> (column & 7))) !== 0;
      if (!isLight) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return { pixels, side };
}

test('another program reads from the image exactly the proof that was put in', () => {
  const image = qrImage(pieces);
  if (image === null) throw new Error('it does not fit');
  const { pixels, side } = seen(image);
  expect(jsQR(pixels, side, side)?.data).toBe(pieces);
  expect(image.src.length).toBeLessThan(6_000);
});

test('what does not fit is no image', () => {
  expect(qrImage('x'.repeat(2953))).not.toBeNull();
  expect(qrImage('x'.repeat(2954))).toBeNull();
});
