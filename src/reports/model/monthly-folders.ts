import type { MonthFiles } from '../../store/month-files.ts';
import type { MonthFolders } from '../../store/month-folders.ts';
import { CHECKSUMS, PRUNED } from './archive.ts';
import { type MonthAudits, monthAuditsSchema } from './month-audits.ts';
import { type RestoreResult, restoreResultSchema } from './restore-test.ts';

/** `generated/audits`: the public part of every audit, a list that only grows; the first was written by itself. */
export const AUDITS: MonthFiles<MonthAudits> = {
  name: 'audits',
  value: monthAuditsSchema,
  kept: (json) => [json].flat(),
  entered: 'audit',
  isDemo: ([first]) => first.demo,
};

/** `generated/archive-tests`: how the restore test of each archive of our own ended last. */
export const RESTORE_TESTS: MonthFiles<RestoreResult> = {
  name: 'archive-tests',
  value: restoreResultSchema,
  kept: { because: 'a test that is made again stands in the place of the one before' },
  entered: 'restore-test',
  isDemo: ({ demo }) => demo,
};

/** `generated/archive`: closed months, each bound by its list of checksums; and what was removed from one since. */
export const ARCHIVES: MonthFolders = {
  name: 'archive',
  entered: [
    { kind: 'archive', file: CHECKSUMS },
    { kind: 'pruning', file: PRUNED },
  ],
};
