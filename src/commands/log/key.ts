import { ExpectedError } from '../../core/expected-error.ts';
import { formatSkey, formatVkey, generateKey, isKeyName } from '../../log/key.ts';
import { defineCommand } from '../frame/command.ts';

/** Makes a pair of keys for a log: what is secret goes into TERANG_LOG_KEY and nowhere else, what is public into the policy. */
export const keyCommand = defineCommand({
  examples: ['transparency.example/log'],
  words: 1,
  options: {},
  async run({ words: [origin] }, { t }) {
    if (origin === undefined) throw new ExpectedError(t('log.keyOfWhat'));
    if (!isKeyName(origin)) throw new ExpectedError(t('log.noOrigin', { origin }));
    const key = await generateKey(origin, 'note');
    return { text: t('log.key', { secret: formatSkey(key), line: `log ${formatVkey(key)}` }), exitCode: 0 };
  },
});
