import { DATASET_NAMES } from '../ledger/dataset.ts';
import type { DatasetState } from '../ledger/manifest.ts';
import { summary } from './judgement.ts';
import type { RunReport } from './run.ts';

/** What the operator reads after a run: one line a dataset, then what was refused or flagged, and why. */
export function formatReport(report: RunReport): string {
  const { manifest, failures, judgement, places, entries, doubts, unfounded } = report;
  const lines = [...formLines(places), ...doubts];
  for (const name of DATASET_NAMES) {
    const state = manifest?.datasets[name];
    if (state === undefined || (state.state === 'absent' && !failures.has(name))) continue;
    const rows = `${state.rows} rows`;
    if (state.state === 'current') lines.push(`${name}: ${rows}${besides(state.caveats)}`);
    else
      lines.push(
        `${name}: ${state.state.toUpperCase()} (${state.reason ?? 'not published any more: see system.yaml'}), ${state.observed_at === null ? 'never read' : `${rows} of ${state.observed_at} stand`}`,
      );
  }
  if (manifest !== null) lines.push(`published record: ${entries} new entries`);
  for (const { dataset, guard, complaints } of judgement.raised) {
    lines.push(
      `published with a flag, ${dataset}, ${guard}:\n  ${summary(complaints.map(({ detail }) => detail))}`,
    );
  }
  for (const [dataset, flags] of judgement.notEvaluated) {
    lines.push(
      `not evaluated, ${dataset}: ${flags.join(', ')} (what they look at, or compare with, was not there, not read or not whole)`,
    );
  }
  for (const { dataset, row, seen } of unfounded)
    lines.push(
      seen === undefined
        ? `system.yaml, transparency.removals: no row ${row} of ${dataset} was ever published. Give the id that its page or CSV has.`
        : `system.yaml, transparency.alterations: no change of the row ${row} of ${dataset} was seen at ${seen}. Give id and time as the published record has them.`,
    );
  // One cause often fails several datasets: it is told once.
  const causes = Map.groupBy(failures, ([, error]) => error.message);
  for (const [message, failed] of causes)
    lines.push(`FAILED ${failed.map(([name]) => name).join(', ')}: ${message}`);
  if (manifest === null) lines.push('Nothing was ever published here, and nothing was written.');
  return lines.join('\n');
}

/** ` (beside them: lines-without-batch 3, 16.000000)` */
function besides(caveats: DatasetState['caveats']): string {
  if (caveats.length === 0) return '';
  const told = caveats.map(({ caveat, count, amount }) =>
    [`${caveat} ${count}`, amount ?? []].flat().join(', '),
  );
  return ` (beside them: ${told.join('; ')})`;
}

/** The form the source was found to have; where it is not all the runbook's, the place of each dataset too. */
function formLines(places: RunReport['places']): string[] {
  const forms = new Set(places.map(({ form }) => form));
  if (forms.size === 0) return [];
  const [only] = forms;
  const whole = forms.size === 1 ? `form of the source: ${only}` : 'form of the source: mixed';
  if (forms.size === 1 && only === 'runbook') return [whole];
  return [whole, ...places.map(({ dataset, form, place }) => `  ${dataset}: ${form}, ${place}`)];
}
