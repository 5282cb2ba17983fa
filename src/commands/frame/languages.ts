import { ExpectedError } from '../../core/expected-error.ts';
import { LANGUAGES, type Language } from '../../core/language.ts';
import { translator } from '../../words/translator.ts';
import type { Environment } from './command.ts';

type Languages = readonly [Language, ...Language[]];

/**
 * The languages in which a command speaks, the first first: those asked for (one, or `both`, by `--lang` or
 * TERANG_LANG), else all of them on GitHub, where anybody may read it, else that of the terminal.
 *
 * @throws ExpectedError
 */
export function languagesOf(asked: string | undefined, env: Environment): Languages {
  const chosen = asked ?? (env.TERANG_LANG || undefined);
  const terminal = ofTerminal(env);
  if (chosen === 'both' || (chosen === undefined && env.GITHUB_ACTIONS === 'true')) return LANGUAGES;
  if (chosen === undefined) return [terminal];
  const known = LANGUAGES.find((language) => language === chosen);
  if (known !== undefined) return [known];
  const say = translator(terminal).t;
  throw new ExpectedError(
    say('frame.noLanguage', { language: chosen, known: [...LANGUAGES, 'both'].join(', ') }),
  );
}

/** English unless the terminal speaks another that we do. */
function ofTerminal(env: Environment): Language {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((one) => one !== undefined && one !== '') ?? '';
  const [code = ''] = locale.toLowerCase().split(/[-_.@]/u);
  return LANGUAGES.find((language) => language === code) ?? 'en';
}
