import type { AcceptEnding } from '../notes/accept.ts';
import type { JobReport } from './job.ts';

/** What is to be shown of a run over the notes: files, places and names of rules, never the words of a note. */
export function notesReport({ manifest, exitCode }: AcceptEnding): JobReport {
  const heading = 'Notes';
  if (manifest === null) {
    const text = 'No note was looked at, or nothing could be kept: the log of this step says why.';
    return { heading, text, notices: [{ level: 'error', title: heading, text }] };
  }
  const rows = manifest.refused.flatMap(({ file, refusals }) =>
    refusals.map(({ line, column, rule }) => [file, `${line}:${column}`, rule]),
  );
  const notices: JobReport['notices'] = rows.map(([file = '', place = '', rule = '']) => ({
    level: 'error',
    title: `${file}:${place}`,
    text: `refused (${rule}); what was published of it stands`,
  }));
  const broken = 'The file of a system is wrong: the log of this step says where.';
  return {
    heading,
    text: '',
    table: { head: ['refused', 'place', 'rule'], rows },
    notices:
      exitCode !== 0 && rows.length === 0 ? [{ level: 'error', title: heading, text: broken }] : notices,
  };
}
