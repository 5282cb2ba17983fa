/** The two languages of the site, in the order in which a reader without a preference meets them. */
export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language calls itself; the same on every page, so not translated. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', id: 'Indonesia' };

/** The twin of a language: where the switch leads. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'id' : 'en';
}

/** Narrows text from an address to a language; an unknown one is an error, never English by default. */
export function languageFrom(text: string | undefined): Language {
  const found = LANGUAGES.find((language) => language === text);
  if (found === undefined) throw new RangeError(`"${text}" is not a language of this site`);
  return found;
}
