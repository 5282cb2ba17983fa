import type { Language } from '../core/language.ts';
import { type Site, siteSchema } from '../core/site.ts';
import { type Reader, readerFor as readerOn } from '../words/reader.ts';

const WRITTEN = {
  name: { en: 'Terang', id: 'Terang' },
  publisher: { en: 'TPC', id: 'TPC' },
  purpose: { en: 'What was distributed.', id: 'Apa yang telah didistribusikan.' },
  time: { first: 'Asia/Jakarta', beside: 'UTC' },
  sections: ['status', 'incidents', 'reports', 'transparency', 'archive', 'log'],
};

/** A site for tests, with everything there is to offer; another is made of it by what differs. */
function siteWith(
  differing: Partial<Record<keyof Site, unknown>> = {},
  pictures: Partial<Pick<Site, 'logo' | 'favicon'>> = {},
): Site {
  return { ...siteSchema.parse({ ...WRITTEN, ...differing }), logo: null, favicon: null, ...pictures };
}

/** The same as a `site.yaml`: JSON is YAML. */
export function siteText(differing: Partial<Record<keyof Site, unknown>> = {}): string {
  return `${JSON.stringify({ ...WRITTEN, ...differing }, null, 1)}\n`;
}

export const SITE = siteWith();

/** A charity in Lisbon that shows one part alone. */
export const LISBON = {
  status: lisbon('status'),
  transparency: lisbon('transparency'),
};

function lisbon(section: 'status' | 'transparency'): Site {
  return siteWith({
    name: { en: 'Open Books', id: 'Buku Terbuka' },
    publisher: { en: 'Casa Aberta', id: 'Casa Aberta' },
    purpose: { en: 'What a charity does.', id: 'Apa yang dilakukan sebuah lembaga.' },
    time: { first: 'Europe/Lisbon' },
    sections: [section],
  });
}

/** A reader of the test site. */
export function readerFor(language: Language, base = '/', site: Site = SITE): Reader {
  return readerOn(language, site, base);
}
