import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IsoInstant } from '../../core/instant.ts';
import type { Language } from '../../core/language.ts';
import type { FileProblem } from '../../core/yaml.ts';
import { rootOf } from '../../store/published.ts';
import { siteFile, siteOrProblems } from '../../systems/site-file.ts';
import { formatProblem, sayIn, sayInstead } from '../../words/said.ts';
import { translator } from '../../words/translator.ts';
import { type Finding, lintNote } from '../lint/lint.ts';
import { promisesOfSystem } from '../lint/promise.ts';
import { NOTES } from '../model/notes-folder.ts';
import { acceptedNote, publishedNote } from '../model/published-notes.ts';
import { readNotes } from './content.ts';
import { besideNote, isAsAccepted } from './judgement.ts';
import { type Stray, strayFinding, straysOf } from './strays.ts';
import { vanishedNotes } from './vanished.ts';
import { officialWallets } from './wallets.ts';
import { readKnown, type WrittenNote, writtenNotes } from './written.ts';

export interface LintCommand {
  readonly contentRoot: string;
  /** The content root that says what was published; the same one unless told. */
  readonly publishedRoot?: string | undefined;
  /** The notes to look at; all of them unless told. */
  readonly files?: readonly string[];
  readonly now: IsoInstant;
}

export interface LintEnding {
  /** Every finding, by file and line. */
  readonly findings: readonly Finding[];
  /** What is wrong in the file of the site or of a system, which keeps the lint from looking. */
  readonly problems: readonly FileProblem[];
  /** Files that were named and are no note: missing, a folder, or elsewhere. */
  readonly strangers: readonly string[];
  /** How many notes were looked at. One that stands as it was published is not looked at anew. */
  readonly notes: number;
  /** 1 with errors or problems; warnings alone are 0. */
  readonly exitCode: 0 | 1;
}

/** `npm run lint:content`, without the process around it. It changes nothing. */
export async function lintContent(command: LintCommand): Promise<LintEnding> {
  const { contentRoot, publishedRoot = contentRoot, files = [], now } = command;
  const before = await readNotes(rootOf(publishedRoot, NOTES));
  const copies = new Map(before.accepted.map((copy) => [copy.file, copy]));
  const known = await readKnown(contentRoot);
  const wallets = await officialWallets(publishedRoot, known.systems.keys());
  const written = await writtenNotes(contentRoot);
  const strays = await straysOf(contentRoot);
  const { chosen, misplaced, strangers } = choose(contentRoot, written, strays, files);
  const vanished = vanishedNotes(before.accepted, written);
  const findings: Finding[] = misplaced.map((stray) => strayFinding(contentRoot, stray));
  let notes = 0;
  for (const one of chosen) {
    const { file, note } = one;
    const copy = copies.get(file);
    if (copy !== undefined && isAsAccepted(copy, one) && acceptedNote(copy) !== null) continue;
    notes += 1;
    const published = copy === undefined ? null : publishedNote(copy, before, undefined);
    const beside = besideNote(one, copy ?? null);
    const context = { ...known, now, published: () => published, vanished, ...beside, wallets };
    findings.push(...(await lintNote(note, context)));
  }
  if (files.length === 0) {
    findings.push(...gone([...copies.keys()], written, contentRoot));
    findings.push(...(await sitePromises(contentRoot)), ...(await systemPromises(contentRoot)));
  }
  const problems = [...siteProblems(contentRoot), ...known.problems];
  const amiss =
    problems.length > 0 || strangers.length > 0 || findings.some(({ level }) => level === 'error');
  return { findings, problems, strangers, notes, exitCode: amiss ? 1 : 0 };
}

function siteProblems(contentRoot: string): readonly FileProblem[] {
  const read = siteOrProblems(contentRoot);
  return 'problems' in read ? read.problems : [];
}

/** The promises in what the site says of itself; that a file is missing is told by `siteProblems`. */
async function sitePromises(contentRoot: string): Promise<Finding[]> {
  const file = siteFile(contentRoot);
  return existsSync(file) ? promisesOfSystem(file, await readFile(file, 'utf8')) : [];
}

/** The promises in what people wrote about systems, by file. */
async function systemPromises(contentRoot: string): Promise<Finding[]> {
  const folder = path.join(contentRoot, 'written', 'systems');
  const names: string[] = [];
  for await (const name of glob('**/*.yaml', { cwd: folder })) names.push(name);
  const found = names.toSorted().map(async (name) => {
    const file = path.join(folder, name);
    return promisesOfSystem(file, await readFile(file, 'utf8'));
  });
  return (await Promise.all(found)).flat();
}

/** What is shown in a terminal: a finding a paragraph, its place as editors understand it, in each language. */
export function formatFindings(ending: LintEnding, languages: readonly Language[]): string {
  const said = ending.findings.map((finding) => {
    const { file, line, column, level, rule } = finding;
    const lines = languages.flatMap((language) => sentencesOf(finding, language));
    const sign = languages.map((language) => translator(language).t(`lint.${level}`)).join(' · ');
    return [`${file}:${line}:${column} ${sign} ${rule}: ${lines[0]}`, ...lines.slice(1)].join('\n    ');
  });
  return [
    ...languages.flatMap((language) => troublesOf(ending, language)),
    ...said,
    ...languages.map((language) => sumOf(ending, language)),
  ].join('\n');
}

/** What was found, and what to do instead. */
export function sentencesOf(finding: Finding, language: Language): string[] {
  const instead = sayInstead(finding, language);
  return [sayIn(finding.part ?? '', finding, language), ...(instead === null ? [] : [instead])];
}

/** What kept the lint from looking: files of systems that are wrong, files that were named and are no note. */
export function troublesOf(
  { problems, strangers }: Pick<LintEnding, 'problems' | 'strangers'>,
  language: Language,
): string[] {
  return [
    ...problems.map((problem) => formatProblem(problem, language)),
    ...strangers.map((file) => `${file}: ${translator(language).t('lint.no-note')}`),
  ];
}

/** How many notes were looked at, and what was found. */
export function sumOf(
  { findings, notes }: Pick<LintEnding, 'findings' | 'notes'>,
  language: Language,
): string {
  const { t } = translator(language);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  return t('lint.sum', {
    notes: t('lint.notes', { count: notes, n: `${notes}` }),
    errors: t('lint.errors', { count: errors, n: `${errors}` }),
    warnings: t('lint.warnings', { count: warnings, n: `${warnings}` }),
  });
}

function choose(
  contentRoot: string,
  written: readonly WrittenNote[],
  strays: readonly Stray[],
  files: readonly string[],
) {
  const wanted = new Map(files.map((file) => [path.resolve(file), file]));
  const isWanted = (file: string) => files.length === 0 || wanted.delete(path.resolve(file));
  const chosen = written.filter(({ note }) => isWanted(note.file));
  const misplaced = strays.filter(({ file }) => isWanted(path.join(contentRoot, 'written', file)));
  return { chosen, misplaced, strangers: [...wanted.values()] };
}

function gone(published: readonly string[], written: readonly WrittenNote[], contentRoot: string): Finding[] {
  const there = new Set(written.map(({ file }) => file));
  return published
    .filter((file) => !there.has(file))
    .map((file) => ({
      file: path.join(contentRoot, 'written', file),
      line: 1,
      column: 1,
      rule: 'published',
      level: 'error',
      code: 'published.file-gone',
    }));
}
