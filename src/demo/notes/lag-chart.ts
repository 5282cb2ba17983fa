import { COLORS } from '../../site/og/colors.ts';
import { facesFor } from '../../site/og/fonts.ts';
import { paint } from '../../site/og/paint.ts';
import { DEMO_NOTICE } from '../../words/demo-notice.ts';

const [WIDTH, HEIGHT] = [720, 440];
const TITLE = 'Blocks behind · Blok tertinggal';
const TARGET = 10;
/** Every 15 minutes, as the checks of these hours saw it. */
const BLOCKS = [3, 14, 19, 25, 31, 38, 44];

const BASE = 380;
const [LEFT, STEP, BAR, PER_BLOCK] = [40, 92, 64, 4.6];

/**
 * The chart that an invented note shows, as PNG. People copy images without the page around them, so it bears the
 * mark of the demo itself; its words stand in both languages, since both texts show it.
 */
export async function lagChart(): Promise<Uint8Array> {
  const notices = [DEMO_NOTICE.en, DEMO_NOTICE.id];
  const minutes = BLOCKS.map((_, index) => `+${index * 15}’`);
  const faces = facesFor([...notices, TITLE, ...minutes, ...BLOCKS, TARGET].join(' '));
  const text = (x: number, y: number, words: string | number, more = '') =>
    `<text x="${x}" y="${y}" font-family="Noto Sans" ${more}>${words}</text>`;
  const bars = BLOCKS.map((blocks, index) => {
    const [x, high] = [LEFT + index * STEP, blocks * PER_BLOCK];
    const middle = `font-size="26" text-anchor="middle" fill="${COLORS.ink}"`;
    const color = blocks < TARGET ? COLORS.shapes.up : COLORS.shapes.degraded;
    return (
      `<rect x="${x}" y="${BASE - high}" width="${BAR}" height="${high}" fill="${color}"/>` +
      text(x + BAR / 2, BASE - high - 10, blocks, middle) +
      text(x + BAR / 2, BASE + 38, minutes[index] ?? '', middle)
    );
  });
  const target = BASE - TARGET * PER_BLOCK;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">` +
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLORS.paper}"/>` +
    `<rect width="${WIDTH}" height="52" fill="${COLORS.sun}"/>` +
    text(20, 35, notices[0] ?? '', 'font-size="23" font-weight="600"') +
    text(WIDTH - 20, 35, notices[1] ?? '', 'font-size="23" font-weight="600" text-anchor="end"') +
    text(LEFT, 104, TITLE, 'font-size="28" font-weight="600"') +
    bars.join('') +
    `<path d="M${LEFT - 20} ${target}H${WIDTH - 20}" stroke="${COLORS.ink}" stroke-width="2" stroke-dasharray="6 5"/>` +
    text(WIDTH - 20, target - 8, TARGET, `font-size="26" text-anchor="end" fill="${COLORS.ink}"`) +
    `<path d="M${LEFT - 20} ${BASE}H${WIDTH - 20}" stroke="${COLORS.ink}" stroke-width="2"/></svg>`;
  return paint({ svg, faces, title: TITLE });
}
