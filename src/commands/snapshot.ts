import { ExpectedError } from '../core/expected-error.ts';
import { snapshotCommand } from '../snapshot/command.ts';
import { withPostgres } from '../snapshot/tpc/postgres.ts';
import { CONTENT, defineCommand } from './frame/command.ts';
import { snapshotReport } from './github/snapshot-report.ts';

export const snapshot = defineCommand({
  options: {
    system: { type: 'string', says: 'option.system', like: 'tpc', default: 'tpc' },
    content: CONTENT,
  },
  settings: ['DATABASE_URL', 'DATABASE_ROLE'],
  failed: { heading: 'Snapshot', says: 'failed.snapshot' },
  async run({ system, content }, { env, now, step, t }) {
    if (system !== 'tpc') throw new ExpectedError(t('snapshot.noSource', { system }));
    const url = env.DATABASE_URL ?? '';
    if (url === '') throw new ExpectedError(t('snapshot.noDatabase'));
    const { report, ...ending } = await snapshotCommand({
      contentRoot: content,
      systemId: system,
      open: (work) => withPostgres({ url, role: env.DATABASE_ROLE }, work),
      now,
      onStep: step,
    });
    return { ...ending, job: snapshotReport(system, report) };
  },
});
