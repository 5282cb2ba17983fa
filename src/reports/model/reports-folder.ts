import { monthOf } from '../../core/instant.ts';
import { entryId } from '../../log/entry.ts';
import type { ContentFolder, Series } from '../../store/content-folder.ts';
import { type Report, reportSchema } from './report.ts';
import { type ReportManifest, reportManifestSchema } from './report-manifest.ts';
import { type SignOffLine, signOffLineSchema } from './sign-off.ts';

/** Reports by the month in which they were due: what was added later stands later, and each month grows by itself. */
export const REPORTS: Series<ReportManifest, Report> = {
  name: 'months',
  row: reportSchema,
  files: ({ reports }) => reports,
  stem: ({ due_at }) => `${monthOf(due_at)}-reports`,
  kept: { rule: 'every-line', within: 'file' },
  entered: {
    kinds: ['report'],
    of: ({ system, routine, due_at }) => ({ kind: 'report', id: entryId(system, routine, due_at) }),
    at: ({ ran_at }) => ran_at,
  },
};

/** Sign-offs of their manual items. */
export const SIGN_OFFS: Series<ReportManifest, SignOffLine> = {
  name: 'signed',
  row: signOffLineSchema,
  files: ({ signed }) => signed,
  stem: ({ due_at }) => `${monthOf(due_at)}-signed`,
  kept: { rule: 'every-line', within: 'file' },
  entered: {
    kinds: ['sign-off'],
    of: ({ system, routine, due_at, item }) => ({
      kind: 'sign-off',
      id: entryId(system, routine, due_at, item),
    }),
    at: ({ at }) => at,
  },
};

/** `generated/reports`: what routines came to. */
export const REPORTS_FOLDER: ContentFolder<ReportManifest> = {
  name: 'reports',
  manifest: reportManifestSchema,
  series: [REPORTS, SIGN_OFFS],
  isDemo: ({ demo }) => demo,
  manifestKept: (was, is, base) =>
    Object.entries(was.since)
      .filter(([routine, time]) => is.since[routine] !== time)
      .map(
        ([routine, time]) =>
          `${routine} was looked at since ${time} at ${base}, and now says ${is.since[routine] ?? 'nothing'}`,
      ),
};
