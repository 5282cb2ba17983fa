import './last-words.ts';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditReport } from '../src/commands/github/audit-report.ts';
import { showOnGitHub } from '../src/commands/github/job.ts';
import { auditCommand } from '../src/reports/audit/command.ts';
import type { InternalWay } from '../src/reports/audit/internal.ts';
import { ending } from './ending.ts';
import { showSteps } from './steps.ts';

// npm run audit -- <yyyy-mm> | --due     (--due: unless it was audited)     [--content content]
// The month is the one that was over last. A further run is a further entry: what was published stays.
// DATABASE_URL, DATABASE_ROLE  as of the snapshot; every role may read the catalog
// TPC_API_URL                  the public API up to and including /public/v1
// TERANG_AUDIT_KEY             a secret that makes findings in the database comparable without telling them
// TERANG_INTERNAL              the team's folder: tpc/audit.yaml in it names the findings that may stand, and why
// TERANG_AGE_RECIPIENT         the team's key: the whole of the findings is written encrypted to it
await ending(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      due: { type: 'boolean', default: false },
      content: { type: 'string', default: process.env.TERANG_CONTENT ?? 'content' },
    },
  });
  const now = new Date().toISOString();
  const [month, ...others] = values.due ? ['due', ...positionals] : positionals;
  if (month === undefined || others.length > 0)
    throw new Error('Say one month: npm run audit -- 2026-10, or --due alone.');
  const steps = showSteps();
  const { env } = process;
  const answer = await auditCommand({
    contentRoot: values.content,
    month,
    now,
    databaseUrl: env.DATABASE_URL,
    databaseRole: env.DATABASE_ROLE,
    apiUrl: env.TPC_API_URL,
    key: env.TERANG_AUDIT_KEY,
    acceptances: acceptancesIn(env.TERANG_INTERNAL),
    internal: internalWay(env.TERANG_AGE_RECIPIENT, env.GITHUB_ACTIONS === 'true'),
    onStep: steps.step,
  });
  steps.done();
  console.log(answer.text);
  await showOnGitHub(auditReport(answer));
  process.exitCode = answer.exitCode;
});

function acceptancesIn(folder: string | undefined): string | undefined {
  return folder === undefined || folder === '' ? undefined : path.join(folder, 'tpc', 'audit.yaml');
}

/** On a machine of GitHub's every file that leaves it is public: there nothing internal is written unencrypted. */
function internalWay(recipient: string | undefined, isPublic: boolean): InternalWay {
  const folder = '.terang/internal';
  if (recipient !== undefined && recipient !== '') return { kind: 'encrypted', folder, recipient };
  return isPublic ? { kind: 'nowhere' } : { kind: 'files', folder };
}
