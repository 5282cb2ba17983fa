import { LANGUAGES } from '../../core/language.ts';
import { type LintEnding, sentencesOf, sumOf, troublesOf } from '../../incidents/accept/lint-content.ts';
import { isNoteRule } from '../../incidents/model/note-rules.ts';
import { inEveryLanguage } from '../../words/in-every-language.ts';
import { translator } from '../../words/translator.ts';
import { bilingual, type JobReport, type Notice } from './job.ts';

/** A summary has a limit of its own; the log of the step has all of them. */
const MOST_ROWS = 300;

/** What is to be shown of the lint: each finding beside its line, and a summary in both languages. */
export function lintReport(ending: LintEnding): JobReport {
  const { findings } = ending;
  const troubles = [...new Set(LANGUAGES.flatMap((language) => troublesOf(ending, language)))];
  const notices: Notice[] = [
    ...troubles.map((text) => ({ level: 'error' as const, title: 'lint:content', text })),
    ...findings.map((finding) => {
      const { file, line, column, level, rule } = finding;
      const text = LANGUAGES.flatMap((language) => sentencesOf(finding, language)).join('\n');
      return { level, title: rule, text, place: { file, line, column } };
    }),
  ];
  const rows = findings.slice(0, MOST_ROWS).map((finding) => {
    const { file, line, column, level, rule } = finding;
    const demands = demandsOf(rule);
    const found = LANGUAGES.map((language) => sentencesOf(finding, language).join('. '));
    const cells = [`${file}:${line}:${column}`, bilingual(`lint.${level}`), ...demands, ...found];
    return cells.map(escaped);
  });
  const isRefused = findings.some(({ level }) => level === 'error');
  const verdict = isRefused ? 'unpublishable' : troubles.length > 0 ? 'broken' : 'publishable';
  const said = LANGUAGES.map(
    (language) => `${sumOf(ending, language)} ${translator(language).t(`lint.${verdict}`)}`,
  );
  const head = [
    bilingual('lint.column.where'),
    bilingual('lint.column.level'),
    ...Object.values(inEveryLanguage('lint.column.demand')),
    ...Object.values(inEveryLanguage('lint.column.found')),
  ];
  return {
    heading: bilingual('lint.heading'),
    text: [...troubles, ...said].join('\n'),
    table: { head, rows },
    notices,
  };
}

/** What a rule demands, in each language; the name of one that has no words. */
export function demandsOf(rule: string): string[] {
  return isNoteRule(rule) ? Object.values(inEveryLanguage(`rule.${rule}`)) : LANGUAGES.map(() => rule);
}

/** A summary is HTML, and a finding quotes what somebody wrote. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
