import { archive } from './en/archive.ts';
import { audit } from './en/audit.ts';
import { author } from './en/author.ts';
import { batch } from './en/batch.ts';
import { builds } from './en/builds.ts';
import { columns } from './en/columns.ts';
import { commands } from './en/commands.ts';
import { communication } from './en/communication.ts';
import { doctor } from './en/doctor.ts';
import { expectations } from './en/expectations.ts';
import { fileProblem } from './en/file-problem.ts';
import { findings } from './en/findings.ts';
import { fold } from './en/fold.ts';
import { inLog } from './en/in-log.ts';
import { incidents } from './en/incidents.ts';
import { late } from './en/late.ts';
import { lintRun } from './en/lint-run.ts';
import { lists } from './en/lists.ts';
import { logFaults } from './en/log-faults.ts';
import { logPage } from './en/log-page.ts';
import { maintenance } from './en/maintenance.ts';
import { noteFile } from './en/note-file.ts';
import { noteRules } from './en/note-rules.ts';
import { og } from './en/og.ts';
import { paid } from './en/paid.ts';
import { proof } from './en/proof.ts';
import { reasons } from './en/reasons.ts';
import { reportCheck } from './en/report-check.ts';
import { reportCodes } from './en/report-codes.ts';
import { reports } from './en/reports.ts';
import { shell } from './en/shell.ts';
import { statements } from './en/statements.ts';
import { status } from './en/status.ts';
import { system } from './en/system.ts';
import { transparency } from './en/transparency.ts';
import { verify } from './en/verify.ts';

/** English, which defines the keys and the placeholders of every other language. */
export const en = {
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
} as const;
