import { LANGUAGES, type Language } from '../core/language.ts';
import { type Format, formatFor } from './format.ts';
import { type Paths, pathsUnder } from './paths.ts';
import { type Translator, translator } from './translator.ts';

/** Whom a view writes for: a language, its words, its numbers, and the addresses of the site. */
export interface Reader extends Translator {
  readonly language: Language;
  readonly format: Format;
  readonly paths: Paths;
}

/** `base` is where the site stands; formats and words are made once per language. */
export function readerFor(language: Language, base = '/'): Reader {
  return { language, ...translator(language), format: FORMATS[language], paths: pathsUnder(base) };
}

const FORMATS = Object.fromEntries(LANGUAGES.map((language) => [language, formatFor(language)])) as Record<
  Language,
  Format
>;
