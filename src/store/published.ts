import path from 'node:path';
import { parseLines, sha256Hex } from '../core/canonical.ts';
import {
  type AnySeries,
  type Attachment,
  type ContentFolder,
  lastOfEachStem,
  type Series,
  stemOf,
} from './content-folder.ts';
import { bytesAt, filesIn, foldersIn, isThere, parsedAs, restoring, textAt, valueIn } from './disk.ts';
import { AlteredFileError, assertUnaltered, type ContentFile } from './unaltered.ts';

export const MANIFEST_FILE = 'manifest.json';

/**
 * Stands in a folder from the first file that is ever written there until its first manifest: it tells a first
 * run that was killed from a manifest that somebody removed.
 */
export const FIRST_RUN = '.first-run';

/** What a folder of content says. Rows are read when they are asked for, each file held against its hash. */
export interface Published<Manifest> {
  readonly folder: ContentFolder<Manifest>;
  /** Where it is. */
  readonly root: string;
  /** Null while nothing was ever published there. */
  readonly manifest: Manifest | null;
  /** The manifest as it was read. */
  readonly text: string | null;
  /** SHA-256 of the manifest, which stands for the whole folder; null without one. */
  readonly sha256: string | null;
  /** Every file of a series. @throws AlteredFileError where a list that names some was changed */
  readonly files: (series: AnySeries<Manifest>) => readonly ContentFile[];
  /** The lines of a file as they stand. @throws AlteredFileError when it was changed by hand, damaged or removed */
  readonly lines: (file: ContentFile) => readonly unknown[];
  /** The rows of a series, of the files that are `wanted` alone. @throws AlteredFileError, also naming line and field */
  readonly rows: <Row>(series: Series<Manifest, Row>, wanted?: (stem: string) => boolean) => Row[];
}

/** Where a folder is below a content root. */
export function rootOf(contentRoot: string, { name }: { readonly name: string }): string {
  return path.join(contentRoot, 'generated', name);
}

/**
 * Opens a folder of content, for pages and for runs.
 *
 * @throws AlteredFileError when its manifest is none, or was lost while files that it vouched for are there
 */
export function openFolder<Manifest>(root: string, folder: ContentFolder<Manifest>): Published<Manifest> {
  const text = textAt(path.join(root, MANIFEST_FILE));
  if (text === null) assertNothingPublished(root, folder);
  const manifest = text === null ? null : valueIn(folder.manifest, text, path.join(root, MANIFEST_FILE));
  return publishedAs(root, folder, manifest, text);
}

/** What a folder says by a manifest, whose files stand there. */
export function publishedAs<Manifest>(
  root: string,
  folder: ContentFolder<Manifest>,
  manifest: Manifest | null,
  text: string | null,
): Published<Manifest> {
  const lines = (file: ContentFile) => parseLines(unalteredBytes(root, file).toString('utf8'));
  const parsed = <Row>({ row }: Series<Manifest, Row>, file: ContentFile): Row[] =>
    lines(file).map((line, index) =>
      parsedAs(row, line, `${file.path}, line ${index + 1}`, path.join(root, file.path)),
    );
  const files = ({ files: named, listedIn }: AnySeries<Manifest>): readonly ContentFile[] => {
    if (manifest === null) return [];
    if (listedIn === undefined) return named(manifest);
    const listed = listedIn.files(manifest).flatMap((file) => parsed(listedIn, file));
    return lastOfEachStem([...listed, ...named(manifest)]);
  };
  return {
    folder,
    root,
    manifest,
    text,
    sha256: text === null ? null : sha256Hex(text),
    files,
    lines,
    rows: (series, wanted = () => true) =>
      files(series)
        .filter((file) => wanted(stemOf(file)))
        .flatMap((file) => parsed(series, file)),
  };
}

/** SHA-256 of the manifest of each folder below `generated` that has one, which stands for all that the folder says. */
export function manifestsOf(contentRoot: string): Map<string, string> {
  const generated = path.join(contentRoot, 'generated');
  return new Map(
    foldersIn(generated).flatMap((name) => {
      const text = textAt(path.join(generated, name, MANIFEST_FILE));
      return text === null ? [] : [[name, sha256Hex(text)] as const];
    }),
  );
}

/** The bytes of any file that content vouches for. @throws AlteredFileError when they are others, or it is missing */
export function unalteredBytes(root: string, file: Attachment): Buffer {
  const bytes = bytesAt(path.join(root, file.path));
  if (bytes === null)
    throw new AlteredFileError(`${file.path} is missing. ${restoring(path.join(root, file.path))}`);
  assertUnaltered(root, file, bytes);
  return bytes;
}

/** Files besides lines for which rows vouch. */
export function attachmentsOf<Manifest>({ folder, rows }: Published<Manifest>): readonly Attachment[] {
  return folder.attachments?.of(rows) ?? [];
}

/**
 * Holds every file that counts against its hash, as whoever writes must before anything is added to it. Files that a
 * list names are not read: they are never written again.
 *
 * @throws AlteredFileError naming every file that was changed by hand, damaged or removed
 */
export function assertWhole<Manifest>(published: Published<Manifest>): void {
  const { root, manifest, folder } = published;
  if (manifest === null) return;
  const problems: string[] = [];
  const hold = (files: readonly Attachment[]) => {
    for (const file of files)
      try {
        unalteredBytes(root, file);
      } catch (error) {
        if (!(error instanceof AlteredFileError)) throw error;
        problems.push(error.message);
      }
    if (problems.length > 0) throw new AlteredFileError(problems.join('\n'));
  };
  hold(folder.series.flatMap((series) => series.files(manifest)));
  hold(attachmentsOf(published));
}

/** The folders that a folder's series write to, below `root`, as far as they are there. */
export function seriesFolders<Manifest>(
  root: string,
  { series, attachments }: ContentFolder<Manifest>,
): string[] {
  const monthly = new Set(series.filter((one) => one.monthly === true).map(({ name }) => name));
  const single = new Set(series.filter((one) => one.monthly !== true).map(({ name }) => name));
  if (attachments !== undefined) single.add(attachments.name);
  return foldersIn(root).filter((name) => single.has(name) || monthly.has(name.replace(/-\d{4}-\d{2}$/, '')));
}

/** The paths of the files in some folders, relative to `root`, and their drafts. */
export function storedFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) => filesIn(path.join(root, folder)).map((name) => `${folder}/${name}`));
}

/**
 * Without a manifest a run begins a new published record, and a page says that nothing was ever published: so nothing
 * may have been published before.
 *
 * @throws AlteredFileError when files of content are there whose manifest is gone
 */
function assertNothingPublished<Manifest>(root: string, folder: ContentFolder<Manifest>): void {
  const [file] = storedFiles(root, seriesFolders(root, folder));
  if (file === undefined || isThere(path.join(root, FIRST_RUN))) return;
  throw new AlteredFileError(
    `${path.join(root, MANIFEST_FILE)} is missing, but files it vouched for are there (${file} …). A new one would ` +
      `begin the published record anew and drop the old one. ${restoring(path.join(root, MANIFEST_FILE))} ` +
      `Where git does not know it, nothing here was ever published: remove ${root}.`,
  );
}
