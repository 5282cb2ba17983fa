import { REASONS } from '../../verifier/outcome.ts';
import { STATEMENTS } from '../../verifier/statement.ts';

/** What verifiers state, right, wrong or not known: the English words are the verifier's own, which it bears alone. */
export const statements = {
  ...prefixed('statement', STATEMENTS),
  ...prefixed('reason', REASONS),
  'judged.right': 'right',
  'judged.wrong': 'WRONG',
  'judged.unknown': 'not known',
  'judged.policyMissing': 'There is no file {{file}}.',
  'judged.which': 'Say what to verify: npm run verify -- <address, folder or file>',
  'judged.noPlace': 'There is nothing at {{place}}.',
} as const;

function prefixed<Prefix extends string, const Texts extends Readonly<Record<string, string>>>(
  prefix: Prefix,
  texts: Texts,
) {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${prefix}.${name}`, text])) as {
    readonly [Name in keyof Texts & string as `${Prefix}.${Name}`]: Texts[Name];
  };
}
