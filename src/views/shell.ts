import { compareInstants, type Instant, type IsoInstant } from '../domain/instant.ts';
import { isDemo, type Publication } from '../domain/publication.ts';
import type { StatusPublication } from '../domain/status-publication.ts';
import { DEMO_NOTICE } from '../i18n/demo-notice.ts';
import { LANGUAGE_NAMES, type Language } from '../i18n/language.ts';
import { type Page, twins } from '../i18n/paths.ts';
import type { Reader } from '../i18n/reader.ts';
import { linkPiece, type Segment, timePiece } from './segment.ts';

/** Everything around the content of a page. */
export interface Shell {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly twins: readonly { language: Language; name: string; path: string; current: boolean }[];
  /** The notice of the demo in both languages, the reader's first; null for real data. */
  readonly demo: readonly { language: Language; text: string }[] | null;
  readonly home: string;
  readonly favicon: string;
  readonly words: { readonly skip: string; readonly navigation: string; readonly language: string };
  readonly navigation: readonly { href: string; text: string; current: boolean }[];
  readonly footer: {
    readonly source: string;
    /** The time of the run on home and index pages; on a permanent page, of its own data. */
    readonly time: readonly Segment[];
    /** Where every update of a note is to be had. */
    readonly feeds: readonly Segment[];
    readonly recompute: readonly Segment[];
    readonly disclaimer: string;
  };
}

/**
 * `run`: a page that changes with every snapshot; `checks`: with every run of the checks. Else the last change of
 * the page's own data, if it has any.
 */
export type Dated =
  | 'run'
  | { readonly checks: StatusPublication }
  | { readonly changed: Instant | IsoInstant | null }
  /** Pages of notes: when what they say was posted last. */
  | { readonly posted: IsoInstant | null; readonly demo: boolean };

export interface PageFrame {
  readonly page: Page;
  readonly title: string;
  readonly description: string;
  readonly dated: Dated;
}

/** Head, banner, navigation and footer of a page. */
export function shellOf(reader: Reader, publication: Publication, frame: PageFrame): Shell {
  const { t, paths, language } = reader;
  const checks = typeof frame.dated === 'object' && 'checks' in frame.dated ? frame.dated.checks : null;
  const posted = typeof frame.dated === 'object' && 'posted' in frame.dated ? frame.dated : null;
  const demo = isDemo(publication) || checks?.manifest?.demo === true || posted?.demo === true;
  const title = t('page.title', { page: frame.title });
  const link = (name: Section) => paths.page(language, { name });
  const section = sectionOf(frame.page);
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
    home: link('home'),
    favicon: paths.favicon,
    words: { skip: t('nav.skip'), navigation: t('nav.label'), language: t('nav.language') },
    navigation: SECTIONS.map((name) => ({
      href: link(name),
      text: t(`nav.${name}`),
      current: section === name,
    })),
    footer: {
      source: t(`footer.source.${sourceOf(publication, frame.dated, demo)}`),
      time: timeLine(reader, publication, frame.dated),
      feeds: feedLinks(reader),
      recompute: [
        t('footer.recompute'),
        ' ',
        { kind: 'link', href: link('verify'), text: t('footer.how') },
        ' · ',
        { kind: 'link', href: `${link('verify')}#limits`, text: t('footer.limits') },
      ],
      disclaimer: t('footer.disclaimer'),
    },
  };
}

/** Both languages, the reader's own first. */
export function demoNotice(first: Language): { language: Language; text: string }[] {
  const order: Language[] = first === 'en' ? ['en', 'id'] : ['id', 'en'];
  return order.map((language) => ({ language, text: DEMO_NOTICE[language] }));
}

function sourceOf({ manifest }: Publication, dated: Dated, demo: boolean) {
  if (demo) return 'demo';
  if (typeof dated === 'object' && 'checks' in dated) return 'checks';
  if (typeof dated === 'object' && 'posted' in dated) return 'notes';
  return manifest?.source.kind ?? 'none';
}

function feedLinks({ t, paths, language }: Reader): Segment[] {
  const forms = (['atom', 'rss', 'json'] as const).flatMap((form): Segment[] => [
    ' ',
    linkPiece(paths.feed(language, form), t(`feeds.${form}`)),
    ' ·',
  ]);
  return [t('feeds.line'), ...forms, ' ', linkPiece(paths.calendar(language), t('maintenance.calendar'))];
}

function timeLine(reader: Reader, { manifest }: Publication, dated: Dated): Segment[] {
  if (typeof dated === 'object' && 'posted' in dated)
    return dated.posted === null
      ? []
      : reader.rich('footer.changed', { when: timePiece(reader, dated.posted) });
  if (typeof dated === 'object' && 'checks' in dated) return checkedLine(reader, dated.checks);
  if (manifest === null) return [];
  if (dated !== 'run') {
    return dated.changed === null
      ? [reader.t('footer.unchanging')]
      : reader.rich('footer.changed', { when: timePiece(reader, dated.changed) });
  }
  return reader.rich('footer.taken', {
    when: timePiece(reader, manifest.observed_at),
    until: timePiece(reader, manifest.valid_until),
  });
}

function checkedLine(reader: Reader, { systems }: StatusPublication): Segment[] {
  const [oldest] = systems
    .flatMap(({ observed_at, valid_until }) =>
      observed_at === null || valid_until === null ? [] : [{ observed_at, valid_until }],
    )
    .toSorted((a, b) => compareInstants(a.valid_until, b.valid_until));
  if (oldest === undefined) return [];
  return reader.rich('footer.taken', {
    when: timePiece(reader, oldest.observed_at),
    until: timePiece(reader, oldest.valid_until),
  });
}

const SECTIONS = ['home', 'status', 'transparency', 'incidents', 'verify'] as const;
type Section = (typeof SECTIONS)[number];

function sectionOf(page: Page): Section {
  if (page.name === 'system') return 'status';
  if (page.name === 'maintenance' || page.name.startsWith('incident')) return 'incidents';
  return SECTIONS.find((section) => section === page.name) ?? 'transparency';
}
