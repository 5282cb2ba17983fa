import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Encrypter } from 'age-encryption';
import { canonicalJson, type Json } from '../core/canonical.ts';
import { ExpectedError } from '../core/expected-error.ts';
import type { IsoInstant } from '../core/instant.ts';
import { reportMarkdown } from './markdown.ts';
import type { Report } from './model/report.ts';
import type { Routine } from './model/routine.ts';
import { signOffName } from './model/sign-off.ts';

/** The report of an internal routine, for the team alone. */
export interface InternalReport {
  readonly routine: Routine;
  readonly report: Report;
}

/** How internal reports may leave this run. */
export type InternalWay =
  /** As files below a folder that git ignores. */
  | { readonly kind: 'files'; readonly folder: string }
  /** As one file below that folder, encrypted to the team's key. */
  | { readonly kind: 'encrypted'; readonly folder: string; readonly recipient: string }
  /** Not at all: on a machine whose files and logs are public. */
  | { readonly kind: 'nowhere' };

/** @throws ExpectedError when `recipient` is no age recipient */
export function assertRecipient(recipient: string): void {
  try {
    new Encrypter().addRecipient(recipient);
  } catch (cause) {
    throw new ExpectedError('--encrypt-to: expected an age recipient, such as age1…', { cause });
  }
}

/**
 * Writes internal reports as Markdown and JSON, or one bundle of them that only the team's key opens. The bundle's
 * name says when it was made and no more: names of files are public too. Returns what was written.
 */
export async function writeInternal(
  reports: readonly InternalReport[],
  way: InternalWay,
  now: IsoInstant,
): Promise<string[]> {
  if (reports.length === 0 || way.kind === 'nowhere') return [];
  if (way.kind === 'encrypted') {
    const encrypter = new Encrypter();
    encrypter.addRecipient(way.recipient);
    const lines = reports.map((one) => canonicalJson(told(one) as unknown as Json));
    await mkdir(way.folder, { recursive: true });
    const file = path.join(way.folder, `${signOffName(now)}.age`);
    await writeFile(file, await encrypter.encrypt(`${lines.join('\n')}\n`));
    return [file];
  }
  const written: string[] = [];
  for (const one of reports) {
    const folder = folderOf(way.folder, one.report);
    await mkdir(folder, { recursive: true });
    const stem = path.join(folder, signOffName(one.report.due_at));
    await writeFile(`${stem}.md`, reportMarkdown(one.routine, one.report));
    await writeFile(`${stem}.json`, `${canonicalJson(one.report as unknown as Json)}\n`);
    written.push(`${stem}.md`, `${stem}.json`);
  }
  return written;
}

/** Each line of the bundle: the report, and how it reads. */
function told({ routine, report }: InternalReport) {
  return { report, markdown: reportMarkdown(routine, report) };
}

/**
 * The times of which internal reports lie in the folder, so that none is made twice. A machine that forgets its
 * files (a runner of GitHub's) makes one anew in each run while it is on time.
 */
export async function internalDues(folder: string, system: string, routine: string): Promise<IsoInstant[]> {
  try {
    const names = await readdir(path.join(folder, 'reports', system, routine));
    return names.flatMap((name) => {
      const parts = /^(\d{4}-\d{2}-\d{2}T\d{2})(\d{2})(\d{2}(?:\.\d+)?Z)\.json$/.exec(name);
      return parts === null ? [] : [parts.slice(1).join(':')];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // None was ever made here.
    throw error;
  }
}

function folderOf(folder: string, { system, routine }: Report): string {
  return path.join(folder, 'reports', system, routine);
}
