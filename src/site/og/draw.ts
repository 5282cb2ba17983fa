import satori from 'satori';
import { IMAGE_HEIGHT, IMAGE_WIDTH, type PreviewImage } from '../views/og/image.ts';
import type { Element } from './element.ts';
import { type Faces, facesFor } from './fonts.ts';
import { letters } from './letters.ts';
import { CONTENT, MARGIN, ROOM, SIZES, treeOf } from './tree.ts';

/** An image laid out: its SVG, whose texts still need the faces. */
export interface Drawing {
  readonly svg: string;
  readonly faces: Faces;
  readonly title: string;
}

/**
 * Lays an image out with the first title that can be drawn whole, as large as there is room for. Texts stay texts
 * in the SVG: the layout joins Arabic letters but sets their marks in the wrong place, so the painter shapes them.
 *
 * @throws Error when even the last title has no place or no letters
 */
export async function draw(image: PreviewImage): Promise<Drawing> {
  for (const title of image.titles.map(letters)) {
    const drawing = title === '' ? null : await fitted(image, title);
    if (drawing !== null) return drawing;
  }
  throw new Error(`no room or no letters for any title of the image: ${JSON.stringify(image.titles)}`);
}

/** Every tree that may be drawn: all that a drawing depends on, but for the packages. */
export function treesOf(image: PreviewImage): Element[] {
  const { family } = facesFor(textOf(image));
  return image.titles.flatMap((title) => SIZES.map((size) => treeOf(image, letters(title), size, family)));
}

async function fitted(image: PreviewImage, title: string): Promise<Drawing | null> {
  const faces = facesFor(textOf({ ...image, titles: [title] }));
  for (const size of SIZES) {
    const layout = await laidOut(treeOf(image, title, size, faces.family), title, faces);
    if (layout.missing) return null; // Another size would not have the letters either.
    if (layout.fits) return { svg: layout.svg, faces, title };
  }
  return null;
}

async function laidOut(
  tree: Element,
  title: string,
  faces: Faces,
): Promise<{ svg: string; fits: boolean; missing: boolean }> {
  const heights = new Map<string, number>();
  let right = 0;
  let missing = false;
  const svg = await satori(tree as never, {
    width: IMAGE_WIDTH,
    height: IMAGE_HEIGHT,
    fonts: [...faces.fonts],
    embedFont: false,
    onNodeDetected: (node) => {
      if (node.key === ROOM || node.key === CONTENT) heights.set(node.key, node.height);
      if (node.textContent !== undefined) right = Math.max(right, node.left + node.width);
    },
    loadAdditionalAsset: async (_script, segment) => {
      missing ||= [...segment].some((letter) => title.includes(letter)); // A name beside it is a box, not a stop.
      return [];
    },
  });
  const [room = 0, content = Number.POSITIVE_INFINITY] = [heights.get(ROOM), heights.get(CONTENT)];
  return { svg, missing, fits: content <= room && right <= IMAGE_WIDTH - MARGIN + 1 };
}

/** Every letter of an image, for the choice of faces. */
function textOf({
  brand,
  demo,
  kicker,
  titles,
  figure,
  state,
  bars,
  rows,
  time,
  note,
}: PreviewImage): string {
  const figures = figure === null ? [] : [figure.whole, figure.fraction, figure.unit, figure.caption];
  const marks = rows.flatMap(({ name, word }) => [name, word]);
  const others = [kicker, state?.word ?? '', bars?.caption ?? '', time, note, letters(brand.name)];
  return [...demo, ...titles.map(letters), ...figures, ...marks, ...others].join(' ');
}
