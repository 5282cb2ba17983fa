import { defineCommand } from './frame/command.ts';
import { listen } from './listen.ts';
import { portSetting } from './port.ts';

export const serve = defineCommand({
  options: { dist: { type: 'string', says: 'option.dist', like: 'dist', default: 'dist' } },
  settings: ['PORT', 'HOST', 'BASE_PATH'],
  async run({ dist }, context) {
    const { env, t } = context;
    const address = await listen({ dist, base: env.BASE_PATH ?? '/', port: portSetting(context) }, context);
    return { text: t('serve.at', { address }), exitCode: 0 };
  },
});
