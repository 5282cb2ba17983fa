import { checkCommand } from '../status/run/command.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { checkReport } from './github/check-report.ts';

export const check = defineCommand({
  options: { system: { type: 'string', says: 'option.systemAsked', like: 'tpc' }, content: CONTENT },
  settings: ['TERANG_CANARIES', 'env:NAME'],
  failed: { heading: 'Checks', says: 'failed.check' },
  async run({ system, content }, { env, now, step }) {
    const ending = await checkCommand({
      contentRoot: content,
      systemId: system,
      settings: env,
      now,
      onStep: step,
    });
    return { text: ending.text, exitCode: ending.exitCode, job: checkReport(ending) };
  },
});
