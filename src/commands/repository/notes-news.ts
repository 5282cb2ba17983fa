import { newsOf } from '../../incidents/model/note-news.ts';
import { NOTES_RECORD } from '../../incidents/model/notes-folder.ts';
import type { NotesManifest } from '../../incidents/model/notes-manifest.ts';
import type { Published } from '../../store/published.ts';
import { addedSince, type Since } from '../../store/since.ts';
import type { News } from './news.ts';

/** What was posted or changed since the last commit. */
export async function notesNews(
  published: Published<NotesManifest> & { readonly manifest: NotesManifest },
  since: Since<NotesManifest> | null,
): Promise<News> {
  const { manifest } = published;
  const refusedBefore = new Set(since?.was.refused.map(({ file }) => file));
  const posted = (await addedSince(published, since, NOTES_RECORD)).map(newsOf);
  const refused = manifest.refused
    .filter(({ file }) => !refusedBefore.has(file))
    .map(
      ({ file, refusals }) =>
        `${file}: refused (${[...new Set(refusals.map(({ rule }) => rule))].join(', ')})`,
    );
  const lines = [...posted, ...refused];
  const short = [
    posted.length === 0 ? '' : `${posted.length} in the record`,
    refused.length === 0 ? '' : `${refused.length} refused`,
  ].filter((part) => part !== '');
  return {
    noun: 'Notes',
    at: manifest.observed_at,
    short: lines.length === 1 ? (lines[0] ?? '') : short.join(', ') || 'nothing new',
    lines,
  };
}
