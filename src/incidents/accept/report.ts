import type { Language } from '../../core/language.ts';
import { inIndonesian } from '../lint/indonesian.ts';
import type { Words } from '../model/note.ts';
import { newsOf } from '../model/note-news.ts';
import type { NoteEntry } from '../model/note-record.ts';
import type { RefusedNote } from '../model/notes-manifest.ts';
import { type Stray, strayRefusal } from './strays.ts';

/** What one run found. */
export interface NotesReport {
  readonly entries: readonly NoteEntry[];
  readonly refused: readonly RefusedNote[];
  /** Files of published notes whose accepted text can no longer be read. */
  readonly unreadable: readonly string[];
  /** Systems whose file is wrong. */
  readonly problems: readonly string[];
  /** Files below `written/` that are no notes and that nothing reads. */
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
  const refusals = refused.flatMap(({ file, refusals }) =>
    refusals.map(({ line, column, rule, reason }) => {
      const told = { en: reason, id: inIndonesian(rule, reason) };
      const said = languages.map((language) => told[language]).join('\n    ');
      return `${contentRoot}/written/${file}:${line}:${column} ${rule}: ${said}`;
    }),
  );
  const misplaced = strays.map((stray) => {
    const { reason, rule } = strayRefusal(stray);
    const told = { en: reason, id: inIndonesian(rule, reason) };
    const said = languages.map((language) => told[language]).join('\n    ');
    return `${contentRoot}/written/${stray.file}:1:1 ${rule}: ${said}`;
  });
  return [
    ...problems,
    ...misplaced,
    ...refusals,
    ...unreadable.flatMap((file) => languages.map((language) => `${file}: ${UNREADABLE[language]}`)),
    ...entries.map(newsOf),
    ...(entries.length === 0 ? languages.map((language) => NOTHING_NEW[language]) : []),
    ...languages.map((language) => sumOf(report)[language]),
  ].join('\n');
}

const UNREADABLE: Words = {
  en: 'what was accepted of it can no longer be read; the site shows what the record has of it',
  id: 'yang telah diterima darinya tidak lagi dapat dibaca; situs menampilkan yang tercatat dalam rekaman',
};
const NOTHING_NEW: Words = { en: 'Nothing new.', id: 'Tidak ada yang baru.' };

function sumOf({ refused: { length }, standing }: NotesReport): Words {
  const refused = {
    en: length === 0 ? '' : `, ${length} refused: what was published of them stands`,
    id: length === 0 ? '' : `, ${length} ditolak: yang telah diterbitkan darinya tetap berlaku`,
  };
  return {
    en: `${standing} ${standing === 1 ? 'note is' : 'notes are'} published${refused.en}.`,
    id: `${standing} catatan diterbitkan${refused.id}.`,
  };
}
