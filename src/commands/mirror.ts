import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { httpLog } from '../log/http-log.ts';
import { LogError } from '../log/refusal.ts';
import { mirror } from '../outside/mirror.ts';
import { createMirror } from '../site/server/mirror.ts';
import { isThere } from '../store/disk.ts';
import { CONTENT, type Context, defineCommand, type Ending } from './frame/command.ts';
import { listenAt } from './listen.ts';
import { logOf } from './log-address.ts';
import { compareMirrors } from './mirrors.ts';
import { portSetting } from './port.ts';

/**
 * Brings a copy of a log up to date. Ends with 0 when the copy is what was signed; with 1 when the history was rewritten or
 * went back; with 2 when nothing can be said. A copy changes with 0 alone. `serve` serves one until it is ended; `compare`
 * is for the operator of a site: it asks the mirrors that content names.
 */
export const mirrorCommand = defineCommand({
  examples: ['https://transparency.example /srv/www/log', 'serve /srv/www/log', 'compare'],
  words: 2,
  options: { content: CONTENT },
  settings: ['PORT', 'HOST'],
  async run({ words: [site, folder], content }, context) {
    const { t } = context;
    if (site === 'compare' && folder === undefined) return compareMirrors(content, context);
    if (site === 'serve' && folder !== undefined) return serveMirror(folder, context);
    if (site === undefined || folder === undefined) throw new ExpectedError(t('mirror.which'));
    try {
      const { course, size, before, rootBefore, mended, ...said } = await mirror(
        httpLog(logOf(site, t)),
        folder,
      );
      const counts = { size: String(size), before: String(before) };
      const values = { ...said, ...counts, rootBefore: rootBefore ?? '', folder };
      const put = mended.length > 0 ? [t('mirror.mended', { folder, files: mended.join(', ') })] : [];
      return {
        text: [t(`mirror.${course}`, values), ...put].join('\n'),
        exitCode: course === 'fork' || course === 'rollback' ? 1 : 0,
      };
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      return { text: t('mirror.untold', { reason: error.message }), exitCode: 2 };
    }
  },
});

async function serveMirror(folder: string, context: Context): Promise<Ending> {
  const { t } = context;
  if (!isThere(path.join(folder, 'checkpoint'))) throw new ExpectedError(t('mirror.noCopy', { folder }));
  const address = await listenAt(portSetting(context), await createMirror(folder), context);
  return { text: t('mirror.serving', { folder, address: `${address}/` }), exitCode: 0 };
}
