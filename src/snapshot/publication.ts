import type { Json } from '../domain/canonical.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type DatasetShape } from '../domain/dataset.ts';
import { addDuration, type IsoInstant, monthOf } from '../domain/instant.ts';
import { ABSENT, type ContentFile, type DatasetState, type Manifest } from '../domain/manifest.ts';
import type { Observation } from '../domain/observation.ts';
import type { PublishingSystem } from '../domain/system.ts';
import { commitManifest, contentLines, writeOnce } from '../store/content-file.ts';
import { type Content, filesOf } from './content.ts';
import { endFirstRun, markFirstRun } from './first-run.ts';
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
    const files = await writeDataset(folder, name, rowsRead(pass.readings, name) ?? [], existing);
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
    };
  }
  const last = good.length === 0 ? content.manifest : null;
  const manifest: Manifest = {
    format: 'terang/manifest/1',
    system: system.id,
    source: outcome.source,
    observed_at: last?.observed_at ?? now,
    valid_until: last?.valid_until ?? validUntil,
    datasets: states as Manifest['datasets'],
    record: {
      entries: await append(
        content,
        outcome,
        'record',
        outcome.observations.flatMap(({ entries }) => entries),
        existing,
      ),
      words: await append(
        content,
        outcome,
        'words',
        outcome.observations.flatMap(({ words }) => words) as Json[],
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

/** The files of an append-only series, the new lines behind the old ones in the file of this month. */
async function append(
  content: Content,
  { folder, now }: Outcome,
  series: 'record' | 'words',
  lines: readonly Json[],
  existing: ReadonlySet<string>,
): Promise<ContentFile[]> {
  const files = content.manifest?.record[series === 'record' ? 'entries' : 'words'] ?? [];
  if (lines.length === 0) return files;
  // Not before the newest file's month, even where the clock was put back: entries stay in the order they came.
  const monthOfFile = ({ path }: ContentFile) => path.slice(-'YYYY-MM.jsonl'.length, -'.jsonl'.length);
  const month = [...files.map(monthOfFile), monthOf(now)].toSorted().at(-1) ?? '';
  const isThisMonth = (file: ContentFile) => monthOfFile(file) === month;
  const before = files.filter(isThisMonth).flatMap((file) => content.lines(file) as Json[]);
  const written = contentLines(series, month, [...before, ...lines]);
  await writeOnce(folder, written, existing);
  return [...files.filter((other) => !isThisMonth(other)), written.file];
}
