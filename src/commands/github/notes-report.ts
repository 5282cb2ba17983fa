import { LANGUAGES } from '../../core/language.ts';
import type { AcceptEnding } from '../../incidents/accept/accept.ts';
import { inEveryLanguage } from '../../words/in-every-language.ts';
import { translator } from '../../words/translator.ts';
import { bilingual, type JobReport } from './job.ts';
import { demandsOf } from './lint-report.ts';

/** What is to be shown of a run over the notes: files, places and names of rules, never the words of a note. */
export function notesReport({ manifest, exitCode }: AcceptEnding): JobReport {
  const heading = bilingual('lint.heading');
  const inEach = (key: 'lint.broken') => Object.values(inEveryLanguage(key)).join('\n');
  const refusals = manifest.refused.flatMap(({ file, refusals }) =>
    refusals.map(({ line, column, rule }) => ({
      file,
      place: `${line}:${column}`,
      rule,
      demands: demandsOf(rule),
    })),
  );
  const notices: JobReport['notices'] = refusals.map(({ file, place, rule, demands }) => ({
    level: 'error',
    title: `${file}:${place}`,
    text: LANGUAGES.map((language, index) =>
      translator(language).t('lint.refusal', { rule, demand: demands[index] ?? rule }),
    ).join('\n'),
  }));
  const head = [
    bilingual('lint.column.refused'),
    bilingual('lint.column.where'),
    bilingual('lint.column.rule'),
    ...Object.values(inEveryLanguage('lint.column.demand')),
  ];
  return {
    heading,
    text: '',
    table: {
      head,
      rows: refusals.map(({ file, place, rule, demands }) => [file, place, rule, ...demands]),
    },
    notices:
      exitCode !== 0 && refusals.length === 0
        ? [{ level: 'error', title: heading, text: inEach('lint.broken') }]
        : notices,
  };
}
