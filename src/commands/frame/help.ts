import type { Translator } from '../../words/translator.ts';
import { EVERYWHERE } from './arguments.ts';
import type { Command, CommandKey, Group, Option, SettingName } from './command.ts';

type Say = Translator['t'];

/** One command in a list: its name and what it is for. */
export interface Listed {
  readonly name: string;
  readonly says: CommandKey;
}

export type Row = readonly [name: string, says: string];

/** Names in one column, as wide as the longest of `all`, what they are for in the next. */
export function columns(rows: readonly Row[], all = rows): string[] {
  const width = Math.max(...all.map(([name]) => name.length)) + 2;
  return rows.map(([name, said]) => `  ${name.padEnd(width)}${said}`);
}

/** What `--help` says of a command: what it is for, how it is called, its options and settings. */
export function helpOf(command: Command, { name, says }: Listed, t: Say): string {
  const { examples = [], options, settings = [] } = command;
  const calls = (examples.length === 0 ? [''] : examples).map((example) => called(name, example));
  const rows = Object.entries<Option>({ ...options, ...EVERYWHERE }).map(([option, about]) =>
    row(option, about, t),
  );
  const read = settings.map((setting): Row => [setting, t(`setting.${setting}`)]);
  return [
    t(says),
    '',
    ...calls,
    '',
    t('frame.options'),
    ...columns(rows),
    ...(read.length === 0 ? [] : ['', t('frame.settings'), ...columns(read)]),
  ].join('\n');
}

/** What `--help` says of several commands under one name. */
export function helpOfGroup({ commands }: Group, { name, says }: Listed, t: Say): string {
  const rows = Object.entries(commands).map(([own, { says: said }]): Row => [own, t(said)]);
  return [t(says), '', called(name, t('frame.command')), ...columns(rows), '', t('frame.more')].join('\n');
}

/** `npm run report -- --due`: npm hands on what stands behind two hyphens. */
function called(name: string, behind: string): string {
  const [first = '', ...rest] = name.split(' ');
  const words = [...rest, behind].filter((word) => word !== '').join(' ');
  return `  npm run ${first}${words === '' ? '' : ` -- ${words}`}`;
}

function row(name: string, { says, like, setting, default: known }: Option, t: Say): Row {
  const behind: (SettingName | string)[] = [setting, known].filter((part) => part !== undefined);
  const otherwise = behind.length === 0 ? '' : ` (${behind.join('; ')})`;
  return [`--${name}${like === undefined ? '' : ` ${like}`}`, `${t(says)}${otherwise}`];
}
