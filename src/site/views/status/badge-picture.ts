import { DEMO_NOTICE } from '../../../words/demo-notice.ts';
import { BADGE_COLORS, type Badge, NOT_KNOWN } from './badge.ts';
import type { StateShape } from './state-mark.ts';

/** The width of an average letter at 12 pixels, with room to spare: no font is measured here. */
const LETTER = 7.1;
const HEIGHT = 24;

/**
 * A badge as SVG, of both languages' words in its title. What replaces it when its time is over stands in it too,
 * not displayed: a server that knows the time turns it over.
 */
export function badgePicture(badge: Badge): string {
  const { label, words, shape, aged, held, demo } = badge;
  const name = demo ? `DEMO · ${label.en}` : label.en;
  const shown = Math.max(words.en.length, aged?.en.length ?? 0);
  const left = Math.ceil(name.length * LETTER + 20);
  const width = left + Math.ceil(shown * LETTER + 38);
  const title = [`${label.en}: ${words.en}`, `${label.id}: ${words.id}`]
    .concat(demo ? [`${DEMO_NOTICE.en} / ${DEMO_NOTICE.id}`] : [])
    .join(' · ');
  const side = (attributes: string, which: StateShape, text: string) =>
    `<g${attributes}><rect x="${left}" width="${width - left}" height="${HEIGHT}" fill="${BADGE_COLORS[which]}"/>` +
    `<g transform="translate(${left + 8} 5) scale(.875)">${shapeOf(which)}</g>` +
    `<text x="${left + 28}" y="16">${escaped(text)}</text></g>`;
  const until = aged === null ? '' : ` data-valid-until="${held.valid_until}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg"${aged === null ? '' : ` data-dated="${held.observed_at}"`} width="${width}" height="${HEIGHT}" role="img" aria-label="${escaped(title)}">` +
    `<title>${escaped(title)}</title>` +
    `<rect width="${width}" height="${HEIGHT}" fill="#16202a"/>` +
    `<g fill="#fff" font-family="system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif" font-size="12">` +
    `<text x="10" y="16">${escaped(name)}</text>` +
    side(until, shape, words.en) +
    (aged === null
      ? ''
      : `<g data-unknown-since="${held.valid_until}" display="none">${side(' data-clock="right"', 'unknown', aged.en)}` +
        `${side(' data-clock="wrong" display="none"', 'unknown', NOT_KNOWN.en)}</g>`) +
    '</g></svg>\n'
  );
}

function shapeOf(shape: StateShape): string {
  switch (shape) {
    case 'up':
      return '<circle cx="8" cy="8" r="6"/>';
    case 'degraded':
      return '<path d="M8 1.5L15 14.5H1z"/>';
    case 'down':
      return '<path d="M2 2h6.5v4.5H14V14H2z"/>';
    case 'unknown':
      return '<path d="M8 1.2L14.8 8L8 14.8L1.2 8z" fill="none" stroke="#fff" stroke-width="1.7" stroke-dasharray="2.4 1.9"/>';
    default:
      return shape satisfies never;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
