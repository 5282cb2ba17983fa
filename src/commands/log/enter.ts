import { enterContent } from '../../fold/enter.ts';
import { assertClockOf } from '../../store/clock.ts';
import { CONTENT, defineCommand } from '../frame/command.ts';

/** Enters what stands in content and is not in the log yet: of a killed run, or of a version without a log. */
export const enterCommand = defineCommand({
  options: { content: CONTENT },
  async run({ content }, { t, now }) {
    await assertClockOf(content, now());
    const count = await enterContent(content, now());
    return { text: count === 0 ? t('log.nothingEntered') : t('log.entered', { count }), exitCode: 0 };
  },
});
