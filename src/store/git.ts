import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ExpectedError } from '../core/expected-error.ts';

const run = promisify(execFile);
/** Content is large only in its first commit; what git prints about it is lists of names. */
const MAX_OUTPUT = 64 * 1024 * 1024;
const TIMEOUT = 120_000;

/** Runs git in one folder and gives what it prints. */
export type Git = (...args: string[]) => Promise<string>;

/** A git command that failed, with what git said about it but no password that an address may hold. */
export class GitError extends ExpectedError {
  override readonly name = 'GitError';
  readonly command: string;
  /** What git printed on both streams, for telling one refusal from another. */
  readonly said: string;

  constructor(command: string, said: string, options?: ErrorOptions) {
    const open = said.replaceAll(/:\/\/[^\s/@]+@/g, '://').trim();
    super(`git ${command} failed${open === '' ? '.' : `: ${open}`}`, options);
    this.command = command;
    this.said = open;
  }
}

/** Read as an empty file by git on every system, Windows too. */
const NOTHING = '/dev/null';

/**
 * What whoever owns the machine may have set for themselves, and what would stop the bot, or change what it adds, says
 * or reads. Their addresses, certificates and passwords stay: the push needs them.
 */
const OWN_SETTINGS = Object.entries({
  // Their keys and their hooks are not the bot's.
  'commit.gpgSign': 'false',
  'tag.gpgSign': 'false',
  'push.gpgSign': 'false',
  'core.hooksPath': NOTHING,
  // Their list of ignored files may name content, and their filters may rewrite it.
  'core.excludesFile': NOTHING,
  'core.attributesFile': NOTHING,
  'core.fsmonitor': 'false',
  // Output is read by programs, messages are ours to the letter, and only the branch is pushed.
  'color.ui': 'false',
  'core.quotePath': 'true',
  'core.safecrlf': 'false',
  'commit.cleanup': 'whitespace',
  'i18n.commitEncoding': 'UTF-8',
  'i18n.logOutputEncoding': 'UTF-8',
  'log.showSignature': 'false',
  'push.followTags': 'false',
  'push.recurseSubmodules': 'no',
  'fetch.recurseSubmodules': 'false',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Set while a hook of git runs: whoever calls a command of ours from there means the folder, not their commit. */
const OF_A_HOOK =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|EXTERNAL_DIFF|DIFF_OPTS)$/;

/**
 * Git in `folder`, asking nobody anything and answering in English, whatever the machine's language and settings. It
 * works on the index of the folder, or on the one at `index`.
 */
export function gitIn(folder: string, index?: string): Git {
  const { TERANG_PUSH_TOKEN: token = '', ...own } = process.env;
  const env = {
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !OF_A_HOOK.test(name))),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'true',
    GIT_PAGER: 'cat',
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
  return async (...args) => {
    const isRemote = args[0] === 'push' || args[0] === 'fetch';
    try {
      const options = {
        cwd: folder,
        env: isRemote ? withToken(env, token) : env,
        maxBuffer: MAX_OUTPUT,
        timeout: TIMEOUT,
      };
      return (await run('git', [...OWN_SETTINGS, ...args], options)).stdout;
    } catch (cause) {
      const { stdout = '', stderr = '', killed = false, code } = cause as Failed;
      const why = code === 'ENOENT' ? `there is no git on this machine, or no folder ${folder}` : '';
      const slow = killed ? `no answer within ${TIMEOUT / 1000} s` : '';
      throw new GitError(commandIn(args), [stdout, stderr, why, slow].filter(Boolean).join('\n'), { cause });
    }
  };
}

/**
 * The environment in which git may push with a token of GitHub's: for that one host and that one command, and in no
 * file that another program could read.
 */
function withToken(env: NodeJS.ProcessEnv, token: string): NodeJS.ProcessEnv {
  if (token === '') return env;
  const known = Number(env.GIT_CONFIG_COUNT ?? '0');
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    ...env,
    GIT_CONFIG_COUNT: String(known + 1),
    [`GIT_CONFIG_KEY_${known}`]: 'http.https://github.com/.extraHeader',
    [`GIT_CONFIG_VALUE_${known}`]: `AUTHORIZATION: basic ${basic}`,
  };
}

/** The command among the arguments, behind options such as the identity. */
function commandIn(args: readonly string[]): string {
  return args.find((arg, at) => arg !== '-c' && args[at - 1] !== '-c') ?? '';
}

interface Failed {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly killed?: boolean;
  readonly code?: string | number;
}

/** What a question of git's is answered with that says no by ending with 1, such as `merge-base --is-ancestor`. @throws GitError */
export async function says(asked: Promise<string>): Promise<boolean> {
  return (await saidBy(asked)) !== null;
}

/** What is printed where git says yes; null where it ends with 1 and prints nothing: that is its no. @throws GitError */
export async function saidBy(asked: Promise<string>): Promise<string | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof GitError && error.said === '' && (error.cause as Failed).code === 1) return null;
    throw error;
  }
}

/** The text of a file in a commit, relative to git's folder; null where there is none. */
export async function textAt(git: Git, commit: string, file: string): Promise<string | null> {
  const known = await git('ls-tree', '--name-only', commit, '--', file);
  return known === '' ? null : git('show', `${commit}:./${file}`);
}
