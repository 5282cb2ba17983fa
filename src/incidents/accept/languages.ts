import { LANGUAGES, type Language } from '../../core/language.ts';

/** Another language was asked for than there are. */
export class LanguageError extends Error {}

/**
 * The languages in which findings are said, the first first: those asked for (`en`, `id` or `both`, by `--lang` or
 * TERANG_LANG), else both on GitHub, where anybody may read them, else that of the terminal.
 *
 * @throws LanguageError
 */
export function languagesOf(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): readonly Language[] {
  const chosen = asked ?? env.TERANG_LANG;
  const one = LANGUAGES.find((language) => language === chosen);
  if (one !== undefined) return [one];
  if (chosen === 'both' || (chosen === undefined && env.GITHUB_ACTIONS === 'true')) return LANGUAGES;
  if (chosen !== undefined)
    throw new LanguageError(`"${chosen}" is not a language that findings are said in: write en, id or both`);
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one !== undefined && one !== '') ?? '';
  return /^id\b|^id_/iu.test(locale) ? ['id'] : ['en'];
}
