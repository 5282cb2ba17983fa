import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, canonicalLines, type Json, sha256Hex } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { type IsoInstant, monthOf } from '../core/instant.ts';
import { syncFolder, writeAtomically } from './atomic-file.ts';
import { type Series, stemOf } from './content-folder.ts';
import { draftsOf, textAt } from './disk.ts';
import { enterableOf } from './entering.ts';
import { withLog } from './log.ts';
import {
  attachmentsOf,
  FIRST_RUN,
  MANIFEST_FILE,
  type Published,
  publishedAs,
  seriesFolders,
  storedFiles,
} from './published.ts';
import type { ContentFile } from './unaltered.ts';

/** A file that is to be there, by its path below the folder: a path that tells of its bytes. */
export interface NewFile {
  readonly file: Pick<ContentFile, 'path'>;
  readonly text: string | Uint8Array;
}

/** Lines of content as a file that is written once: its name carries the beginning of its hash. */
export interface ContentLines extends NewFile {
  readonly file: ContentFile;
  readonly text: string;
}

/** `<folder>/<hash>-<stem>.jsonl` and what the manifest must say of it; equal rows give the equal file. */
export function contentLines(folder: string, stem: string, rows: readonly unknown[]): ContentLines {
  const text = canonicalLines(rows as readonly Json[]);
  const sha256 = sha256Hex(text);
  const bytes = Buffer.byteLength(text);
  return {
    file: { path: `${folder}/${sha256.slice(0, 12)}-${stem}.jsonl`, sha256, bytes, rows: rows.length },
    text,
  };
}

/** A series as it is to stand: the files that count, and those of them that may have to be written. */
export interface NextSeries {
  readonly files: readonly ContentFile[];
  readonly written: readonly ContentLines[];
}

/** The rows of a series that is written anew, in files by their stems. */
export function allAnew<Manifest, Row>(
  series: Series<Manifest, Row>,
  rows: readonly Row[],
  now: IsoInstant,
): NextSeries {
  const written = [...Map.groupBy(rows, (row) => series.stem(row, now))].map(([stem, part]) =>
    contentLines(folderOf(series, stem), stem, part),
  );
  return { files: written.map(({ file }) => file), written };
}

/**
 * Adds entries to a series behind those that are published, whose lines stay byte for byte: the one place where
 * anything is ever appended. Of a series that grows as a whole they go to its newest file even where the clock was
 * put back: entries stay in the order they came.
 *
 * @throws AlteredFileError when a file that would be written anew was changed by hand
 */
export function append<Manifest, Row>(
  { files, lines }: Published<Manifest>,
  series: Series<Manifest, Row>,
  entries: readonly Row[],
  now: IsoInstant,
): NextSeries {
  const standing = new Map(files(series).map((file) => [stemOf(file), file]));
  const newest = [...standing.keys()].toSorted().at(-1) ?? '';
  const asWhole = series.kept.rule === 'every-line' && series.kept.within === 'series';
  const stemFor = (entry: Row) => {
    const stem = series.stem(entry, now);
    return asWhole && stem < newest ? newest : stem;
  };
  const written: ContentLines[] = [];
  for (const [stem, added] of Map.groupBy(entries, stemFor)) {
    const before = standing.get(stem);
    const next = contentLines(folderOf(series, stem), stem, [
      ...(before === undefined ? [] : lines(before)),
      ...added,
    ]);
    standing.set(stem, next.file);
    written.push(next);
  }
  return { files: [...standing].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file), written };
}

function folderOf<Manifest, Row>({ name, monthly }: Series<Manifest, Row>, stem: string): string {
  return monthly === true ? `${name}-${monthOf(stem)}` : name;
}

/**
 * Makes `manifest` what the folder says, in one step: first the files it names that are not there, each once and as a
 * whole; then, by one rename, the manifest; then all of it is entered into the log, and the files that it does not name
 * go. Killed before the rename, the old content stands; after it, the new, and what is not entered yet the next run enters.
 *
 * @throws ExpectedError when the manifest is another by now: the lock of a run that was suspended counts as given up
 */
export async function publish<Manifest>(
  published: Published<Manifest>,
  manifest: Manifest,
  written: readonly NewFile[],
  now: IsoInstant,
): Promise<Manifest> {
  const { root, folder } = published;
  const run = { generated: path.dirname(root), now, demo: folder.isDemo(manifest) };
  return withLog(run, async (enter) => {
    const next = await replaceManifest(published, manifest, written);
    await enter((head) => enterableOf(next, head));
    const named = namedBy(next);
    for (const file of storedFiles(root, seriesFolders(root, folder)))
      if (!named.has(file)) await rm(path.join(root, file));
    // Left by runs that were killed while writing them.
    for (const draft of [...draftsOf(root, MANIFEST_FILE), ...draftsOf(root, FIRST_RUN)])
      await rm(path.join(root, draft));
    await rm(path.join(root, FIRST_RUN), { force: true });
    return manifest;
  });
}

async function replaceManifest<Manifest>(
  published: Published<Manifest>,
  manifest: Manifest,
  written: readonly NewFile[],
): Promise<Published<Manifest>> {
  const { root, folder, text: before } = published;
  if (published.manifest === null) await markFirstRun(root);
  const standing = namedBy(published);
  // What is there is never touched.
  await writeFiles(
    root,
    written.filter(({ file }) => !standing.has(file.path)),
  );
  for (const one of seriesFolders(root, folder)) await syncFolder(path.join(root, one));
  if (textAt(path.join(root, MANIFEST_FILE)) !== before)
    throw new ExpectedError(
      'Another run published while this one was under way, and stands. Nothing of this one was published.',
    );
  const text = `${canonicalJson(manifest as Json)}\n`;
  await writeAtomically(path.join(root, MANIFEST_FILE), text);
  await syncFolder(root);
  return publishedAs(root, folder, manifest, text);
}

/** Writes files, each as a whole; none of them counts before a manifest names it. */
export async function writeFiles(root: string, files: readonly NewFile[]): Promise<void> {
  for (const { file, text } of files) {
    await mkdir(path.dirname(path.join(root, file.path)), { recursive: true });
    await writeAtomically(path.join(root, file.path), text);
  }
}

async function markFirstRun(root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  await writeAtomically(path.join(root, FIRST_RUN), '');
  await syncFolder(root);
}

/** The paths of every file that a manifest names, itself, in its lists or by its rows. */
function namedBy<Manifest>(published: Published<Manifest>): Set<string> {
  const files = published.folder.series.flatMap((series) => published.files(series));
  return new Set([...files, ...attachmentsOf(published)].map((file) => file.path));
}
