import type { IsoInstant } from '../../core/instant.ts';
import type { Language } from '../../core/language.ts';
import type { Key } from '../../words/message.ts';
import type { Translator } from '../../words/translator.ts';
import type { JobReport } from '../github/job.ts';

export type CommandKey = Extract<Key, `command.${string}`>;
export type OptionKey = Extract<Key, `option.${string}`>;
type SettingKey = Extract<Key, `setting.${string}`>;
export type SettingName = SettingKey extends `setting.${infer Name}` ? Name : never;
export type Environment = Readonly<Record<string, string | undefined>>;

/** `--name` and, unless it is a yes or no, its value. */
export interface Option {
  readonly type: 'boolean' | 'string';
  readonly says: OptionKey;
  /** A value as it may be written, for `--help`. */
  readonly like?: string;
  /** The environment variable that says the same where the option is not given. */
  readonly setting?: SettingName;
  readonly default?: string;
  /** Why a value can not be taken; null when it can. */
  readonly fault?: (value: string, t: Translator['t']) => string | null;
}
export type Options = Readonly<Record<string, Option>>;

/** What was typed: every option, and the words beside them in their order. */
export type Given<O extends Options = Options> = {
  readonly [Name in keyof O]: O[Name] extends { type: 'boolean' }
    ? boolean
    : O[Name] extends { default: string }
      ? string
      : string | undefined;
} & { readonly words: readonly string[] };

/** What a command is given of the machine that it runs on. */
export interface Context {
  readonly env: Environment;
  readonly now: () => IsoInstant;
  /** In the language of whoever runs it. */
  readonly t: Translator['t'];
  /** All languages that it is to be said in, that of `t` first. */
  readonly languages: readonly [Language, ...Language[]];
  /** Says what is under way, on standard error. */
  readonly step: (message: string) => void;
  /** Says on standard error, to stay there, what happens behind the ending of a command that goes on. */
  readonly tell: (message: string) => void;
  /** Whether somebody sits there who can be asked. */
  readonly isTerminal: boolean;
  /** What is carried out when the process is told to end. A command that set this goes on behind its ending. */
  readonly onStop: (stop: () => Promise<void>) => void;
}

/** How a command ends: what it answers, its exit code, and what GitHub shows of it. */
export interface Ending {
  readonly text: string;
  /** 0 only when what was asked for was done and all is well; 2 where a command gives it a meaning of its own. */
  readonly exitCode: 0 | 1 | 2;
  readonly job?: JobReport;
}

export interface Command<O extends Options = Options> {
  readonly options: O;
  /** What may stand behind its name, as examples for `--help`. */
  readonly examples?: readonly string[];
  /** How many words it takes beside its options; none unless told. */
  readonly words?: number;
  /** What it reads from the environment, beside the settings of its options. */
  readonly settings?: readonly SettingName[];
  /** Whether `--lang both` is an answer. */
  readonly bilingual?: boolean;
  /** What GitHub shows when it could not be carried out. */
  readonly failed?: Failed;
  /** @throws ExpectedError */
  readonly run: (given: Given<O>, context: Context) => Promise<Ending>;
}

export interface Failed {
  readonly heading: string;
  /** Summaries are public where the repository is, so they point to the log. */
  readonly says: Extract<Key, `failed.${string}`>;
  /** True of an error whose own words may be public. */
  readonly isPublic?: (error: unknown) => boolean;
}

/** Several commands under one name. */
export interface Group {
  readonly commands: Readonly<Record<string, { readonly says: CommandKey; readonly command: Command }>>;
}

/** Declares a command: what was given is typed by its options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command;
}

/** The folder of content that most commands work on. */
export const CONTENT = {
  type: 'string',
  says: 'option.content',
  like: 'content',
  setting: 'TERANG_CONTENT',
  default: 'content',
} as const satisfies Option;

/** Where the site is live. */
export const SITE = {
  type: 'string',
  says: 'option.site',
  like: 'https://transparency.example',
  setting: 'TERANG_SITE',
} as const satisfies Option;
