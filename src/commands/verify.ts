import { statSync } from 'node:fs';
import path from 'node:path';
import { listFolder } from '../build/file-list.ts';
import { makeAnew } from '../build/make-anew.ts';
import { type RebuildDoubt, rebuild } from '../build/rebuild.ts';
import { askAddress, askFolder } from '../build/served.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { turnOf } from '../site/server/ageing.ts';
import { isThere, textAt } from '../store/disk.ts';
import { type Reason, Wrong } from '../verifier/outcome.ts';
import { exitCodeOf, type Judged, type Statement } from '../verifier/statement.ts';
import { verify as judgePlace } from '../verifier/verify.ts';
import { type Context, defineCommand } from './frame/command.ts';

/** What a verifier says, or whoever made the site anew. */
type Said = Omit<Judged, 'statement' | 'because'> & {
  readonly statement: Statement | 'rebuild';
  readonly because: { readonly reason: Reason | RebuildDoubt; readonly detail: string } | null;
};

/** What `/verify.mjs` does, in the language of whoever runs it; and whether the site is what its commit makes. */
export const verify = defineCommand({
  examples: ['https://status.example/', 'dist/client --policy policy', 'proof.json --json'],
  words: 1,
  options: {
    policy: { type: 'string', says: 'option.policy', like: 'policy' },
    site: { type: 'string', says: 'option.historyAt', like: 'https://status.example/' },
    rebuild: { type: 'boolean', says: 'option.rebuild' },
    repository: {
      type: 'string',
      says: 'option.repository',
      like: 'https://git.example/site.git',
      default: '.',
    },
    json: { type: 'boolean', says: 'option.json' },
  },
  async run({ policy, site, json, rebuild: anew, repository, words: [place] }, { t, step }) {
    if (place === undefined) throw new ExpectedError(t('judged.which'));
    if (place !== '-' && !isAddress(place) && !isThere(place))
      throw new ExpectedError(t('judged.noPlace', { place }));
    if (anew && !isAddress(place) && (place === '-' || !statSync(place).isDirectory()))
      throw new ExpectedError(t('rebuild.where'));
    const brought = policy === undefined ? null : textAt(policy);
    if (policy !== undefined && brought === null)
      throw new ExpectedError(t('judged.policyMissing', { file: policy }));
    const refuse = (error: unknown): never => {
      // Of what was kept, that it can not be read at all.
      throw error instanceof Wrong ? new ExpectedError(t('tool.none', { what: error.message })) : error;
    };
    const judged: Said[] = [
      ...(await judgePlace(place, brought, site ?? null).catch(refuse)),
      ...(anew ? [await judgeRebuild(place, repository, { t, step })] : []),
    ];
    const text = json ? JSON.stringify(judged, null, 1) : judged.map((one) => sentence(t, one)).join('\n');
    return { text, exitCode: exitCodeOf(judged) };
  },
});

function isAddress(place: string): boolean {
  return /^https?:/.test(place);
}

async function judgeRebuild(
  place: string,
  repository: string,
  { t, step }: Pick<Context, 't' | 'step'>,
): Promise<Said> {
  const isSite = isAddress(place);
  // An address of whatever protocol, or one of git's own like `git@host:path`, is no folder of this machine.
  const from = isThere(repository) ? path.resolve(repository) : repository;
  const found = await rebuild({
    ask: isSite ? askAddress(place) : askFolder(place),
    present: isSite ? [] : (await listFolder(place)).files.map((file) => file.path),
    turnOf: isSite ? turnOf : () => null,
    make: (built, folder) => makeAnew(built, folder, { repository: from, onStep: step }),
    onStep: step,
  });
  const said = { statement: 'rebuild', counted: 0, faults: [], because: null } as const;
  switch (found.verdict) {
    case 'same':
      return { ...said, verdict: 'right', counted: found.counted };
    case 'differs': {
      const faults = found.differences.map(({ path: file, is }) => t(`rebuild.${is}`, { file }));
      return { ...said, verdict: 'wrong', counted: found.counted, faults };
    }
    case 'unknown':
      return { ...said, verdict: 'unknown', because: { reason: found.because, detail: found.detail } };
  }
}

function sentence(t: Context['t'], { statement, verdict, counted, faults, because }: Said): string {
  const why =
    because === null ? [] : [t(`reason.${because.reason}`), because.detail].filter((part) => part !== '');
  const behind = verdict === 'right' ? ` (${counted})` : why.map((part) => `: ${part}`).join('');
  const said = `${t(`judged.${verdict}`)}: ${t(`statement.${statement}`)}${behind}`;
  return [said, ...faults.map((fault) => `  ${fault}`)].join('\n');
}
