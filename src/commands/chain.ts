import path from 'node:path';
import { ANCHOR_DOUBTS } from '../chain/anchor.ts';
import { formatRootMemo } from '../chain/root-memo.ts';
import { chainCommand } from '../chain/run/command.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { textAt } from '../store/disk.ts';
import { CONTENT, type Context, defineCommand, type Ending } from './frame/command.ts';

/**
 * Asks two providers of Solana what they say of the transactions that batches state, of the treasury's memos and of the
 * wallets' balances. `memo <checkpoint>` prints what an operator may put on chain of the log, and asks nobody.
 */
export const chain = defineCommand({
  examples: ['', 'memo dist/client/log/checkpoint'],
  words: 2,
  options: {
    system: { type: 'string', says: 'option.system', like: 'tpc', default: 'tpc' },
    content: CONTENT,
  },
  settings: ['env:NAME'],
  failed: { heading: 'Chain', says: 'failed.chain' },
  async run({ system, content, words: [task, file] }, context) {
    if (task === 'memo' && file !== undefined) return memoOf(file, context);
    if (task !== undefined) throw new ExpectedError(context.t('chain.which'));
    const { env: settings, now, step: onStep, t } = context;
    const { answers, ...more } = await chainCommand({
      contentRoot: content,
      systemId: system,
      settings,
      now,
      onStep,
    });
    if (answers === null) {
      const names = 'missing' in more ? more.missing.join(', ') : '';
      return { text: names === '' ? t('chain.noProviders') : t('chain.missing', { names }), exitCode: 0 };
    }
    const { sightings, unsettled, balances, asked } = answers;
    const counts = ANCHOR_DOUBTS.map((doubt) => ({
      doubt,
      count: unsettled.filter(({ reason }) => reason === doubt).length,
    })).filter(({ count }) => count > 0);
    const doubts = counts.map(({ doubt, count }) => `${doubt} ${count}`).join(', ');
    const text = t('chain.asked', {
      asked: String(asked),
      agreed: String(sightings.length),
      doubts: doubts === '' ? t('chain.noDoubt') : doubts,
      wallets: String(balances.filter(({ told }) => told.length > 0).length),
    });
    const silent = counts.some(({ doubt }) => doubt === 'no-answer' || doubt === 'other-network');
    return { text, exitCode: silent ? 1 : 0, job: { heading: 'Chain', text, notices: [] } };
  },
});

function memoOf(file: string, { t }: Context): Ending {
  const note = textAt(file);
  if (note === null) throw new ExpectedError(t('chain.noCheckpoint', { file: path.normalize(file) }));
  const [text = ''] = note.split('\n\n');
  return { text: formatRootMemo(parseCheckpoint(`${text}\n`)), exitCode: 0 };
}
