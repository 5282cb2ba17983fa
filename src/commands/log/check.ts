import { ExpectedError } from '../../core/expected-error.ts';
import { foldFaults } from '../../fold/faults.ts';
import { foldSentences } from '../../words/fold-sentence.ts';
import { CONTENT, defineCommand } from '../frame/command.ts';

/** Names in what content is not the fold of its log; with `--json` every single fault, as `fault`, `folder`, `what`. */
export const checkCommand = defineCommand({
  options: { content: CONTENT, json: { type: 'boolean', says: 'option.json' } },
  async run({ content, json }, { t, now }) {
    const faults = foldFaults(content, now());
    if (json) return { text: JSON.stringify(faults, null, 1), exitCode: faults.length > 0 ? 1 : 0 };
    if (faults.length > 0) throw new ExpectedError(foldSentences(t, faults));
    return { text: t('log.holds'), exitCode: 0 };
  },
});
