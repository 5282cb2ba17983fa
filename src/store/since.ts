import type { z } from 'zod';
import { canonicalJson, type Json, parseLines } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';
import { type AnySeries, type Change, lastOfEachStem, type Series, stemOf } from './content-folder.ts';
import { parsedAs, valueIn } from './disk.ts';
import { MANIFEST_FILE, type Published } from './published.ts';
import type { ContentFile } from './unaltered.ts';

/** The text that a file of the folder had at an earlier time; null where there was none. */
export type TextThen = (file: string) => Promise<string | null>;

/** A folder as it was at an earlier time, beside what it is. */
export interface Since<Manifest> extends Change<Manifest> {
  readonly published: Published<Manifest>;
  readonly filesThen: (series: AnySeries<Manifest>) => Promise<readonly ContentFile[]>;
  readonly linesThen: (file: ContentFile) => Promise<readonly unknown[]>;
}

/** What became of a folder that is published now; null where it was not published then. @throws AlteredFileError */
export async function sinceThen<Manifest>(
  published: Published<Manifest>,
  textThen: TextThen,
): Promise<Since<Manifest> | null> {
  const { folder, manifest: is } = published;
  const text = await textThen(MANIFEST_FILE);
  if (text === null || is === null) return null;
  const was = valueIn(folder.manifest, text, MANIFEST_FILE);
  const linesThen = async (file: ContentFile): Promise<readonly unknown[]> => {
    const lines = await textThen(file.path);
    if (lines === null) throw new ExpectedError(`Cannot check: ${file.path} is not in the history.`);
    return parseLines(lines);
  };
  const filesThen = async ({ files, listedIn }: AnySeries<Manifest>): Promise<readonly ContentFile[]> => {
    if (listedIn === undefined) return files(was);
    const listed: ContentFile[] = [];
    for (const list of listedIn.files(was)) listed.push(...parsed(listedIn, await linesThen(list), list));
    return lastOfEachStem([...listed, ...files(was)]);
  };
  return {
    published,
    was,
    is,
    filesThen,
    linesThen,
    added: remembering(async (series) => {
      const group = groupOf(series);
      const behind = Map.groupBy(await filesThen(series), group);
      const now = Map.groupBy(published.files(series), group);
      return [...now].flatMap(([name, files]) => {
        const before = (behind.get(name) ?? []).reduce((sum, { rows }) => sum + rows, 0);
        const stems = new Set(files.map(stemOf));
        const isOther = files.reduce((sum, { rows }) => sum + rows, 0) > before;
        return isOther ? published.rows(series, (stem) => stems.has(stem)).slice(before) : [];
      });
    }) as Since<Manifest>['added'],
    stems: remembering(async (series) => {
      const then = new Set((await filesThen(series)).map(({ path }) => path));
      return new Set(
        published
          .files(series)
          .filter(({ path }) => !then.has(path))
          .map(stemOf),
      );
    }),
  };
}

/** The rows behind those that were there then; all of them where there was nothing. */
export async function addedSince<Manifest, Row>(
  published: Published<Manifest>,
  since: Since<Manifest> | null,
  series: Series<Manifest, Row>,
): Promise<readonly Row[]> {
  return since === null ? published.rows(series) : since.added(series);
}

/** Asked of many rows, answered once for each series. */
function remembering<Manifest, Answer>(answer: (series: Series<Manifest, unknown>) => Promise<Answer>) {
  const known = new Map<unknown, Promise<Answer>>();
  return (series: AnySeries<Manifest>): Promise<Answer> => {
    const asked = known.get(series.name) ?? answer(series as Series<Manifest, unknown>);
    known.set(series.name, asked);
    return asked;
  };
}

/** Lines stay in their place within this: the series, or each of its files. */
function groupOf<Manifest>({ kept }: AnySeries<Manifest>): (file: ContentFile) => string {
  const byFile = kept.rule === 'every-line' && kept.within === 'file';
  return (file) => (byFile ? `/${stemOf(file)}` : '');
}

/** What of a series is not there any more as it was: its name, and the line or the row. */
export interface Rewritten {
  readonly series: string;
  readonly what: string;
}

/**
 * Everything that was published once and would have to be there, and is not: of each series, of each of its files that
 * grows by itself, the first line; or every row.
 *
 * @throws ExpectedError where the history lacks a file, AlteredFileError where the folder does
 */
export async function* rewrittenSince<Manifest>(since: Since<Manifest>): AsyncGenerator<Rewritten> {
  for (const series of since.published.folder.series) {
    const { kept } = series;
    if (kept.rule === 'every-line') yield* await linesGone(since, series, kept);
    if (kept.rule === 'every-row') yield* await rowsGone(since, series, kept);
  }
}

async function linesGone<Manifest>(
  since: Since<Manifest>,
  series: AnySeries<Manifest>,
  { same = () => false }: Extract<AnySeries<Manifest>['kept'], { rule: 'every-line' }>,
): Promise<Rewritten[]> {
  const group = groupOf(series);
  const then = Map.groupBy(await since.filesThen(series), group);
  const now = Map.groupBy(since.published.files(series), group);
  const found: Rewritten[] = [];
  for (const [name, files] of then) {
    const [was, is] = await readBoth(since, files, now.get(name) ?? []);
    const isSame = (line: unknown, index: number) => {
      const other = is.lines[index];
      if (other === undefined) return false;
      return textOf(line) === textOf(other) || same(rowOf(since, series, line), rowOf(since, series, other));
    };
    const at = was.lines.findIndex((line, index) => !isSame(line, index));
    if (at !== -1) found.push({ series: `${series.name}${name}`, what: `entry ${was.before + at + 1}` });
  }
  return found;
}

async function rowsGone<Manifest>(
  since: Since<Manifest>,
  series: AnySeries<Manifest>,
  { id, isTold }: Extract<AnySeries<Manifest>['kept'], { rule: 'every-row' }>,
): Promise<Rewritten[]> {
  const [was, is] = await readBoth(since, await since.filesThen(series), since.published.files(series));
  const rows = (lines: readonly unknown[]) => lines.map((line) => rowOf(since, series, line));
  const now = new Map(rows(is.lines).map((row) => [id(row), row]));
  const found: Rewritten[] = [];
  for (const row of rows(was.lines)) {
    const present = now.get(id(row)) ?? null;
    if (present !== null && textOf(row) === textOf(present)) continue;
    if (!(await isTold(row, present, since))) found.push({ series: series.name, what: `row ${id(row)}` });
  }
  return found;
}

/** The lines of both times, without the files that are the same to the byte, as both manifests vouch for them. */
async function readBoth<Manifest>(
  { linesThen, published }: Since<Manifest>,
  then: readonly ContentFile[],
  now: readonly ContentFile[],
) {
  const other = then.findIndex(
    ({ path, sha256, rows }, index) =>
      now[index]?.path !== path || now[index].sha256 !== sha256 || now[index].rows !== rows,
  );
  const equal = other === -1 ? then.length : other;
  const left: unknown[] = [];
  for (const file of then.slice(equal)) left.push(...(await linesThen(file)));
  const before = then.slice(0, equal).reduce((sum, { rows }) => sum + rows, 0);
  const right = now.slice(equal).flatMap((file) => published.lines(file));
  return [
    { lines: left, before },
    { lines: right, before },
  ] as const;
}

function parsed<Row>(series: { readonly row: z.ZodType<Row> }, lines: readonly unknown[], file: ContentFile) {
  return lines.map((line, index) => parsedAs(series.row, line, `${file.path}, line ${index + 1}`, file.path));
}

/** @throws AlteredFileError where a line is no row */
function rowOf<Manifest>(
  { published }: Since<Manifest>,
  { row, name }: AnySeries<Manifest>,
  line: unknown,
): never {
  return parsedAs(row, line, `A line of ${name}`, published.root) as never;
}

function textOf(line: unknown): string {
  return canonicalJson(line as Json);
}
