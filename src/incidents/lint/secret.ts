import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { placesIn } from './place.ts';
import type { Breach, Rule } from './rule.ts';

/** Told once for all notes. */
const CONFIG = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };

/** What has been given away, without its words: what is said here is shown on the pages of the run. */
const INSTEAD = 'Take it out, and replace the secret itself: what was once committed is known.';

/** Keys that secretlint takes for a secret only in the company of others, or not at all. */
const KEYS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['jwt', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/gu],
  ['supabase', /\bsb_secret_[\w-]{8,}/gu],
  ['openai', /\bsk-(?:[a-z]+-)*[\w-]{16,}/gu],
  ['aws', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/gu],
  ['aws', /(?<![\w/+=])(?=[\w/+]*[a-z])(?=[\w/+]*[A-Z])(?=[\w/+]*\d)(?=[\w/+]*[/+])[\w/+]{40}(?![\w/+=])/gu],
  ['basicauth', /\b[a-z][a-z0-9+.-]*:\/\/(?<value>[^\s/?#@]*:[^\s/?#@]+)@/giu],
  // A value that is no word: with a digit, with another sign, or between quotation marks.
  [
    'password',
    /\b(?:passwords?|passwd|passphrases?|kata\s+sandi(?:nya)?|sandi(?:nya)?|PIN|OTP|(?:api|secret|access)[ _-]?keys?)\b["'`*]*\s*(?::|=|\b(?:is|was|are|adalah|ialah|yaitu|yakni)\b)[\s*]*(?:["'`“‘](?<quoted>[^\s"'`”’]{4,})|(?=[^\s,;]*[\d!@#$%^&*?+=~])(?!\d{1,2}[.:]\d{2}\b)(?!\d{4}-\d{2}-)(?=[^\s,;]*[^\s\d,;.!?][^\s,;]*[\d!@#$%^&*+=~]|\d|[!@#$%^&*?+=~])(?<value>[^\s,;]{4,}))/giu,
  ],
  ['password', /\b(?:PIN|OTP|password|kata\s+sandi|sandi)\s+(?<value>\d{4,8})\b(?![.:-]\d)/giu],
];

/** Passwords, tokens and keys of services, anywhere in the file, as secretlint knows them and some more. */
export const secret: Rule = {
  id: 'secret',
  find: async ({ file, text }) => {
    if (text === '') return [];
    const { messages } = await lintSource({
      source: { filePath: file, content: text, ext: '.md', contentType: 'text' },
      options: { config: CONFIG, maskSecrets: true, noPhysicFilePath: true },
    });
    const at = placesIn(text);
    const breach = (from: number, hides: string, kind: string): Breach => ({
      ...at(from),
      reason: `this looks like a secret (${kind})`,
      instead: INSTEAD,
      hides,
    });
    const known = messages.map(({ range: [from, to], ruleId }) =>
      breach(from, text.slice(from, to), ruleId.replace(/^.*secretlint-rule-/, '')),
    );
    const lines = new Set(known.map(({ line }) => line));
    const further = KEYS.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map(({ index, 0: found, groups }) =>
        breach(index, groups?.value ?? groups?.quoted ?? found, kind),
      ),
    );
    return [...known, ...further.filter(({ line }) => !lines.has(line))];
  },
};
