import path from 'node:path';
import { parseArgs } from 'node:util';
import { AuthoringError } from './error.ts';
import { type Flags, meant } from './question.ts';
import type { Say } from './say.ts';

/** What a command takes: its flags, whether it is about a note that is there, and the words for what is wrong. */
export interface Takes {
  readonly known: readonly string[];
  readonly named: boolean;
  readonly say: Say;
}

export function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h';
}

/** The answer to `--lang`; undefined without one. */
export function languageAsked(args: readonly string[]): string | undefined {
  const answers = parsed(args, ['lang']).flatMap((token) =>
    token.kind === 'option' && token.name === 'lang' ? [token.value] : [],
  );
  return answers.at(-1);
}

/**
 * The flags of a command, and its clock.
 *
 * @throws AuthoringError with everything in them that is not known, a line each
 */
export function readArguments(
  args: readonly string[],
  { known, named, say }: Takes,
): { readonly flags: Flags; readonly zone: string | undefined } {
  const names = [...known, 'zone', 'lang'];
  const flags: Record<string, string | undefined> = {};
  const reasons: string[] = [];
  let answered = -1; // What stands behind a flag that is not known is no word too many.
  for (const token of parsed(args, names)) {
    if (token.kind === 'option-terminator' || token.index === answered) continue;
    if (token.kind === 'positional') {
      if (named && flags.slug === undefined) Object.assign(flags, noteNamed(token.value));
      else reasons.push(say('author.word.too-many', { word: token.value }));
    } else if (!names.includes(token.name)) {
      answered = token.index + 1;
      reasons.push(unknownOption(token.rawName, names, say));
    } else if (token.value === undefined || token.value === '') {
      reasons.push(say('author.option.without-value', { option: token.rawName }));
    } else flags[token.name] = token.value;
  }
  const { zone, lang, ...answers } = flags;
  if (zone !== undefined && !isZone(zone)) reasons.push(say('author.answer.zone', { zone }));
  if (lang !== undefined && lang !== 'en' && lang !== 'id')
    reasons.push(say('author.answer.language', { language: lang }));
  if (reasons.length > 0) throw new AuthoringError(reasons);
  return { flags: answers, zone };
}

/** Nothing is refused here, so that everything can be at once. A flag is never taken for the answer to another. */
function parsed(args: readonly string[], names: readonly string[]) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const apart = args.map((arg, index) =>
    names.includes(arg.slice(2)) && args[index + 1]?.startsWith('--') === true ? `${arg}=` : arg,
  );
  return parseArgs({ args: apart, options, allowPositionals: true, strict: false, tokens: true }).tokens;
}

function unknownOption(option: string, names: readonly string[], say: Say): string {
  const all = names.map((name) => `--${name}`);
  const close = meant(option, all);
  const hint =
    close === null
      ? say('author.option.known', { known: all.join(', ') })
      : say('author.answer.nearest', { known: close });
  return `${say('author.option.unknown', { option })}${hint}`;
}

/** A note as it is named: by its slug, its file, or with the folder that it stands in. */
function noteNamed(name: string): Flags {
  const folder = path.basename(path.dirname(name));
  const told = ['incidents', 'maintenance'].includes(folder);
  return { slug: path.basename(name, '.md'), ...(told ? { folder } : {}) };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // Only an unknown zone is thrown here.
  }
}
