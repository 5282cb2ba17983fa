import { LANGUAGES, type Language } from '../../core/language.ts';
import type { Site } from '../../core/site.ts';
import type { Svg } from '../../core/svg.ts';
import { isDemo, type Publication } from '../../ledger/publication.ts';
import { type Reader, readerFor } from '../../words/reader.ts';
import { demoNotice } from './shell.ts';

/** A page in both languages at once, with a door to each. */
export interface BilingualPage {
  readonly title: string;
  readonly description: string;
  readonly siteName: string;
  readonly logo: Svg | null;
  readonly favicon: string | null;
  readonly root: string;
  /** Null for the page that stands at every address that does not exist. */
  readonly path: string | null;
  readonly index: boolean;
  readonly demo: ReturnType<typeof demoNotice> | null;
  readonly entries: readonly {
    readonly language: Language;
    readonly title: string;
    readonly body: string;
    readonly href: string;
    readonly link: string;
  }[];
}

/** The first address: two plain links, for a host that can not choose by the reader's language. */
export function rootPage(site: Site, publication: Publication, base: string): BilingualPage {
  return bilingualPage(site, publication, base, ({ t, language }) => ({
    title: site.name[language],
    body: site.purpose[language],
    link: t('root.open'),
  }));
}

/** What stands at an address that does not exist. */
export function notFoundPage(site: Site, publication: Publication, base: string): BilingualPage {
  const page = bilingualPage(site, publication, base, ({ t, offers }) => ({
    title: t('notFound.title'),
    body: t(offers('transparency') ? 'notFound.body' : 'notFound.bodyPlain'),
    link: t('notFound.home'),
  }));
  return { ...page, path: null, index: false };
}

type Words = Pick<BilingualPage['entries'][number], 'title' | 'body' | 'link'>;

function bilingualPage(
  site: Site,
  publication: Publication,
  base: string,
  words: (reader: Reader) => Words,
): BilingualPage {
  const readers = LANGUAGES.map((language) => readerFor(language, site, base));
  const entries = readers.map((reader) => ({
    language: reader.language,
    ...words(reader),
    href: reader.paths.page(reader.language, { name: 'home' }),
  }));
  const { paths } = readerFor('en', site, base);
  const demo = isDemo(publication);
  return {
    title: [...new Set(entries.map((entry) => entry.title))].join(' · '),
    description: entries.map((entry) => entry.body).join(' '),
    siteName: site.name.en,
    logo: site.logo,
    favicon: site.favicon === null ? null : paths.favicon,
    root: paths.root,
    path: paths.root,
    index: !demo,
    demo: demo ? demoNotice('en') : null,
    entries,
  };
}
