import type { en } from './en.ts';
import { archive } from './id/archive.ts';
import { audit } from './id/audit.ts';
import { author } from './id/author.ts';
import { batch } from './id/batch.ts';
import { builds } from './id/builds.ts';
import { columns } from './id/columns.ts';
import { commands } from './id/commands.ts';
import { communication } from './id/communication.ts';
import { doctor } from './id/doctor.ts';
import { expectations } from './id/expectations.ts';
import { fileProblem } from './id/file-problem.ts';
import { findings } from './id/findings.ts';
import { fold } from './id/fold.ts';
import { inLog } from './id/in-log.ts';
import { incidents } from './id/incidents.ts';
import { late } from './id/late.ts';
import { lintRun } from './id/lint-run.ts';
import { lists } from './id/lists.ts';
import { logFaults } from './id/log-faults.ts';
import { logPage } from './id/log-page.ts';
import { maintenance } from './id/maintenance.ts';
import { noteFile } from './id/note-file.ts';
import { noteRules } from './id/note-rules.ts';
import { og } from './id/og.ts';
import { paid } from './id/paid.ts';
import { proof } from './id/proof.ts';
import { reasons } from './id/reasons.ts';
import { reportCheck } from './id/report-check.ts';
import { reportCodes } from './id/report-codes.ts';
import { reports } from './id/reports.ts';
import { shell } from './id/shell.ts';
import { statements } from './id/statements.ts';
import { status } from './id/status.ts';
import { system } from './id/system.ts';
import { transparency } from './id/transparency.ts';
import { verify } from './id/verify.ts';
import type { Translation } from './message.ts';

/** Indonesian. A key that is missing, or one too many, does not compile. */
export const id = {
  ...shell,
  ...proof,
  ...transparency,
  ...batch,
  ...lists,
  ...verify,
  ...statements,
  ...inLog,
  ...paid,
  ...columns,
  ...status,
  ...system,
  ...reasons,
  ...og,
  ...fileProblem,
  ...doctor,
  ...expectations,
  ...findings,
  ...noteFile,
  ...noteRules,
  ...lintRun,
  ...fold,
  ...late,
  ...incidents,
  ...maintenance,
  ...communication,
  ...archive,
  ...logFaults,
  ...logPage,
  ...builds,
  ...audit,
  ...reportCheck,
  ...reportCodes,
  ...reports,
  ...author,
  ...commands,
} as const satisfies Translation<typeof en>;
