import { isHelp } from './frame/arguments.ts';
import { begin, carryOut, type Machine, type Told, unknownCommand } from './frame/carry-out.ts';
import type { Context } from './frame/command.ts';
import { columns, type Row } from './frame/help.ts';
import { COMMANDS, NPM_SCRIPTS, TASKS } from './registry.ts';

type Name = keyof typeof COMMANDS;

/** `npm run terang -- <command> [options]`, without the process around it. */
export async function terang(args: readonly string[], machine: Machine): Promise<Told> {
  const [first, ...rest] = args;
  const [asked, behind] = first === 'help' ? [rest[0], [...rest.slice(1), '--help']] : [first, rest];
  if (isName(asked)) {
    const { says, load } = COMMANDS[asked];
    return carryOut({ name: asked, says, entry: await load() }, behind, machine);
  }
  const begun = begin(args, machine);
  if (!('context' in begun)) return begun;
  const { t } = begun.context;
  const help = overview(t);
  if (first === 'help' || args.some(isHelp)) return { text: help, exitCode: 0, isAnswer: true };
  if (asked !== undefined && Object.hasOwn(NPM_SCRIPTS, asked))
    return { text: t('frame.npm', { command: `npm run ${asked}` }), exitCode: 1, isAnswer: false };
  const known = Object.keys({ ...COMMANDS, ...NPM_SCRIPTS });
  return unknownCommand(asked, known, help, { name: 'terang', t });
}

function isName(name: string | undefined): name is Name {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** Everything there is, by task. */
function overview(t: Context['t']): string {
  const entries = Object.entries({ ...COMMANDS, ...NPM_SCRIPTS });
  const rowsOf = (task: (typeof TASKS)[number] | null) =>
    entries
      .filter(([, entry]) => task === null || entry.task === task)
      .map(([name, { says }]): Row => [name, t(says)]);
  const lines = TASKS.flatMap((task) => ['', t(`task.${task}`), ...columns(rowsOf(task), rowsOf(null))]);
  return [t('frame.usage'), ...lines, '', t('frame.more')].join('\n');
}
