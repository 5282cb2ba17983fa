import { REASONS } from '../../verifier/outcome.ts';
import { STATEMENTS } from '../../verifier/statement.ts';

/** What verifiers state, right, wrong or not known: the English words are the verifier's own, which it bears alone. */
export const statements = {
  ...prefixed('statement', STATEMENTS),
  ...prefixed('reason', REASONS),
  'statement.rebuild': 'the site is, byte for byte, what the commit that it states makes',
  'reason.no-statement': 'the site does not say what it was built from',
  'reason.no-repository': 'it was not built in a git repository, so nobody else can make it anew',
  'reason.not-committed':
    'its content stands in no commit, as that of a demo, so nobody else can make it anew',
  'reason.changed': 'it was built from files that were not committed, so nobody else can make it anew',
  'reason.moved-on': 'the site was published anew each time that its files were read',
  'reason.no-commit': 'the repository does not have the commit that it states',
  'reason.install-failed': 'the packages that its lock file names could not be installed',
  'reason.build-failed': 'the build of that commit fails here',
  'reason.other-node': 'it differs, and was built with another version of Node than here',
  'reason.unread': 'some files can not be read',
  'rebuild.other': '{{file}}: other bytes',
  'rebuild.missing': '{{file}}: missing on the site',
  'rebuild.added': '{{file}}: the commit makes no such file',
  'rebuild.where': 'Only a site, or the folder of one, can be made anew: an address or a folder.',
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
