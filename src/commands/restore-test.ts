import { writeFile } from 'node:fs/promises';
import { restoreCommand } from '../archive/restore-command.ts';
import { openDemoDatabase } from '../demo/database.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { restoreReport } from './github/archive-report.ts';
import { isOffered } from './offered.ts';

export const restoreTest = defineCommand({
  examples: ['', '--due', 'archive/2026-10 --result result.json'],
  words: 1,
  options: {
    due: { type: 'boolean', says: 'option.dueRestore' },
    result: { type: 'string', says: 'option.result', like: 'result.json' },
    content: CONTENT,
  },
  settings: ['RESTORE_DATABASE_URL'],
  failed: { heading: 'Restore test', says: 'failed.restore' },
  async run({ due, result: file, content, words }, { env, now, step, t }) {
    if (due && !isOffered(content, 'archive'))
      return { text: t('site.notOffered', { section: 'archive' }), exitCode: 0 };
    const given = env.RESTORE_DATABASE_URL;
    const ending = await restoreCommand({
      contentRoot: content,
      folder: words[0],
      due,
      now: now(),
      open: async () => (given ? { url: given, close: async () => undefined } : openDemoDatabase()),
      onStep: step,
    });
    if (file !== undefined && ending.result !== null) await writeFile(file, `${ending.text}\n`);
    return { text: ending.text, exitCode: ending.exitCode, job: restoreReport(ending) };
  },
});
