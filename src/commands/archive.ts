import { type ArchiveTask, archiveCommand } from '../archive/command.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { readSite } from '../systems/site-file.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { isOwnWords } from './frame/own-words.ts';
import { archiveReport } from './github/archive-report.ts';
import { isOffered } from './offered.ts';

export const archive = defineCommand({
  examples: ['2026-10', '--due', '--verify archive/2026-10', '--prune 2025-10 --yes-prune'],
  words: 1,
  options: {
    due: { type: 'boolean', says: 'option.dueArchives' },
    verify: { type: 'string', says: 'option.verify', like: 'https://…/archives/2026-10/' },
    prune: { type: 'string', says: 'option.prune', like: '2025-10' },
    'yes-prune': { type: 'boolean', says: 'option.yesPrune' },
    'drop-samples': { type: 'string', says: 'option.dropSamples', like: '2026-10' },
    content: CONTENT,
  },
  failed: { heading: 'Archive', says: 'failed.archive', isPublic: isOwnWords },
  async run({ due, verify, prune, 'yes-prune': confirmed, content, words, ...given }, { now, step, t }) {
    const drop = given['drop-samples'];
    const tasks: ArchiveTask[] = [
      ...words.map((month) => ({ task: 'make', month }) as const),
      ...(due ? [{ task: 'due' } as const] : []),
      ...(verify === undefined ? [] : [{ task: 'verify', where: verify } as const]),
      ...(prune === undefined ? [] : [{ task: 'prune', month: prune, confirmed } as const]),
      ...(drop === undefined ? [] : [{ task: 'drop-samples', month: drop } as const]),
    ];
    const [task, other] = tasks;
    if (task?.task === 'due' && !isOffered(content, 'archive'))
      return { text: t('site.notOffered', { section: 'archive' }), exitCode: 0 };
    if (task === undefined || other !== undefined) throw new ExpectedError(t('archive.which'));
    const ending = await archiveCommand(task, {
      contentRoot: content,
      site: () => readSite(content),
      now: now(),
      onStep: step,
    });
    return { ...ending, job: archiveReport(ending) };
  },
});
