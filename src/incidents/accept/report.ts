import path from 'node:path';
import type { Language } from '../../core/language.ts';
import type { FileProblem } from '../../core/yaml.ts';
import { formatProblem, sayIn, sayInstead } from '../../words/said.ts';
import { translator } from '../../words/translator.ts';
import { newsOf } from '../model/note-news.ts';
import type { NoteEntry } from '../model/note-record.ts';
import type { RefusedNote } from '../model/notes-manifest.ts';
import type { Refusal } from './judgement.ts';
import { type Stray, strayRefusal } from './strays.ts';

/** A file that is refused, and why, as this run sees it. */
export type RefusedFile = Omit<RefusedNote, 'refusals'> & { readonly refusals: Refusal[] };

/** What one run found. */
export interface NotesReport {
  readonly entries: readonly NoteEntry[];
  readonly refused: readonly RefusedFile[];
  /** Files of published notes whose accepted text can no longer be read. */
  readonly unreadable: readonly string[];
  /** Systems whose file is wrong. */
  readonly problems: readonly FileProblem[];
  /** Files that nothing reads where they stand, and that no run keeps as a refused note. */
  readonly strays: readonly Stray[];
  /** How many notes are published after it. */
  readonly standing: number;
}

/** The run in words, in each language: what was refused, as editors understand it; what is new, a line each. */
export function formatReport(
  report: NotesReport,
  contentRoot: string,
  languages: readonly Language[],
): string {
  const { entries, refused, unreadable, problems, strays } = report;
  const inEach = (words: (language: Language) => string) => languages.map(words);
  const refusal = (file: string, one: Refusal) => {
    const said = inEach((language) => inOneLine(one, language)).join('\n    ');
    return `${path.join(contentRoot, 'written', file)}:${one.line}:${one.column} ${one.rule}: ${said}`;
  };
  return [
    ...problems.flatMap((problem) => inEach((language) => formatProblem(problem, language))),
    ...strays.map((stray) => refusal(stray.file, strayRefusal(stray))),
    ...refused.flatMap(({ file, refusals }) => refusals.map((one) => refusal(file, one))),
    ...unreadable.flatMap((file) =>
      inEach((language) => `${file}: ${translator(language).t('lint.unreadable')}`),
    ),
    ...entries.map(newsOf),
    ...(entries.length === 0 ? inEach((language) => translator(language).t('lint.nothing-new')) : []),
    ...inEach((language) => sumOf(report, language)),
  ].join('\n');
}

function inOneLine(said: Refusal, language: Language): string {
  const instead = sayInstead(said, language);
  return `${sayIn(said.part ?? '', said, language)}${instead === null ? '' : `. ${instead}`}`;
}

function sumOf({ refused: { length }, standing }: NotesReport, language: Language): string {
  const { t } = translator(language);
  const published = t('lint.published', { count: standing, n: `${standing}` });
  return length === 0 ? published : `${published} ${t('lint.refused', { n: `${length}` })}`;
}
