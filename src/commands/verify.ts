import { ExpectedError } from '../core/expected-error.ts';
import { isThere, textAt } from '../store/disk.ts';
import { exitCodeOf, type Judged } from '../verifier/statement.ts';
import { verify as judgePlace } from '../verifier/verify.ts';
import { type Context, defineCommand } from './frame/command.ts';

/** What `/verify.mjs` does, in the language of whoever runs it. */
export const verify = defineCommand({
  examples: ['https://status.example/', 'dist/client --policy policy', 'proof.json --json'],
  words: 1,
  options: {
    policy: { type: 'string', says: 'option.policy', like: 'policy' },
    site: { type: 'string', says: 'option.historyAt', like: 'https://status.example/' },
    json: { type: 'boolean', says: 'option.json' },
  },
  async run({ policy, site, json, words: [place] }, { t }) {
    if (place === undefined) throw new ExpectedError(t('judged.which'));
    if (place !== '-' && !/^https?:/.test(place) && !isThere(place))
      throw new ExpectedError(t('judged.noPlace', { place }));
    const brought = policy === undefined ? null : textAt(policy);
    if (policy !== undefined && brought === null)
      throw new ExpectedError(t('judged.policyMissing', { file: policy }));
    const judged = await judgePlace(place, brought, site ?? null);
    const text = json ? JSON.stringify(judged, null, 1) : judged.map((one) => sentence(t, one)).join('\n');
    return { text, exitCode: exitCodeOf(judged) };
  },
});

function sentence(t: Context['t'], { statement, verdict, counted, faults, because }: Judged): string {
  const why =
    because === null ? [] : [t(`reason.${because.reason}`), because.detail].filter((part) => part !== '');
  const behind = verdict === 'right' ? ` (${counted})` : why.map((part) => `: ${part}`).join('');
  const said = `${t(`judged.${verdict}`)}: ${t(`statement.${statement}`)}${behind}`;
  return [said, ...faults.map((fault) => `  ${fault}`)].join('\n');
}
