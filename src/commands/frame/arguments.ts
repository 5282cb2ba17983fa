import { parseArgs } from 'node:util';
import { ExpectedError } from '../../core/expected-error.ts';
import { meant } from '../../incidents/author/question.ts';
import type { Command, Context, Environment, Given, Option } from './command.ts';

type Say = Context['t'];
/** Every command knows these; what they say is done by the frame. */
export const EVERYWHERE = {
  lang: { type: 'string', says: 'option.lang', like: 'id', setting: 'TERANG_LANG' },
  help: { type: 'boolean', says: 'option.help' },
} as const satisfies Readonly<Record<string, Option>>;

export function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

/** The answer to `--lang`; undefined without one. */
export function languageAsked(args: readonly string[]): string | undefined {
  return tokensOf(args, EVERYWHERE)
    .flatMap((token) => (token.kind === 'option' && token.name === 'lang' ? [token.value] : []))
    .at(-1);
}

/**
 * What was typed behind a command's name, completed by its settings and defaults.
 *
 * @throws ExpectedError with everything in it that is not known, a line each
 */
export function readArguments(
  args: readonly string[],
  { options: own, words: most = 0 }: Pick<Command, 'options' | 'words'>,
  { env, t }: { readonly env: Environment; readonly t: Say },
): Given {
  const options: Readonly<Record<string, Option>> = { ...own, ...EVERYWHERE };
  const names = Object.keys(options);
  const given: Record<string, string | boolean> = {};
  const words: string[] = [];
  const reasons: string[] = [];
  let answered = -1; // What stands behind an option that is not known is no word too many.
  for (const token of tokensOf(args, options)) {
    if (token.kind === 'option-terminator' || token.index === answered) continue;
    if (token.kind === 'positional') {
      if (words.length < most) words.push(token.value);
      else reasons.push(t('frame.tooManyWords', { word: token.value }));
      continue;
    }
    const option = options[token.name];
    if (option === undefined) {
      answered = token.index + 1;
      reasons.push(unknownOption(token.rawName, names, t));
    } else if (option.type === 'boolean') {
      if (token.value === undefined) given[token.name] = true;
      else reasons.push(t('frame.noValue', { option: token.rawName }));
    } else if (token.value === undefined || token.value === '') {
      reasons.push(t('frame.valueMissing', { option: token.rawName }));
    } else {
      given[token.name] = token.value;
      reasons.push(...[option.fault?.(token.value, t) ?? []].flat());
    }
  }
  if (reasons.length > 0) throw new ExpectedError(reasons);
  const values = Object.entries(own).map(([name, option]) => [name, given[name] ?? otherwise(option, env)]);
  return { ...Object.fromEntries(values), words };
}

function otherwise({ type, setting, default: known }: Option, env: Environment) {
  if (type === 'boolean') return false;
  return (setting === undefined ? undefined : env[setting]) || known;
}

/** What stands where an option would; a text may begin with hyphens too. */
const OPTION = /^--[a-z][a-z-]*(=|$)/;

/** Nothing is refused here, so that everything can be at once. An option is never taken for the value of another. */
function tokensOf(args: readonly string[], options: Readonly<Record<string, Option>>) {
  const takesValue = (arg: string) => arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
  const apart = args.map((arg, index) =>
    takesValue(arg) && OPTION.test(args[index + 1] ?? '') ? `${arg}=` : arg,
  );
  const types = Object.entries(options).map(([name, { type }]) => [name, { type }] as const);
  return parseArgs({
    args: apart,
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

function unknownOption(option: string, names: readonly string[], t: Say): string {
  const all = names.map((name) => `--${name}`);
  return `${t('frame.unknownOption', { option })}${hintOf(option, all, t)}`;
}

/** The one that was meant, where that is clear; else all there are. */
export function hintOf(word: string, known: readonly string[], t: Say): string {
  const close = meant(word, known);
  return close === null
    ? t('frame.oneOf', { known: known.join(', ') })
    : t('frame.nearest', { known: close });
}
