import { newsOf } from '../domain/note-news.ts';
import type { NoteEntry } from '../domain/note-record.ts';
import type { RefusedNote } from '../domain/notes-manifest.ts';

/** What one run found. */
export interface NotesReport {
  readonly entries: readonly NoteEntry[];
  readonly refused: readonly RefusedNote[];
  /** Files of published notes whose accepted text can no longer be read. */
  readonly unreadable: readonly string[];
  /** Systems whose file is wrong. */
  readonly problems: readonly string[];
  /** How many notes are published after it. */
  readonly standing: number;
}

/** The run in words: what is new, a line each; then what was refused, as editors understand it. */
export function formatReport(report: NotesReport, contentRoot: string): string {
  const { entries, refused, unreadable, problems, standing } = report;
  const refusals = refused.flatMap(({ file, refusals }) =>
    refusals.map(
      ({ line, column, rule, reason }) =>
        `${contentRoot}/written/${file}:${line}:${column} ${rule}: ${reason}`,
    ),
  );
  const news = entries.map(newsOf);
  const none = news.length === 0 ? ['Nothing new.'] : [];
  const said = refused.length === 0 ? '' : `, ${refused.length} refused: what was published of them stands`;
  return [
    ...problems,
    ...refusals,
    ...unreadable.map(
      (file) =>
        `${file}: what was accepted of it can no longer be read; the site shows what the record has of it`,
    ),
    ...news,
    ...none,
    `${standing} ${standing === 1 ? 'note is' : 'notes are'} published${said}.`,
  ].join('\n');
}
