import { type LintEnding, NO_NOTE } from '../../incidents/accept/lint-content.ts';
import { inIndonesian } from '../../incidents/lint/indonesian.ts';
import { demandOf } from '../../incidents/model/note-rules.ts';
import type { JobReport, Notice } from './job.ts';

/** A summary has a limit of its own; the log of the step has all of them. */
const MOST_ROWS = 300;

/** What is to be shown of the lint: each finding beside its line, and a summary in both languages. */
export function lintReport({ findings, problems: known, strangers, notes }: LintEnding): JobReport {
  const problems = [...known, ...strangers.map((file) => `${file}: ${NO_NOTE.en} · ${NO_NOTE.id}`)];
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  const notices: Notice[] = [
    ...problems.map((text) => ({ level: 'error' as const, title: 'lint:content', text })),
    ...findings.map(({ file, line, column, level, rule, reason, instead }) => ({
      level,
      title: rule,
      text: [reason, instead, inIndonesian(rule, reason), inIndonesian(rule, instead)].join('\n'),
      place: { file, line, column },
    })),
  ];
  const rows = findings.slice(0, MOST_ROWS).map(({ file, line, column, level, rule, reason, instead }) => {
    const demands = demandOf(rule) ?? { en: rule, id: rule };
    const sign = level === 'error' ? 'error · kesalahan' : 'warning · peringatan';
    const found = `${inIndonesian(rule, reason)}. ${inIndonesian(rule, instead)}`;
    const cells = [`${file}:${line}:${column}`, sign, demands.en, demands.id, `${reason}. ${instead}`, found];
    return cells.map(escaped);
  });
  return {
    heading: 'Notes · Catatan',
    text: [
      ...problems,
      `${notes} notes looked at: ${errors} errors, ${warnings} warnings. ${errors === 0 ? 'They can be published.' : 'What has errors is not published until they are mended.'}`,
      `${notes} catatan diperiksa: ${errors} kesalahan, ${warnings} peringatan. ${errors === 0 ? 'Semua dapat diterbitkan.' : 'Catatan yang memuat kesalahan belum diterbitkan sebelum diperbaiki.'}`,
    ].join('\n'),
    table: {
      head: ['where · tempat', 'level · tingkat', 'A note …', 'Sebuah catatan …', 'found', 'temuan'],
      rows,
    },
    notices,
  };
}

/** A summary is HTML, and a finding quotes what somebody wrote. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
