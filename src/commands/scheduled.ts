import { spawn } from 'node:child_process';
import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { settingsPrefixes } from '../systems/system-file.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { environmentOf, PARTS, type Part } from './repository/part.ts';

const MINUTE = 60_000;
const NAMES = Object.keys(PARTS) as Part[];
const ENTRY = path.resolve(import.meta.dirname, '../../scripts/terang.ts');

/**
 * What the schedule does, on GitHub's runners or under plain cron: all parts in turn, or one alone. A part that fails
 * keeps none of the others from running. Each is a process of its own with its own settings and no other's, see
 * `repository/part.ts`; that of the notes makes a commit of its own, so that no other run can come between.
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
    const parts = NAMES.filter((name) => first === undefined || name === first);
    if (parts.length === 0)
      throw new ExpectedError(t('scheduled.noPart', { part: first ?? '', known: NAMES.join(', ') }));
    const said: string[] = [];
    const prefixes = await settingsPrefixes(content).catch((error: Error) => {
      said.push(t('scheduled.noPrefixes', { reason: error.message }));
      return new Map<string, string>();
    });
    for (const part of parts) {
      const { command, minutes, pushes } = PARTS[part];
      const pushing = pushes && push ? ['--push', ...(remote === undefined ? [] : ['--remote', remote])] : [];
      const child = spawn(process.execPath, [ENTRY, ...command, ...pushing], {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...environmentOf(part, env, prefixes.values()), TERANG_CONTENT: content },
        // What hangs is ended, so that what the others wrote is committed all the same.
        timeout: minutes * MINUTE,
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
      const code = await ended;
      if (code === null) said.push(t('scheduled.hung', { part, minutes: String(minutes) }));
      else if (code !== 0) said.push(t('scheduled.failed', { part, code: String(code) }));
    }
    if (said.length > 0) throw new ExpectedError(said);
    return { text: '', exitCode: 0 };
  },
});
