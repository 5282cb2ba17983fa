import { clockDoubts, type PeerTime } from '../core/clock.ts';
import type { IsoInstant } from '../core/instant.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import { FORMED, type Form, formsOf, sourceForm } from '../ledger/form.ts';
import type { Manifest } from '../ledger/manifest.ts';
import { type Observation, observe } from '../ledger/observation.ts';
import { hasChange, type PublishedRecord, playRecord } from '../ledger/record.ts';
import type { WrittenStatement } from '../ledger/statement.ts';
import { assertClockOf } from '../store/clock.ts';
import { assertSameWorld } from '../store/world.ts';
import { type PublishingSystem, publishedDatasets } from '../systems/system.ts';
import { withinBounds } from './bounds.ts';
import { type Content, mappingOf, readContent, rereadOf } from './content.ts';
import { type Judgement, judgeFlags, refusals, viewOf } from './judgement.ts';
import { publishOutcome } from './publication.ts';
import { type BoundedPass, type Failures, type OpenSource, type Pass, readAll, rowsRead } from './reading.ts';
import { withoutTakenDown } from './taken-down.ts';

export interface RunOptions {
  /** The system's folder of generated content, and the root of all content. */
  readonly folder: string;
  readonly contentRoot: string;
  readonly system: PublishingSystem;
  /** The time of the run: the only clock. */
  readonly now: IsoInstant;
  /** 32 random hexadecimal digits, new at each call. */
  readonly newSalt: () => string;
  readonly onStep?: (message: string) => void;
}

export interface RunReport {
  /** Null when nothing was ever read, so that there was nothing to write. */
  readonly manifest: Manifest | null;
  readonly failures: Failures;
  readonly judgement: Judgement;
  /** What was found where the forms of a source differ, for the operator. */
  readonly places: readonly { readonly dataset: DatasetName; readonly form: Form; readonly place: string }[];
  /** How many entries this run added to the published record. */
  readonly entries: number;
  /** What the source says against this machine's clock, which alone keeps nothing from being written. */
  readonly doubts: readonly string[];
  /** What system.yaml states of rows that were never published, and of changes that were never seen. */
  readonly unfounded: readonly WrittenStatement[];
}

/**
 * One snapshot: reads every dataset the system publishes, judges it, adds what is new to the published record,
 * and makes the result the content in one step. A dataset that fails keeps its last good files.
 *
 * @throws AlteredFileError when generated content was changed by hand; nothing is written then
 */
export async function takeSnapshot(open: OpenSource, options: RunOptions): Promise<RunReport> {
  const { folder, contentRoot, system, now, onStep = () => undefined } = options;
  const content = await readContent(folder);
  const judged = await judgeSource(open, publishedDatasets(system), content, options);
  const { pass, failures, good, observations, record, judgement } = judged;
  await assertClockOf(contentRoot, now, judged.peers);
  const doubts = clockDoubts(now, judged.peers);
  const places = placesOf(pass);
  const source = sourceOf(content, pass);
  const nothing = good.length === 0 && content.manifest === null;
  if (source === undefined || nothing)
    return { manifest: null, failures, judgement, places, entries: 0, doubts, unfounded: [] };

  onStep('Writing');
  const manifest = await publishOutcome(content, pass, {
    system,
    now,
    source,
    failures,
    good,
    judgement,
    observations,
    record,
  });
  return {
    manifest,
    failures,
    judgement,
    places,
    doubts,
    unfounded: [
      ...(system.transparency.removals ?? []).filter(({ dataset, row }) => !record.get(dataset)?.has(row)),
      ...(system.transparency.alterations ?? []).filter(
        ({ dataset, row, seen }) => !hasChange(record.get(dataset)?.get(row), seen),
      ),
    ],
    entries: observations.reduce((sum, { entries }) => sum + entries.length, 0),
  };
}

function placesOf({ readings }: Pass): RunReport['places'] {
  return FORMED.flatMap((dataset) => {
    const { form = null, place = null } = readings[dataset] ?? {};
    return form === null || place === null ? [] : [{ dataset, form, place }];
  });
}

/** What a source says of datasets, and what the guards say of that, before anything is written. */
export interface Judged {
  readonly pass: BoundedPass;
  readonly failures: Failures;
  /** What could be published as it was read. */
  readonly good: readonly DatasetName[];
  readonly observations: readonly Observation[];
  /** The published record, with these observations. */
  readonly record: PublishedRecord;
  readonly judgement: Judgement;
  readonly peers: readonly PeerTime[];
}

/** Reads `names` and judges them by what stands in `content`. It writes nothing. */
export async function judgeSource(
  open: OpenSource,
  names: readonly DatasetName[],
  content: Content,
  options: Pick<RunOptions, 'system' | 'now' | 'newSalt' | 'onStep'>,
): Promise<Judged> {
  const { system, now, onStep = () => undefined } = options;
  const asked = (name: DatasetName) => ({
    choice: system.transparency.form,
    before: mappingOf(content, name) ?? undefined,
  });
  const read = await readAll(open, names, asked, onStep);
  if (read.source !== null) assertSameWorld('data', content.manifest?.source.demo ?? null, read.source.demo);
  const pass = withoutTakenDown(withinBounds(read, content), content);
  const refused = refusals(names, pass, viewOf(pass, content, content.record, new Set(), system), system);
  const failures: Failures = new Map([...pass.failures, ...refused]);
  const good = names.filter((name) => !failures.has(name));
  const observations = good.map((name) =>
    observe(name, rowsRead(pass.readings, name) ?? [], content.record, {
      newSalt: options.newSalt,
      seenAt: now,
      words: content.words,
      reread: rereadOf(content, name, pass.readings[name]?.mapping),
    }),
  );
  const record = playRecord([...content.entries, ...observations.flatMap(({ entries }) => entries)]);
  const judgement = judgeFlags(good, pass, viewOf(pass, content, record, new Set(failures.keys()), system));
  return { pass, failures, good, observations, record, judgement, peers: [read.source?.time ?? []].flat() };
}

/** What the manifest says of the source; a dataset that was not read now keeps the form it was last read in. */
function sourceOf({ manifest }: Content, { source, readings }: Pass): Manifest['source'] | undefined {
  if (source === null) return manifest?.source;
  const read = FORMED.flatMap((name) => {
    const found = readings[name]?.form;
    return found == null ? [] : [[name, found] as const];
  });
  const known = formsOf(manifest?.source.form ?? null);
  return {
    kind: source.kind,
    demo: source.demo,
    form: sourceForm({ ...known, ...Object.fromEntries(read) }),
  };
}
