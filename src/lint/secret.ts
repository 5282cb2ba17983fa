import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { placesIn } from './place.ts';
import type { Rule } from './rule.ts';

/** Told once for all notes. */
const CONFIG = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };

/** Passwords, tokens and keys of services, anywhere in the file, as secretlint knows them. */
export const secret: Rule = {
  id: 'secret',
  find: async ({ file, text }) => {
    if (text === '') return [];
    const { messages } = await lintSource({
      source: { filePath: file, content: text, ext: '.md', contentType: 'text' },
      options: { config: CONFIG, maskSecrets: true, noPhysicFilePath: true },
    });
    const at = placesIn(text);
    return messages.map(({ range, ruleId }) => ({
      ...at(range[0]),
      // Never its words: what is said here is shown on the pages of the run.
      reason: `this looks like a secret (${ruleId.replace(/^.*secretlint-rule-/, '')})`,
      instead: 'Take it out, and replace the secret itself: what was once committed is known.',
    }));
  },
};
