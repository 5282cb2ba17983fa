import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson, type Json } from '../core/canonical.ts';
import { addDays, monthOf } from '../core/instant.ts';
import { NO_RUNS_SHA256, rollUp } from '../status/rollup.ts';
import { CLOSED, DAYS, DEFINITIONS, SAMPLES, STATUS } from '../status/status-folder.ts';
import type { StatusDay } from '../status/status-manifest.ts';
import { runsOf } from '../status/status-run.ts';
import { type ContentFolder, type Series, stemOf } from '../store/content-folder.ts';
import { HEAD, LOG } from '../store/log.ts';
import { contentLines, writeFiles } from '../store/publish.ts';
import { MANIFEST_FILE, openFolder, rootOf } from '../store/published.ts';

type Line = Record<string, unknown>;

/** Rewrites the lines of a series as somebody would who wants nobody to notice: file, hash and manifest are made anew. */
export async function rewriteLines<Manifest, Row>(
  contentRoot: string,
  folder: ContentFolder<Manifest>,
  series: Series<Manifest, Row>,
  change: (lines: Line[]) => Line[],
): Promise<void> {
  const root = rootOf(contentRoot, folder);
  const { manifest, lines } = openFolder(root, folder);
  if (manifest === null) throw new Error(`${folder.name} was never published`);
  let text = canonicalJson(manifest as Json);
  let changed = false;
  for (const file of series.files(manifest)) {
    const before = lines(file) as Line[];
    const after = change(structuredClone(before));
    if (canonicalJson(after as Json) === canonicalJson(before as Json)) continue;
    const next = contentLines(path.dirname(file.path), stemOf(file), after);
    await writeFiles(root, [next]);
    text = text.replace(canonicalJson(file), canonicalJson(next.file));
    changed = true;
  }
  if (!changed) throw new Error(`nothing of ${folder.name}/${series.name} was rewritten`);
  await writeFile(path.join(root, MANIFEST_FILE), `${text}\n`);
}

/** Rewrites what a manifest says of itself. */
export async function rewriteManifest(
  contentRoot: string,
  name: string,
  change: (text: string) => string,
): Promise<void> {
  const file = path.join(rootOf(contentRoot, { name }), MANIFEST_FILE);
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing of ${file} was rewritten`);
  await writeFile(file, after);
}

/** Rewrites the head of the log, whose entries stay. */
export async function rewriteHead(contentRoot: string, change: (head: Line) => object): Promise<void> {
  const file = path.join(contentRoot, 'generated', LOG, HEAD);
  const before = JSON.parse(await readFile(file, 'utf8')) as Line;
  const after = { ...before, ...change(before) };
  if (canonicalJson(after as Json) === canonicalJson(before as Json))
    throw new Error('the head was not rewritten');
  await writeFile(file, `${canonicalJson(after as Json)}\n`);
}

/**
 * Rewrites the raw samples of a day that is over, and closes it once more; the figures of all days are what they then come
 * to, as of an honest run.
 */
export async function rewriteRawDay(
  contentRoot: string,
  day: string,
  change: (lines: Line[]) => Line[],
): Promise<void> {
  const root = rootOf(contentRoot, STATUS);
  const published = openFolder(root, STATUS);
  const file = published.files(SAMPLES).find((one) => stemOf(one) === day);
  if (file === undefined) throw new Error(`there are no samples of ${day}`);
  const next = contentLines(path.dirname(file.path), day, change(published.lines(file) as Line[]));
  await writeFiles(root, [next]);
  const month = monthOf(day);
  await rewriteLines(contentRoot, STATUS, CLOSED, (lines) =>
    lines.some((line) => String(line.path).includes(month)) ? [...lines, { ...next.file }] : lines,
  );
  await rollUpAnew(contentRoot);
}

/** Makes the figures of all days anew from the samples that stand there. */
async function rollUpAnew(contentRoot: string): Promise<void> {
  const published = openFolder(rootOf(contentRoot, STATUS), STATUS);
  const definitions = published.rows(DEFINITIONS);
  const raw = new Map(published.files(SAMPLES).map((one) => [stemOf(one), one.sha256]));
  const figuresOn = (day: string, system: string) => {
    const beside = [addDays(day, -1), day, addDays(day, 1)];
    const lines = published.rows(SAMPLES, (stem) => beside.includes(stem));
    const raw_sha256 = raw.get(day) ?? NO_RUNS_SHA256;
    return rollUp({ system, day, runs: runsOf(lines, system), definitions, raw_sha256 });
  };
  await rewriteLines(contentRoot, STATUS, DAYS, (lines) => {
    const figures = lines as unknown as StatusDay[];
    const asked = new Map(figures.map(({ day, system }) => [`${day} ${system}`, { day, system }]));
    return [...asked.values()]
      .flatMap(({ day, system }) => figuresOn(day, system))
      .map((one) => ({ ...one }));
  });
}
