import { ExpectedError } from '../../core/expected-error.ts';
import { translator } from '../../words/translator.ts';
import type { JobReport } from '../github/job.ts';
import { hintOf, isHelp, languageAsked, readArguments } from './arguments.ts';
import type { Command, CommandKey, Context, Ending, Failed, Group } from './command.ts';
import { errorText } from './error-text.ts';
import { helpOf, helpOfGroup } from './help.ts';
import { languagesOf } from './languages.ts';

/** What the frame is given of the process around it. */
export type Machine = Pick<Context, 'env' | 'now' | 'step' | 'tell' | 'isTerminal' | 'onStop'>;

/** A command, or several, by the name that is typed: `incident`, then `incident new`. */
export interface Named {
  readonly name: string;
  readonly says: CommandKey;
  readonly entry: Command | Group;
}

/** An ending, and whether it is an answer or says why there is none. */
export interface Told extends Ending {
  readonly isAnswer: boolean;
}

/** Carries out what was typed behind a name. Whatever goes wrong is an ending too, so that all end in one way. */
export async function carryOut(named: Named, args: readonly string[], machine: Machine): Promise<Told> {
  const begun = begin(args, machine);
  return 'context' in begun ? within(named, args, begun.context) : begun;
}

/** The language first: every other word is said in it. */
export function begin(args: readonly string[], machine: Machine): { readonly context: Context } | Told {
  try {
    const languages = languagesOf(languageAsked(args), machine.env);
    return { context: { ...machine, languages, t: translator(languages[0]).t } };
  } catch (error) {
    return { text: errorText(error, translator('en').t, false), exitCode: 1, isAnswer: false };
  }
}

async function within(
  { name, says, entry }: Named,
  args: readonly string[],
  context: Context,
): Promise<Told> {
  if ('commands' in entry) return withinGroup({ name, says, entry }, args, context);
  const { t, env } = context;
  if (args.some(isHelp)) return { text: helpOf(entry, { name, says }, t), exitCode: 0, isAnswer: true };
  try {
    assertOneLanguage(entry, args, context);
    const given = readArguments(args, entry, context);
    try {
      return { ...(await entry.run(given, context)), isAnswer: true };
    } catch (error) {
      const job = entry.failed === undefined ? {} : { job: failedJob(entry.failed, error, context) };
      return { text: errorText(error, t, env.DEBUG !== undefined), exitCode: 1, isAnswer: false, ...job };
    }
  } catch (error) {
    return { text: errorText(error, t, false), exitCode: 1, isAnswer: false };
  }
}

async function withinGroup(
  { name, says, entry }: Named & { readonly entry: Group },
  args: readonly string[],
  context: Context,
): Promise<Told> {
  const { t } = context;
  const help = helpOfGroup(entry, { name, says }, t);
  const [first, ...rest] = args;
  const known = first === undefined ? undefined : entry.commands[first];
  if (known !== undefined)
    return within({ name: `${name} ${first}`, says: known.says, entry: known.command }, rest, context);
  if (first === 'help' || args.some(isHelp)) return { text: help, exitCode: 0, isAnswer: true };
  return unknownCommand(first, Object.keys(entry.commands), help, { name, t });
}

/** `"updte" is not known; is "update" meant?`, or what there is where nothing was named. */
export function unknownCommand(
  word: string | undefined,
  known: readonly string[],
  help: string,
  { name, t }: { readonly name: string; readonly t: Context['t'] },
): Told {
  const text =
    word === undefined || word.startsWith('-')
      ? [t('frame.commandMissing'), '', help]
      : [
          `${t('frame.unknown', { word })}${hintOf(word, known, t)}`,
          t('frame.list', { command: `npm run ${name} -- --help` }),
        ];
  return { text: text.join('\n'), exitCode: 1, isAnswer: false };
}

/** What is answered in one language alone can not be asked for in all of them. */
function assertOneLanguage({ bilingual }: Command, args: readonly string[], { t }: Context): void {
  if (bilingual !== true && languageAsked(args) === 'both') throw new ExpectedError(t('frame.oneLanguage'));
}

function failedJob({ heading, says, isPublic }: Failed, error: unknown, { languages }: Context): JobReport {
  const text =
    isPublic?.(error) === true
      ? (error as Error).message
      : languages.map((language) => translator(language).t(says)).join('\n');
  return { heading, text, notices: [{ level: 'error', title: heading, text }] };
}
