import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from '../../core/language.ts';

/** The site's language that a reader prefers by Accept-Language; Indonesian, the public's, when they name none of ours. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } });
  const [language] = negotiator.languages([...LANGUAGES]);
  return LANGUAGES.find((known) => known === language) ?? 'id';
}
