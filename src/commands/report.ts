import { ExpectedError } from '../core/expected-error.ts';
import { reportDue } from '../reports/command.ts';
import { reportOne } from '../reports/one.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { reportsReport } from './github/reports-report.ts';

export const report = defineCommand({
  examples: ['tpc morning', 'tpc morning --at 2026-11-22T09:00:00Z', '--due'],
  words: 2,
  options: {
    due: { type: 'boolean', says: 'option.dueReports' },
    at: { type: 'string', says: 'option.atReport', like: '2026-11-22T09:00:00Z' },
    'encrypt-to': {
      type: 'string',
      says: 'option.encryptTo',
      like: 'age1…',
      setting: 'TERANG_AGE_RECIPIENT',
    },
    content: CONTENT,
  },
  settings: ['TERANG_INTERNAL', 'env:NAME'],
  failed: { heading: 'Reports', says: 'failed.report' },
  async run({ due, at, 'encrypt-to': encryptTo, content, words }, { env, now, step, t }) {
    if (words.length !== (due ? 0 : 2) || (due && at !== undefined))
      throw new ExpectedError(t('report.which'));
    const [systemId = '', routineId = ''] = words;
    const command = {
      contentRoot: content,
      internalFolder: env.TERANG_INTERNAL || undefined,
      scratch: '.terang',
      settings: env,
      now,
      encryptTo,
      publicMachine: env.GITHUB_ACTIONS === 'true',
      onStep: step,
    };
    const ending = due ? await reportDue(command) : await reportOne({ ...command, systemId, routineId, at });
    return { text: ending.text, exitCode: ending.exitCode, job: reportsReport(ending) };
  },
});
