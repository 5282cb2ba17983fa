import { sha256Hex } from '../../core/canonical.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import type { FlagName } from '../../ledger/finding.ts';
import { flagsAsked } from '../../ledger/flags-asked.ts';
import { knownState } from '../../ledger/publication.ts';
import type { ReportInputs } from '../inputs.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';
import { notVouching } from './published-then.ts';

/**
 * Whether the snapshot that vouched at the time of the report raised one of these flags on a dataset. Over no row
 * nothing can be raised: that is not known, unless the system says that the dataset may be empty.
 */
export function datasetWithout(
  dataset: DatasetName,
  without: readonly FlagName[],
  { system, publication, at }: ReportInputs,
): ItemAnswer {
  const state = knownState(publication, dataset);
  const silent = notVouching(publication, [dataset], at);
  if (state === undefined) return notKnown(silent ?? 'never-published');
  const mayBeEmpty = system.transparency?.datasets[dataset]?.may_be_empty === true;
  const { subjects, mostGone, gap } = flagsAsked(state, without, mayBeEmpty);
  const evidence = {
    'observed-at': state.observed_at,
    rows: String(state.rows),
    'files-sha256': sha256Hex(state.files.map(({ sha256 }) => sha256).join('\n')),
    findings: String(subjects.length),
  };
  if (silent !== null) return notKnown(silent, evidence);
  if (subjects.length > 0 || mostGone) return failed('flagged', evidence, subjects);
  if (gap === null) return passed(evidence);
  return notKnown(gap === 'no-rows' ? 'nothing-there' : 'not-evaluated', evidence);
}
