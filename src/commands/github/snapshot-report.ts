import { DATASET_NAMES } from '../../ledger/dataset.ts';
import type { RunReport } from '../../snapshot/run.ts';
import type { JobReport, Notice } from './job.ts';

const HEADING = 'Snapshot';

/** What is to be shown of a snapshot: datasets, numbers of rows, and the codes of failures and flags. */
export function snapshotReport(system: string, report: RunReport): JobReport {
  const { manifest, failures, judgement, entries } = report;
  const flags = judgement.raised;
  const rows = DATASET_NAMES.flatMap((name) => {
    const state = manifest?.datasets[name];
    const failure = failures.get(name)?.failure;
    if ((state === undefined || state.state === 'absent') && failure === undefined) return [];
    const flagged = flags.filter(({ dataset }) => dataset === name).map(({ guard }) => guard);
    const remarks = [...(failure === undefined ? [] : [failure]), ...flagged].join(', ');
    return [[name, state?.state ?? 'absent', String(state?.rows ?? 0), remarks]];
  });
  const failed = Map.groupBy(failures, ([, { failure }]) => failure);
  const notices: Notice[] = [
    ...[...failed].map(([failure, some]) => ({
      level: 'error' as const,
      title: `${system}: ${failure}`,
      text: `Kept as they were, and stale: ${some.map(([name]) => name).join(', ')}`,
    })),
    ...flags.map(({ dataset, guard, complaints }) => ({
      level: 'warning' as const,
      title: `${system}: ${guard}`,
      text: `${dataset} was published with this flag (${complaints.length})`,
    })),
  ];
  return {
    heading: `${HEADING}: ${system}`,
    text: manifest === null ? 'Nothing was ever published here.' : `${entries} new entries in the record`,
    table: { head: ['dataset', 'state', 'rows', 'remarks'], rows },
    notices,
  };
}
