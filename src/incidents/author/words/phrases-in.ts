import type { Language } from '../../accept/languages.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Phrases } from './phrases.ts';

const PHRASES: Readonly<Record<Language, Phrases>> = { en, id };

/** What the writer reads, in the language that was chosen. */
export function phrasesIn(language: Language): Phrases {
  return PHRASES[language];
}
