import type { AcceptEnding } from '../../incidents/accept/accept.ts';
import { demandOf } from '../../incidents/model/note-rules.ts';
import type { JobReport } from './job.ts';

/** What is to be shown of a run over the notes: files, places and names of rules, never the words of a note. */
export function notesReport({ manifest, exitCode }: AcceptEnding): JobReport {
  const heading = 'Notes';
  if (manifest === null) {
    const text = 'No note was looked at, or nothing could be kept: the log of this step says why.';
    return { heading, text, notices: [{ level: 'error', title: heading, text }] };
  }
  const rows = manifest.refused.flatMap(({ file, refusals }) =>
    refusals.map(({ line, column, rule }) => {
      const demands = demandOf(rule) ?? { en: rule, id: rule };
      return [file, `${line}:${column}`, rule, demands.en, demands.id];
    }),
  );
  const notices: JobReport['notices'] = rows.map(([file = '', place = '', rule = '', en = '', id = '']) => ({
    level: 'error',
    title: `${file}:${place}`,
    text: [
      `refused (${rule}): a note ${en}; what was published of it stands`,
      `ditolak (${rule}): sebuah catatan ${id}; yang telah diterbitkan tetap berlaku`,
    ].join('\n'),
  }));
  const broken =
    'The file of a system is wrong, or a file stands where nothing reads it: the log of this step says where.';
  return {
    heading,
    text: '',
    table: {
      head: ['refused · ditolak', 'place · tempat', 'rule · aturan', 'A note …', 'Sebuah catatan …'],
      rows,
    },
    notices:
      exitCode !== 0 && rows.length === 0 ? [{ level: 'error', title: heading, text: broken }] : notices,
  };
}
