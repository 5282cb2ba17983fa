import path from 'node:path';
import { ExpectedError } from '../core/expected-error.ts';
import { auditCommand } from '../reports/audit/command.ts';
import type { InternalWay } from '../reports/audit/internal.ts';
import { CONTENT, defineCommand, type Environment } from './frame/command.ts';
import { auditReport } from './github/audit-report.ts';
import { isOffered } from './offered.ts';

export const audit = defineCommand({
  examples: ['2026-10', '--due'],
  words: 1,
  options: { due: { type: 'boolean', says: 'option.dueAudit' }, content: CONTENT },
  settings: [
    'DATABASE_URL',
    'DATABASE_ROLE',
    'TPC_API_URL',
    'TERANG_AUDIT_KEY',
    'TERANG_INTERNAL',
    'TERANG_AGE_RECIPIENT',
  ],
  failed: { heading: 'Audit', says: 'failed.audit' },
  async run({ due, content, words }, { env, now, step, t }) {
    // An audit is a report on the ledger.
    const missing = (['reports', 'transparency'] as const).find((section) => !isOffered(content, section));
    if (due && missing !== undefined)
      return { text: t('site.notOffered', { section: missing }), exitCode: 0 };
    const [month, other] = due ? ['due', ...words] : words;
    if (month === undefined || other !== undefined) throw new ExpectedError(t('audit.which'));
    const ending = await auditCommand({
      contentRoot: content,
      month,
      now: now(),
      databaseUrl: env.DATABASE_URL,
      databaseRole: env.DATABASE_ROLE,
      apiUrl: env.TPC_API_URL,
      key: env.TERANG_AUDIT_KEY,
      acceptances: env.TERANG_INTERNAL ? path.join(env.TERANG_INTERNAL, 'tpc', 'audit.yaml') : undefined,
      internal: internalWay(env),
      onStep: step,
    });
    return { text: ending.text, exitCode: ending.exitCode, job: auditReport(ending) };
  },
});

/** On a machine of GitHub's every file that leaves it is public: there nothing internal is written unencrypted. */
function internalWay({ TERANG_AGE_RECIPIENT: recipient, GITHUB_ACTIONS }: Environment): InternalWay {
  const folder = '.terang/internal';
  if (recipient) return { kind: 'encrypted', folder, recipient };
  return GITHUB_ACTIONS === 'true' ? { kind: 'nowhere' } : { kind: 'files', folder };
}
