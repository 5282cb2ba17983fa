import { LANGUAGES, type Language } from '../core/language.ts';
import type { Arguments, Key } from './message.ts';
import { translator } from './translator.ts';

/** One message in every language, for files that hold them side by side. */
export function inEveryLanguage<K extends Key>(key: K, ...values: Arguments<K>): Record<Language, string> {
  const said = LANGUAGES.map((language) => [language, translator(language).t(key, ...values)] as const);
  return Object.fromEntries(said) as Record<Language, string>;
}
