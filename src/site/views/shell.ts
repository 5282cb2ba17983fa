import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import { LANGUAGE_NAMES, type Language } from '../../core/language.ts';
import { isDemo, type Publication } from '../../ledger/publication.ts';
import { DEMO_NOTICE } from '../../words/demo-notice.ts';
import { type Page, twins } from '../../words/paths.ts';
import type { Reader } from '../../words/reader.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH } from './og/image.ts';
import { type Dated, originsOf } from './origins.ts';
import type { Segment } from './segment.ts';

/** Everything around the content of a page. */
export interface Shell {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly twins: readonly { language: Language; name: string; path: string; current: boolean }[];
  /** The notice of the demo in both languages, the reader's first; null for real data. */
  readonly demo: readonly { language: Language; text: string }[] | null;
  /** The latest time of the data it shows; null where the page says nothing of the present. */
  readonly dated: IsoInstant | null;
  /** What others show when they link to this page; null where it has no preview image of its own. */
  readonly image: { path: string; width: number; height: number; alt: string } | null;
  /** The main navigation, as far as the site has its parts. */
  readonly navigation: readonly { href: string; text: string; current: boolean }[];
  /** A paragraph for each source: the time of the run on home and index pages, of its own data on a permanent one. */
  readonly origins: readonly (readonly Segment[])[];
}

export interface PageFrame {
  readonly page: Page;
  readonly title: string;
  readonly description: string;
  readonly dated: Dated;
  /** What its preview image says (`altOf`); left out where `pages/og` makes none. */
  readonly image?: string;
}

/** Head, banner, navigation and footer of a page. */
export function shellOf(reader: Reader, publication: Publication, frame: PageFrame): Shell {
  const { t, paths, language } = reader;
  const checks = typeof frame.dated === 'object' && 'checks' in frame.dated ? frame.dated.checks : null;
  const posted = typeof frame.dated === 'object' && 'posted' in frame.dated ? frame.dated : null;
  const demo = isDemo(publication) || checks?.manifest?.demo === true || posted?.demo === true;
  const title = t('page.title', { page: frame.title, site: reader.siteName });
  return {
    language,
    title: demo ? `${DEMO_NOTICE[language].split(' – ')[0]} · ${title}` : title,
    description: demo ? `${DEMO_NOTICE[language]}. ${frame.description}` : frame.description,
    path: paths.page(language, frame.page),
    twins: twins(paths, frame.page).map((twin) => ({
      ...twin,
      name: LANGUAGE_NAMES[twin.language],
      current: twin.language === language,
    })),
    demo: demo ? demoNotice(language) : null,
    dated: latestOf(publication, frame.dated),
    image:
      frame.image === undefined
        ? null
        : {
            path: paths.image(language, frame.page),
            width: IMAGE_WIDTH,
            height: IMAGE_HEIGHT,
            alt: frame.image,
          },
    navigation: navigationOf(reader, frame.page),
    origins: originsOf(reader, publication, frame.dated),
  };
}

/** What a clock is held against: nothing that a page shows is later. A permanent page says nothing of the present. */
function latestOf({ manifest }: Publication, dated: Dated): IsoInstant | null {
  const snapshot = manifest?.observed_at ?? null;
  if (dated === 'run') return snapshot;
  if ('posted' in dated) return dated.posted;
  if ('changed' in dated) return null;
  const times = [dated.checks.manifest?.observed_at ?? null, dated.run === true ? snapshot : null];
  return (
    times
      .flatMap((time) => time ?? [])
      .toSorted(compareInstants)
      .at(-1) ?? null
  );
}

/** Both languages, the reader's own first. */
export function demoNotice(first: Language): { language: Language; text: string }[] {
  const order: Language[] = first === 'en' ? ['en', 'id'] : ['id', 'en'];
  return order.map((language) => ({ language, text: DEMO_NOTICE[language] }));
}

const NAVIGATION = ['home', 'status', 'transparency', 'incidents', 'verify'] as const;
type Section = (typeof NAVIGATION)[number];

/** What shows how to verify stands with the ledger; without one the log is what there is to verify. */
function navigationOf({ t, paths, language, offers }: Reader, page: Page): Shell['navigation'] {
  const here = sectionOf(page);
  return NAVIGATION.flatMap((name) => {
    const to = name === 'verify' && !offers('transparency') ? 'log' : name;
    if (to !== 'home' && !offers(to === 'verify' ? 'transparency' : to)) return [];
    const text = to === 'log' ? t('logPage.title') : t(`nav.${to}`);
    return [{ href: paths.page(language, { name: to }), text, current: name === here }];
  });
}

function sectionOf(page: Page): Section {
  if (page.name === 'log' || page.name === 'drill') return 'verify';
  if (page.name === 'system' || page.name === 'routine' || page.name.startsWith('report')) return 'status';
  if (page.name === 'maintenance' || page.name.startsWith('incident')) return 'incidents';
  return NAVIGATION.find((section) => section === page.name) ?? 'transparency';
}
