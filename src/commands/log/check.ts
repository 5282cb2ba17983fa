import { ExpectedError } from '../../core/expected-error.ts';
import { foldFaults } from '../../fold/faults.ts';
import { foldSentence } from '../../words/fold-sentence.ts';
import { CONTENT, defineCommand } from '../frame/command.ts';

/** Names everything in which content is not the fold of its log. */
export const checkCommand = defineCommand({
  options: { content: CONTENT },
  async run({ content }, { t, now }) {
    const faults = foldFaults(content, now());
    if (faults.length > 0) throw new ExpectedError(faults.map((fault) => foldSentence(t, fault)));
    return { text: t('log.holds'), exitCode: 0 };
  },
});
