import { LANGUAGES } from '../../core/language.ts';
import { translator } from '../../words/translator.ts';
import type { Desk, SpeakingDesk, Written } from './desk.ts';
import { prepareDrafts } from './drafts.ts';
import { AuthoringError } from './error.ts';
import { postmortem, resolveIncident } from './further.ts';
import { newMaintenance } from './maintenance.ts';
import { publicMessage } from './message.ts';
import { newIncident } from './new-incident.ts';
import { type Flags, meant } from './question.ts';
import type { Say } from './say.ts';
import { updateNote } from './update.ts';

import { isHelp, languageAsked, readArguments } from './written-arguments.ts';

/** How a command ends: what the writer reads, and 0 only when what was asked for was done. */
export interface Ending {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

type Name = 'new' | 'update' | 'resolve' | 'postmortem' | 'maintenance' | 'message' | 'drafts';

interface Command {
  /** The flags it knows, beside `--zone` and `--lang`. */
  readonly flags: readonly string[];
  /** Whether it is about one note that is there. */
  readonly named?: true;
  readonly run: (desk: SpeakingDesk, flags: Flags) => Promise<Written>;
}

const TEXTS = ['text-en', 'text-id'];
const TITLES = ['title-en', 'title-id'];

const COMMANDS: Readonly<Record<Name, Command>> = {
  new: {
    flags: ['system', 'playbook', 'severity', 'components', 'started', 'next-update', ...TITLES, ...TEXTS],
    run: newIncident,
  },
  update: { named: true, flags: ['status', 'at', 'over', 'next-update', ...TEXTS], run: updateNote },
  resolve: { named: true, flags: ['at', 'over', ...TEXTS], run: resolveIncident },
  postmortem: { named: true, flags: ['at', ...TEXTS], run: postmortem },
  maintenance: {
    flags: ['system', 'components', 'starts', 'lasts', 'rule', ...TITLES, ...TEXTS],
    run: newMaintenance,
  },
  message: { flags: ['system', 'message'], run: publicMessage },
  drafts: { flags: [], run: prepareDrafts },
};
const NAMES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];

/** `npm run incident -- <command> [<slug>] [--flag answer …]`, without the process around it. */
export async function incidentCommand(desk: Desk, args: readonly string[]): Promise<Ending> {
  const asked = languageAsked(args);
  const language = LANGUAGES.find((one) => one === asked) ?? desk.language;
  const { t: say } = translator(language);
  const name = NAMES.find((one) => one === args[0]);
  if (args[0] === 'help' || args.some(isHelp))
    return { text: name === undefined ? usage(say) : usageOf(name, say), exitCode: 0 };
  if (name === undefined) return { text: `${unknown(args[0], say)}\n${usage(say)}`, exitCode: 1 };
  const { run, flags: known, named = false } = COMMANDS[name];
  try {
    const { flags, zone } = readArguments(args.slice(1), { known, named, say });
    const { text } = await run({ ...desk, zone: zone ?? desk.zone, language, say }, flags);
    return { text, exitCode: 0 };
  } catch (error) {
    if (error instanceof AuthoringError) return { text: error.message, exitCode: 1 };
    // An answer that was given up (Ctrl+C) writes nothing.
    if ((error as Error).name === 'ExitPromptError') return { text: say('author.note.nothing'), exitCode: 1 };
    throw error;
  }
}

function unknown(name: string | undefined, say: Say): string {
  if (name === undefined) return say('author.usage.ask');
  const close = meant(name, NAMES);
  return `${say('author.usage.unknown', { command: name })}${close === null ? '' : say('author.answer.nearest', { known: close })}`;
}

function usage(say: Say): string {
  const lines = NAMES.map((name) => `  ${name.padEnd(12)} ${say(`author.does.${name}`)}`);
  return [say('author.usage.line'), ...lines, say('author.usage.end')].join('\n');
}

function usageOf(name: keyof typeof COMMANDS, say: Say): string {
  const { flags, named } = COMMANDS[name];
  const answers = [
    ...(named === true ? ['<slug>'] : []),
    ...[...flags, 'zone', 'lang'].map((flag) => `--${flag}`),
  ];
  return `npm run incident -- ${name}\n  ${say(`author.does.${name}`)}\n${say('author.usage.answers', { answers: answers.join(', ') })}`;
}
