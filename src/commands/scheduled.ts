import { spawn } from 'node:child_process';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { manifestsOf } from '../store/published.ts';
import { settingsPrefixes } from '../systems/system-file.ts';
import { CONTENT, type Context, defineCommand } from './frame/command.ts';
import { isOffered } from './offered.ts';
import { environmentOf, PARTS, type Part } from './repository/part.ts';

const MINUTE = 60_000;
const NAMES = Object.keys(PARTS) as Part[];
const ENTRY = path.resolve(import.meta.dirname, '../../scripts/terang.ts');
/** How often the parts whose folders others wrote and pushed first have another turn. */
const ROUNDS = 3;
/** How `npm run commit:content` ends then. */
const LOST = 2;

/**
 * What the schedule does, on GitHub's runners or under plain cron: all parts in turn, or one alone. A part that fails
 * keeps none of the others from running. Each is a process of its own with its own settings and no other's, see
 * `repository/part.ts`; that of the notes makes a commit of its own, so that no other run can come between. What
 * another machine published first stands, and the parts that wrote the same have another turn on top of it.
 */
export const scheduled = defineCommand({
  examples: ['--push', ...NAMES],
  words: 1,
  options: {
    push: { type: 'boolean', says: 'option.push' },
    remote: { type: 'string', says: 'option.remote', like: 'origin' },
    content: CONTENT,
  },
  async run({ words: [first], push, remote, content }, { env, t, onStop }) {
    const named = NAMES.filter((name) => first === undefined || name === first);
    if (named.length === 0)
      throw new ExpectedError(t('scheduled.noPart', { part: first ?? '', known: NAMES.join(', ') }));
    const said: string[] = [];
    const offered = named.filter((part) => isOffered(content, PARTS[part].section, said));
    if (offered.length === 0 && said.length === 0)
      return {
        text: t('site.notOffered', { section: PARTS[named[0] ?? 'commit'].section ?? '' }),
        exitCode: 0,
      };
    const unsigned = push && !env.TERANG_LOG_KEY && named.includes('sign') ? t('scheduled.unsigned') : '';
    const parts = offered.filter((part) => part !== 'sign' || (push && unsigned === ''));
    const prefixes = await settingsPrefixes(content).catch((error: Error) => {
      said.push(t('scheduled.noPrefixes', { reason: error.message }));
      return new Map<string, string>();
    });
    const to = remote === undefined ? [] : ['--remote', remote];
    const carryOut = (part: Part) => {
      const { command, pushes } = PARTS[part];
      const args = [...command, ...(push && pushes !== null ? [...pushes, ...to] : [])];
      const own = { ...environmentOf(part, env, prefixes.values()), TERANG_CONTENT: content };
      return endOf(args, own, PARTS[part].minutes * MINUTE, onStop);
    };
    let inTurn: readonly Part[] = parts;
    for (let round = 1; inTurn.length > 0; round++) {
      const { wrote, codes } = await inOneTurn(inTurn, content, carryOut);
      const behind = inTurn.slice(inTurn.indexOf('commit'));
      const again = codes.get('commit') === LOST && round < ROUNDS ? takenBack(wrote, content) : [];
      inTurn = again.length > 0 ? [...again, ...behind] : [];
      if (inTurn.length > 0) codes.delete('commit');
      for (const [part, code] of codes)
        if (code === null) said.push(t('scheduled.hung', { part, minutes: String(PARTS[part].minutes) }));
        else if (code !== 0) said.push(t('scheduled.failed', { part, code: String(code) }));
    }
    if (said.length > 0) throw new ExpectedError(said);
    return { text: unsigned, exitCode: 0 };
  },
});

/** What each part left in its folders, by their manifests, and how it ended: null where it hung. */
async function inOneTurn(
  parts: readonly Part[],
  content: string,
  carryOut: (part: Part) => Promise<number | null>,
) {
  const wrote = new Map<Part, [folder: string, sha256: string][]>();
  const codes = new Map<Part, number | null>();
  for (const part of parts) {
    const before = manifestsOf(content);
    codes.set(part, await carryOut(part));
    wrote.set(
      part,
      [...manifestsOf(content)].filter(([folder, sha256]) => before.get(folder) !== sha256),
    );
  }
  return { wrote, codes };
}

/** The parts of which something is not there any more. */
function takenBack(wrote: ReadonlyMap<Part, [folder: string, sha256: string][]>, content: string): Part[] {
  const now = manifestsOf(content);
  return [...wrote].flatMap(([part, left]) =>
    part !== 'commit' && left.some(([folder, sha256]) => now.get(folder) !== sha256) ? [part] : [],
  );
}

/** The exit code of a command as a process of its own; null where it hung and was ended. */
async function endOf(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  timeout: number,
  onStop: Context['onStop'],
): Promise<number | null> {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    // What hangs is ended, so that what the others wrote is committed all the same.
    timeout,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  // What it writes or pushes just then comes to its end before this process does.
  onStop(async () => {
    child.kill();
    await ended;
  });
  return ended;
}
