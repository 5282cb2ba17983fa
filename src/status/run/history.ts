import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json } from '../../core/canonical.ts';
import { addDays, compareInstants, dayOf, monthOf } from '../../core/instant.ts';
import {
  type ContentLines,
  commitManifest,
  contentLines,
  MANIFEST_FILE,
  namesBelow,
  readLines,
  readManifestText,
  restoring,
  writeOnce,
} from '../../store/content-file.ts';
import { AlteredFileError, type ContentFile, contentFileSchema } from '../../store/unaltered.ts';
import type { System } from '../../systems/system.ts';
import { type CheckDefinition, checkDefinitionSchema, defineChecks } from '../check-definition.ts';
import {
  type StatusDay,
  type StatusManifest,
  statusDaySchema,
  statusManifestSchema,
} from '../status-manifest.ts';
import { type StatusRun, statusRunSchema } from '../status-run.ts';
import { rolledUp } from './rollup.ts';

/** The folders below `generated/status`, beside one of raw days for each month: git keeps a short folder small. */
const FOLDERS = ['closed', 'days', 'definitions'];

/** What earlier runs left, read as far as it is needed. */
export interface History {
  readonly root: string;
  readonly manifest: StatusManifest | null;
  /** The bytes of the manifest as they were read. */
  readonly manifestText: string | null;
  /** The raw file of every day that has one. */
  readonly raw: ReadonlyMap<string, ContentFile>;
  readonly definitions: readonly CheckDefinition[];
  /** When the latest run of all was dated; null before the first. */
  readonly latest: string | null;
}

/** A system that was asked, as its file says. */
interface AskedSystem {
  readonly system: System;
  readonly sha256: string;
}

export interface NewRun {
  readonly run: StatusRun;
  readonly asked: readonly AskedSystem[];
  /** Every system there is, asked or not: days are rolled up for each. */
  readonly systems: readonly string[];
  /** What the manifest says, except for its lists of files. */
  readonly state: Pick<StatusManifest, 'demo' | 'observed_at' | 'offline' | 'systems'>;
}

/** @throws AlteredFileError when what is there was changed by hand */
export async function readHistory(root: string): Promise<History> {
  const text = await readManifestText(root);
  if (text === null) {
    await assertNothingKept(root);
    return { root, manifest: null, manifestText: null, raw: new Map(), definitions: [], latest: null };
  }
  const parsed = statusManifestSchema.safeParse(parsedJson(text));
  if (!parsed.success)
    throw new AlteredFileError(`${MANIFEST_FILE} is not a manifest. ${restoring(root, MANIFEST_FILE)}`);
  const manifest = parsed.data;
  const closed = (await linesOf(root, manifest.closed)).map((line) => contentFileSchema.parse(line));
  const raw = new Map([...closed, ...manifest.samples].map((file) => [dayOfFile(file), file]));
  const definitions = await linesOf(root, manifest.definitions);
  const newest = raw.get([...raw.keys()].toSorted().at(-1) ?? '');
  const runs = newest === undefined ? [] : await readRuns(root, newest);
  return {
    root,
    manifest,
    manifestText: text,
    raw,
    definitions: definitions.map((line) => checkDefinitionSchema.parse(line)),
    latest:
      runs
        .map(({ at }) => at)
        .toSorted(compareInstants)
        .at(-1) ?? null,
  };
}

/** Without its manifest nothing here would be named any more, and all of it removed. */
async function assertNothingKept(root: string): Promise<void> {
  const kept = (await namesBelow(root)).filter((name) => /^(samples-|closed|days)/.test(name));
  // A first run that was killed before its manifest leaves one raw day of one run.
  const runs = await Promise.all(kept.map((name) => readFile(path.join(root, name), 'utf8')));
  if (runs.join('').split('\n').length <= 2) return;
  throw new AlteredFileError(
    `${MANIFEST_FILE} is missing, and what it names is there. Restore it with "git checkout -- <file>".`,
  );
}

/** The runs in a raw file, in the order in which they were written. */
export async function readRuns(root: string, file: ContentFile): Promise<StatusRun[]> {
  return (await readLines(root, file)).map((line) => statusRunSchema.parse(line));
}

/**
 * Adds one run: a line behind the others of its day, which are never rewritten; the figures of the days that are
 * over; and the manifest, last. A run dated at or before one that is there already is kept, and marked so.
 */
export async function addRun(
  history: History,
  { run, asked, systems, state }: NewRun,
): Promise<StatusManifest> {
  const { root, manifest, latest } = history;
  const day = dayOf(run.at);
  const setBack = latest !== null && compareInstants(run.at, latest) <= 0;
  const line: StatusRun = setBack ? { ...run, clock: 'set-back' } : run;
  const today = history.raw.get(day);
  const lines = [...(today === undefined ? [] : await readRuns(root, today)), line];
  const samples = contentLines(`samples-${monthOf(day)}`, day, lines as Json[]);
  const raw = new Map(
    [...history.raw, [day, samples.file] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

  const definitions = [...history.definitions, ...newDefinitions(history.definitions, asked, run.at)];
  const defined = contentLines('definitions', 'definitions', definitions as Json[]);
  const days = await rolledUp({
    day,
    systems,
    definitions,
    raw,
    readRuns: async (file) => (file === samples.file ? lines : readRuns(root, file)),
    files: manifest?.days ?? [],
    readDays: async (file) =>
      (await readLines(root, file)).map((row): StatusDay => statusDaySchema.parse(row)),
  });
  const isOpen = ([other]: readonly [string, ContentFile]) => other >= addDays(day, -1);
  const months = Map.groupBy(
    [...raw].filter((entry) => !isOpen(entry)),
    ([other]) => monthOf(other),
  );
  const closed = [...months].map(([month, files]) =>
    contentLines(
      'closed',
      `${month}-closed`,
      files.map(([, file]) => file as unknown as Json),
    ),
  );

  const written: ContentLines[] = [samples, defined, ...days.written, ...closed];
  const next: StatusManifest = {
    format: 'terang/status/1',
    ...state,
    samples: [...raw].filter(isOpen).map(([, file]) => file),
    closed: closed.map(({ file }) => file),
    days: days.files,
    definitions: [defined.file],
  };
  const existing = new Set([...raw.values(), ...namedBy(manifest)].map((file) => file.path));
  existing.delete(samples.file.path);
  for (const file of written) await writeOnce(root, file, existing);
  const rawFolders = new Set([...raw.keys()].map((other) => `samples-${monthOf(other)}`));
  const named = new Set([...raw.values(), ...namedBy(next)].map(({ path }) => path));
  await commitManifest(root, next as unknown as Json, {
    before: history.manifestText,
    folders: [...FOLDERS, ...rawFolders],
    named,
  });
  return next;
}

/** The definitions of systems whose file is another than at their last one. */
function newDefinitions(
  known: readonly CheckDefinition[],
  asked: readonly AskedSystem[],
  from: string,
): CheckDefinition[] {
  return asked
    .filter(({ system, sha256 }) => known.findLast((one) => one.system === system.id)?.sha256 !== sha256)
    .map(({ system, sha256 }) => defineChecks(system, sha256, from));
}

function namedBy(manifest: StatusManifest | null): ContentFile[] {
  if (manifest === null) return [];
  return [...manifest.samples, ...manifest.closed, ...manifest.days, ...manifest.definitions];
}

async function linesOf(root: string, files: readonly ContentFile[]): Promise<unknown[]> {
  const lines: unknown[] = [];
  for (const file of files) lines.push(...(await readLines(root, file)));
  return lines;
}

/** `samples/<hash>-2026-01-26.jsonl` → `2026-01-26`. */
function dayOfFile(file: ContentFile): string {
  return file.path.slice(-'YYYY-MM-DD.jsonl'.length, -'.jsonl'.length);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON, so not a manifest either.
  }
}
