import type { Json } from '../core/canonical.ts';
import { addDuration, type IsoInstant } from '../core/instant.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type DatasetShape } from '../ledger/dataset.ts';
import { ABSENT, type DatasetState, type Manifest } from '../ledger/manifest.ts';
import type { Observation } from '../ledger/observation.ts';
import type { PublishedRecord } from '../ledger/record.ts';
import { removalsOf } from '../ledger/removal.ts';
import { commitManifest, contentLines, writeOnce } from '../store/content-file.ts';
import { endFirstRun, markFirstRun } from '../store/first-run.ts';
import { append } from '../store/series.ts';
import type { ContentFile } from '../store/unaltered.ts';
import { hashDeclaration, type PublishingSystem } from '../systems/system.ts';
import { type Content, filesOf, mappingOf } from './content.ts';
import { type Judgement, toFinding } from './judgement.ts';
import { FOLDERS } from './layout.ts';
import { type Failures, type Pass, rowsRead } from './reading.ts';

/** What a run decided to publish. */
export interface Outcome {
  readonly folder: string;
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

/** Writes the files of a run and commits its manifest: see `content-file.ts` for what a kill leaves behind. */
export async function publish(content: Content, pass: Pass, outcome: Outcome): Promise<Manifest> {
  const { folder, system, now, good } = outcome;
  if (content.manifest === null) await markFirstRun(folder);
  const existing = new Set(
    content.manifest === null ? [] : filesOf(content.manifest).map((file) => file.path),
  );
  const validUntil = addDuration(now, system.transparency.valid_for);
  const states: Partial<Record<DatasetName, DatasetState>> = {};
  for (const name of DATASET_NAMES) {
    const was = content.manifest?.datasets[name] ?? ABSENT;
    if (!good.includes(name)) {
      const reason = outcome.failures.get(name)?.failure ?? null;
      states[name] = { ...was, reason, state: was.state === 'absent' ? 'absent' : 'stale' };
      continue;
    }
    const files = await writeDataset(
      folder,
      name,
      (rowsRead(pass.readings, name) ?? []) as readonly Json[],
      existing,
    );
    states[name] = {
      state: 'current',
      reason: null,
      observed_at: now,
      valid_until: validUntil,
      unit: system.transparency.datasets[name]?.unit ?? null,
      row_security: pass.readings[name]?.rowSecurity ?? null,
      rows: files.reduce((sum, file) => sum + file.rows, 0),
      files,
      findings: outcome.judgement.raised.filter(({ dataset }) => dataset === name).map(toFinding),
      not_evaluated: [...(outcome.judgement.notEvaluated.get(name) ?? [])],
      caveats: [...(pass.readings[name]?.caveats ?? [])],
      reading: readingOf(content, pass, name, now),
      removals: removalsOf(system.transparency.removals ?? [], name).filter(
        ({ row }) => outcome.record.get(name)?.get(row)?.gone != null,
      ),
    };
  }
  // Verdicts are those of the declaration that is published beside the data.
  const { sessions, complete } = hashDeclaration(system);
  const declared = { sessions: [...sessions], complete };
  const last = good.length === 0 ? content.manifest : null;
  const manifest: Manifest = {
    format: 'terang/manifest/1',
    system: system.id,
    source: outcome.source,
    hash: last?.hash ?? declared,
    observed_at: last?.observed_at ?? now,
    valid_until: last?.valid_until ?? validUntil,
    datasets: states as Manifest['datasets'],
    record: {
      entries: await append(
        { root: folder, name: 'record', files: content.manifest?.record.entries ?? [], lines: content.lines },
        outcome.observations.flatMap(({ entries }) => entries),
        now,
        existing,
      ),
      words: await append(
        { root: folder, name: 'words', files: content.manifest?.record.words ?? [], lines: content.lines },
        outcome.observations.flatMap(({ words }) => words) as Json[],
        now,
        existing,
      ),
    },
  };
  await commitManifest(folder, manifest as Json, {
    before: content.manifestText,
    folders: FOLDERS,
    named: new Set(filesOf(manifest).map((file) => file.path)),
  });
  await endFirstRun(folder);
  return manifest;
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

async function writeDataset(
  folder: string,
  name: DatasetName,
  rows: readonly Json[],
  existing: ReadonlySet<string>,
) {
  const shape = DATASETS[name] as unknown as DatasetShape<Json>;
  const months = Map.groupBy(rows, (row) => shape.month(row) ?? 'all');
  const files: ContentFile[] = [];
  for (const [month, part] of months) {
    const lines = contentLines(name, month, part);
    await writeOnce(folder, lines, existing);
    files.push(lines.file);
  }
  return files;
}
