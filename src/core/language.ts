/** The two languages of the site, in the order in which a reader without a preference meets them. */
export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How each language calls itself; the same on every page, so not translated. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', id: 'Indonesia' };
