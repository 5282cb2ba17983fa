import type { Instant, IsoInstant } from '../../../core/instant.ts';
import { LANGUAGES, type Language } from '../../../core/language.ts';
import type { Svg } from '../../../core/svg.ts';
import { DEMO_NOTICE } from '../../../words/demo-notice.ts';
import type { Reader } from '../../../words/reader.ts';
import type { Bar } from '../status/bars.ts';
import type { StateShape } from '../status/state-mark.ts';
import type { Mark } from '../verdict.ts';

/** The size that every place which shows previews expects, in pixels. */
export const IMAGE_WIDTH = 1200;
export const IMAGE_HEIGHT = 630;

/** Marks of a state, of a verdict, and a ring for what people called closed: green is for what checks saw. */
export type ImageShape = StateShape | Mark | 'closed';

export interface Marked {
  readonly shape: ImageShape;
  readonly word: string;
}

/** All that a preview image shows: equal models are equal images, to the byte. */
export interface PreviewImage {
  readonly language: Language;
  /** What the site is called, and its mark. */
  readonly brand: { readonly name: string; readonly logo: Svg | null };
  /** The notice of the demo in both languages, the image's own first; empty for real data. */
  readonly demo: readonly string[];
  /** Where the page stands, such as `COINSCIOUS · Incident`. */
  readonly kicker: string;
  /** The first that can be drawn whole, in letters that there are, is drawn; the last one always can. */
  readonly titles: readonly string[];
  /** A number that goes before the title; `caption` says of what. */
  readonly figure: {
    readonly whole: string;
    readonly fraction: string;
    readonly unit: string;
    readonly caption: string;
  } | null;
  readonly state: Marked | null;
  /** Days as bars; x and width in percent of the room, y and height in parts of `height`. */
  readonly bars: {
    readonly height: number;
    readonly days: readonly Pick<Bar, 'kind' | 'x' | 'width' | 'y' | 'height' | 'gap'>[];
    readonly caption: string;
  } | null;
  /** Smaller states or verdicts beneath; `name` is empty for a verdict of the whole. */
  readonly rows: readonly (Marked & { readonly name: string })[];
  /** An image can not expire, so it says the time it held at, in the zones of the site. */
  readonly time: string;
  readonly note: string;
}

/** What the image says, for those who do not see it. */
export function altOf(image: PreviewImage): string {
  const { figure, state, rows, bars, demo, kicker, titles, time } = image;
  const sum = figure === null ? '' : `${figure.whole}${figure.fraction} ${figure.unit} ${figure.caption}`;
  const said = [
    kicker,
    titles[0] ?? '',
    sum,
    state?.word ?? '',
    ...rows.map(({ name, word }) => (name === '' ? word : `${name}: ${word}`)),
    bars?.caption ?? '',
    time,
    demo.join(' / '),
  ];
  return said
    .filter((text) => text !== '')
    .join('. ')
    .replaceAll('\u00A0', ' ');
}

/** The site as an image names it. */
export function brandOf({ siteName, site }: Reader): PreviewImage['brand'] {
  return { name: siteName, logo: site.logo };
}

/** The notice in both languages while the data is the demo's. */
export function demoBand(reader: Reader, demo: boolean): string[] {
  if (!demo) return [];
  const others = LANGUAGES.filter((language) => language !== reader.language);
  return [reader.language, ...others].map((language) => DEMO_NOTICE[language]);
}

/** `as of 21 Nov 2026, 14:05 WIB / 07:05 UTC` where these are the site's zones, or the words for a time that nobody knows. */
export function timeWords(
  { t, format }: Reader,
  key: 'og.asOf' | 'og.changed' | 'og.stated',
  instant: Instant | IsoInstant | null | undefined,
  unknown: 'og.never' | 'og.undated' = 'og.undated',
): string {
  if (instant === null || instant === undefined) return t(unknown);
  const { first, beside } = format.time(instant);
  return t(key, { when: beside === null ? first : `${first} / ${beside}` });
}
