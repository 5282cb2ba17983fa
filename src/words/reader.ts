import type { Language } from '../core/language.ts';
import { offers, type Site, type SiteSection } from '../core/site.ts';
import { type Format, formatFor } from './format.ts';
import { type Paths, pathsUnder } from './paths.ts';
import { type Translator, translator } from './translator.ts';

/** Whom a view writes for, and on whose site: a language, its words, its numbers, and the addresses. */
export interface Reader extends Translator {
  readonly language: Language;
  readonly site: Site;
  /** The site's name and its publisher's, in the reader's language. */
  readonly siteName: string;
  readonly publisher: string;
  readonly format: Format;
  readonly paths: Paths;
  /** Whether the site has this part; what it has not is nowhere. */
  readonly offers: (section: SiteSection) => boolean;
}

/** `base` is where the site stands; formats and words are made once per language and site. */
export function readerFor(language: Language, site: Site, base = '/'): Reader {
  return {
    language,
    site,
    siteName: site.name[language],
    publisher: site.publisher[language],
    ...translator(language),
    format: formatOf(language, site),
    paths: pathsUnder(base),
    offers: (section) => offers(site, section),
  };
}

const FORMATS = new WeakMap<Site, Map<Language, Format>>();

function formatOf(language: Language, site: Site): Format {
  const known = FORMATS.get(site) ?? new Map<Language, Format>();
  FORMATS.set(site, known);
  const format = known.get(language) ?? formatFor(language, site.time);
  known.set(language, format);
  return format;
}
