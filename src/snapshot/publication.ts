import { addDuration, type IsoInstant } from '../core/instant.ts';
import { DATASET_NAMES, type DatasetName } from '../ledger/dataset.ts';
import { ABSENT, type DatasetState, type Manifest } from '../ledger/manifest.ts';
import type { Observation } from '../ledger/observation.ts';
import { hasChange, type PublishedRecord } from '../ledger/record.ts';
import { datasetSeries, RECORD, WORDS } from '../ledger/snapshot-folder.ts';
import { statedOf } from '../ledger/statement.ts';
import { allAnew, append, type ContentLines, publish } from '../store/publish.ts';
import { hashDeclaration, type PublishingSystem } from '../systems/system.ts';
import { type Content, mappingOf } from './content.ts';
import { type Judgement, toFinding } from './judgement.ts';
import { type Failures, type Pass, rowsRead } from './reading.ts';

/** What a run decided to publish. */
export interface Outcome {
  readonly system: PublishingSystem;
  readonly now: IsoInstant;
  readonly source: Manifest['source'];
  readonly failures: Failures;
  readonly good: readonly DatasetName[];
  readonly judgement: Judgement;
  readonly observations: readonly Observation[];
  /** The published record, with this run's observations. */
  readonly record: PublishedRecord;
}

/** Makes what a run decided the content. */
export async function publishOutcome(content: Content, pass: Pass, outcome: Outcome): Promise<Manifest> {
  const { system, now, good } = outcome;
  const { published } = content;
  const validUntil = addDuration(now, system.transparency.valid_for);
  const written: ContentLines[] = [];
  const states: Partial<Record<DatasetName, DatasetState>> = {};
  for (const name of DATASET_NAMES) {
    const was = content.manifest?.datasets[name] ?? ABSENT;
    if (!good.includes(name)) {
      const reason = outcome.failures.get(name)?.failure ?? null;
      states[name] = { ...was, reason, state: was.state === 'absent' ? 'absent' : 'stale' };
      continue;
    }
    const rows = allAnew(datasetSeries(name), rowsRead(pass.readings, name) ?? [], now);
    written.push(...rows.written);
    const alterations = statedOf(system.transparency.alterations, name).filter(({ row, seen }) =>
      hasChange(outcome.record.get(name)?.get(row), seen),
    );
    states[name] = {
      state: 'current',
      reason: null,
      observed_at: now,
      valid_until: validUntil,
      unit: system.transparency.datasets[name]?.unit ?? null,
      row_security: pass.readings[name]?.rowSecurity ?? null,
      rows: rows.files.reduce((sum, file) => sum + file.rows, 0),
      files: [...rows.files],
      findings: outcome.judgement.raised.filter(({ dataset }) => dataset === name).map(toFinding),
      not_evaluated: [...(outcome.judgement.notEvaluated.get(name) ?? [])],
      caveats: [...(pass.readings[name]?.caveats ?? [])],
      reading: readingOf(content, pass, name, now),
      removals: statedOf(system.transparency.removals, name).filter(
        ({ row }) => outcome.record.get(name)?.get(row)?.gone != null,
      ),
      ...(alterations.length === 0 ? {} : { alterations }),
    };
  }
  // Verdicts are those of the declaration that is published beside the data.
  const { sessions, complete } = hashDeclaration(system);
  const declared = { sessions: [...sessions], complete };
  const entries = outcome.observations.flatMap((observation) => observation.entries);
  const record = append(published, RECORD, entries, now);
  const sealed = outcome.observations.flatMap(({ words }) => words);
  const words = append(published, WORDS, sealed, now);
  const last = good.length === 0 ? content.manifest : null;
  const manifest: Manifest = {
    format: 'terang/manifest/1',
    system: system.id,
    source: outcome.source,
    hash: last?.hash ?? declared,
    observed_at: last?.observed_at ?? now,
    valid_until: last?.valid_until ?? validUntil,
    datasets: states as Manifest['datasets'],
    record: { entries: [...record.files], words: [...words.files] },
  };
  return publish(published, manifest, [...written, ...record.written, ...words.written], now);
}

/** Since when a dataset is read from its place: a run that finds it where it was leaves that as it stands. */
function readingOf(content: Content, { readings }: Pass, name: DatasetName, now: IsoInstant) {
  const mapping = readings[name]?.mapping;
  const was = content.manifest?.datasets[name] ?? ABSENT;
  if (mapping === undefined) return was.reading;
  if (was.reading?.mapping === mapping) return was.reading;
  const before = mappingOf(content, name);
  return {
    mapping,
    since: before === mapping ? (was.observed_at ?? now) : now,
    before: before === mapping ? null : before,
  };
}
