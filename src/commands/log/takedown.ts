import path from 'node:path';
import { ExpectedError } from '../../core/expected-error.ts';
import { type IsoInstant, wholeSeconds } from '../../core/instant.ts';
import { isRole, ROLES } from '../../core/role.ts';
import { readTime } from '../../core/written-time.ts';
import { type TakenDown, takedownsOf } from '../../fold/takedowns.ts';
import { NOTE_FOLDERS, type NoteKind } from '../../incidents/model/note-file.ts';
import { NOTES } from '../../incidents/model/notes-folder.ts';
import { DATASET_NAMES, DATASETS, type DatasetName, type DatasetShape } from '../../ledger/dataset.ts';
import type { Manifest } from '../../ledger/manifest.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { datasetSeries, RECORD, snapshotFolder, WORDS } from '../../ledger/snapshot-folder.ts';
import type { Takedown } from '../../ledger/takedown.ts';
import { assertClockOf } from '../../store/clock.ts';
import { stemOf } from '../../store/content-folder.ts';
import { allAnew, type ContentLines, contentLines, publish } from '../../store/publish.ts';
import { openFolder, type Published, rootOf } from '../../store/published.ts';
import { CONTENT, type Context, defineCommand } from '../frame/command.ts';
import { enterTakedowns, sealedLines } from './takedown-entry.ts';
import { takeUpdateDown } from './takedown-note.ts';

/**
 * Takes every text of people down that was published of a row, or of an update of a note: it goes from the rows and from beside the record; its digest
 * and salt stay, so that whoever has the old text can prove what it was, and an entry of the log names it with the reason.
 */
export const takedownCommand = defineCommand({
  examples: [
    'tpc changelog "2026-01-05 08:00:00+00|fee" --by compliance --reason-en "…" --reason-id "…"',
    'notes incident 2026-01-05-distribution-delayed/2 --by compliance --reason-en "…" --reason-id "…"',
  ],
  words: 3,
  options: {
    by: { type: 'string', says: 'option.takedownBy', like: 'compliance' },
    decided: { type: 'string', says: 'option.takedownDecided', like: '"2026-01-05 16:30 +07:00"' },
    'reason-en': { type: 'string', says: 'option.takedownReason', like: '"…"' },
    'reason-id': { type: 'string', says: 'option.takedownReason', like: '"…"' },
    content: CONTENT,
  },
  async run({ by, decided, content, words: [system, dataset, row], ...reasons }, { now, t }) {
    const at = wholeSeconds(now());
    const { 'reason-en': en, 'reason-id': id } = reasons;
    const time = decided === undefined ? { at } : readTime(decided);
    const wrong = [
      ...(system === undefined || dataset === undefined || row === undefined ? [t('takedown.which')] : []),
      ...(dataset !== undefined && !isKnown(system, dataset) ? [t('takedown.noDataset', { dataset })] : []),
      ...(by === undefined || !isRole(by) ? [t('takedown.noRole', { roles: ROLES.join(', ') })] : []),
      ...(en && id ? [] : [t('takedown.noReason')]),
      ...('at' in time ? [] : [t('takedown.noTime', { given: decided ?? '' })]),
    ];
    if (wrong.length > 0) throw new ExpectedError(wrong);
    const stated = { at, by, decided: 'at' in time ? time.at : at, reason: { en, id } } as Takedown;
    await assertClockOf(content, at);
    if (system === NOTES.name) {
      const update = { kind: dataset as NoteKind, update: row ?? '' };
      return { text: await takeUpdateDown(content, update, stated, t), exitCode: 0 };
    }
    const count = await takeDown(content, system ?? '', dataset as DatasetName, row ?? '', stated, t);
    return { text: t('takedown.done', { count, row: row ?? '' }), exitCode: 0 };
  },
});

function isKnown(system: string | undefined, name: string): boolean {
  return ((system === NOTES.name ? Object.keys(NOTE_FOLDERS) : DATASET_NAMES) as readonly string[]).includes(
    name,
  );
}

async function takeDown(
  content: string,
  system: string,
  dataset: DatasetName,
  row: string,
  stated: Takedown,
  t: Context['t'],
): Promise<number> {
  const folder = snapshotFolder(system);
  const published = openFolder(rootOf(content, folder), folder);
  if (published.manifest === null) throw new ExpectedError(t('takedown.noSystem', { system }));
  const digests = digestsOf(published, dataset, row);
  const texts = published.rows(WORDS).filter(({ digest }) => digests.has(digest));
  if (texts.length === 0) throw new ExpectedError(t('takedown.nothing', { row }));
  const known = takedownsOf(content, folder.name);
  const added = texts.flatMap(({ digest }) =>
    known.has(digest) ? [] : [{ ...stated, folder: folder.name, digest }],
  );
  // The entry first: killed behind it, the fold says that a text stands in spite of it, and this finishes it.
  const demo = folder.isDemo(published.manifest);
  await enterTakedowns(content, added, demo, stated.at);
  await sealTexts(published, dataset, row, takedownsOf(content, folder.name), stated.at);
  return texts.filter(({ text }) => text !== undefined).length;
}

/** Every digest that the record has of words of a row, as it first was and after each change. */
function digestsOf({ rows }: Published<Manifest>, dataset: DatasetName, row: string): ReadonlySet<string> {
  const fields = DATASETS[dataset].words as readonly string[];
  const values = rows(RECORD).flatMap((entry) => {
    if (entry.dataset !== dataset || entry.id !== row) return [];
    return 'value' in entry ? [entry.value] : 'after' in entry ? [entry.before, entry.after] : [];
  });
  return new Set(values.flatMap((one) => fields.flatMap((field) => one[field] ?? [])));
}

async function sealTexts(
  published: Published<Manifest>,
  dataset: DatasetName,
  row: string,
  taken: ReadonlyMap<string, TakenDown>,
  at: IsoInstant,
): Promise<void> {
  const { manifest, lines, rows } = published;
  if (manifest === null) return;
  const written: ContentLines[] = [];
  const words = manifest.record.words.map((file) => {
    const sealed = sealedLines(lines(file) as SealedWords[], taken);
    const next = contentLines(path.dirname(file.path), stemOf(file), sealed);
    written.push(next);
    return next.file;
  });
  const { id, words: fields } = DATASETS[dataset] as unknown as DatasetShape<object>;
  const series = datasetSeries(dataset);
  const nulls = Object.fromEntries((fields as readonly string[]).map((field) => [field, null]));
  const anew = (rows(series) as object[]).map((one) => (id(one) === row ? { ...one, ...nulls } : one));
  const next = allAnew(series, anew as never, at);
  const datasets = {
    ...manifest.datasets,
    [dataset]: { ...manifest.datasets[dataset], files: [...next.files] },
  };
  await publish(
    published,
    { ...manifest, datasets, record: { ...manifest.record, words } },
    [...written, ...next.written],
    at,
  );
}
