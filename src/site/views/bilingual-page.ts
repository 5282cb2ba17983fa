import { LANGUAGES, type Language } from '../../core/language.ts';
import { isDemo, type Publication } from '../../ledger/publication.ts';
import { readerFor } from '../../words/reader.ts';
import { demoNotice } from './shell.ts';

/** A page in both languages at once, with a door to each. */
export interface BilingualPage {
  readonly title: string;
  readonly description: string;
  readonly favicon: string;
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
export function rootPage(publication: Publication, base: string): BilingualPage {
  return bilingualPage(publication, base, {
    title: 'root.title',
    body: 'root.description',
    link: 'root.open',
    exists: true,
  });
}

/** What stands at an address that does not exist. */
export function notFoundPage(publication: Publication, base: string): BilingualPage {
  return bilingualPage(publication, base, {
    title: 'notFound.title',
    body: 'notFound.body',
    link: 'notFound.home',
    exists: false,
  });
}

type Words =
  | { title: 'root.title'; body: 'root.description'; link: 'root.open'; exists: true }
  | { title: 'notFound.title'; body: 'notFound.body'; link: 'notFound.home'; exists: false };

function bilingualPage(publication: Publication, base: string, words: Words): BilingualPage {
  const readers = LANGUAGES.map((language) => readerFor(language, base));
  const entries = readers.map(({ language, t, paths }) => ({
    language,
    title: t(words.title),
    body: t(words.body),
    href: paths.page(language, { name: 'home' }),
    link: t(words.link),
  }));
  const { paths } = readerFor('en', base);
  const demo = isDemo(publication);
  return {
    title: [...new Set(entries.map((entry) => entry.title))].join(' · '),
    description: entries.map((entry) => entry.body).join(' '),
    favicon: paths.favicon,
    root: paths.root,
    path: words.exists ? paths.root : null,
    index: words.exists && !demo,
    demo: demo ? demoNotice('en') : null,
    entries,
  };
}
