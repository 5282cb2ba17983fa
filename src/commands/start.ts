import { buildSite } from '../demo/build.ts';
import { makeDemoContent } from '../demo/site.ts';
import { defineCommand } from './frame/command.ts';
import { listen } from './listen.ts';
import { freePort, portSetting } from './port.ts';

export const start = defineCommand({
  options: { 'build-only': { type: 'boolean', says: 'option.buildOnly' } },
  settings: ['PORT', 'HOST'],
  async run(given, context) {
    const { now, step, t } = context;
    const scratch = '.terang/demo/content';
    // Before the build: the pages name the address they stand at.
    const port = await freePort(portSetting(context));
    await makeDemoContent({ from: 'content', to: scratch, now: new Date(now()), onStep: step });
    step('Building the pages');
    await buildSite({ contentRoot: scratch, outDir: 'dist', siteUrl: `http://localhost:${port}` });
    if (given['build-only']) return { text: t('start.built'), exitCode: 0 };
    const address = await listen({ dist: 'dist', base: '/', port }, context);
    return { text: t('start.at', { address }), exitCode: 0 };
  },
});
