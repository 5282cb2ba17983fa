import { ExpectedError } from '../core/expected-error.ts';
import { httpLog } from '../log/http-log.ts';
import { LogError } from '../log/refusal.ts';
import { mirror } from '../outside/mirror.ts';
import { defineCommand } from './frame/command.ts';
import { logOf } from './log-address.ts';

/**
 * Brings a copy of a log up to date. Ends with 0 when the copy is what was signed; with 1 when the history was rewritten or
 * went back; with 2 when nothing can be said. A copy changes with 0 alone.
 */
export const mirrorCommand = defineCommand({
  examples: ['https://transparency.example /srv/www/log'],
  words: 2,
  options: {},
  async run({ words: [site, folder] }, { t }) {
    if (site === undefined || folder === undefined) throw new ExpectedError(t('mirror.which'));
    try {
      const { course, size, before, rootBefore, ...said } = await mirror(httpLog(logOf(site, t)), folder);
      const counts = { size: String(size), before: String(before) };
      const values = { ...said, ...counts, rootBefore: rootBefore ?? '', folder };
      return {
        text: t(`mirror.${course}`, values),
        exitCode: course === 'fork' || course === 'rollback' ? 1 : 0,
      };
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      return { text: t('mirror.untold', { reason: error.message }), exitCode: 2 };
    }
  },
});
