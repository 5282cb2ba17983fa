import { observeAll, standingNote } from '../incidents/accept/standing.ts';
import { isWordOfNote } from '../incidents/model/note-record.ts';
import { NOTES, NOTES_RECORD, NOTES_WORDS, notesIn } from '../incidents/model/notes-folder.ts';
import type { NotesManifest } from '../incidents/model/notes-manifest.ts';
import { acceptedNote, slugOf } from '../incidents/model/published-notes.ts';
import { standingInSpite } from '../incidents/model/taken-down-note.ts';
import { wordsFaults } from '../ledger/fold.ts';
import { RecordError } from '../ledger/record.ts';
import type { FoldFault, FoldFaultName } from '../store/fold.ts';
import type { Published } from '../store/published.ts';

/** That the notes which stand, and their words, are what the record of them comes to. */
export function notesFaults({ manifest, rows }: Published<NotesManifest>): FoldFault[] {
  if (manifest === null) return [];
  const faults: FoldFault[] = [];
  const say = (fault: FoldFaultName, what: string) => void faults.push({ fault, folder: NOTES.name, what });
  let content: ReturnType<typeof notesIn>;
  try {
    content = notesIn(rows);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    say('row', error.message);
    return faults;
  }
  const { accepted, record, words } = content;
  const noted = accepted.map((copy) => {
    const slug = slugOf(copy);
    const there = record.get(copy.kind)?.get(slug)?.gone === null;
    return { copy, slug, there, note: acceptedNote(copy) };
  });
  const standing = noted.flatMap(({ copy, there, note }) =>
    note === null ? [] : [standingNote(copy, there, note)],
  );
  // Of a copy that can not be read, the record alone is shown.
  const kept = noted.flatMap(({ copy, slug, there, note }) =>
    note === null ? [{ kind: copy.kind, slug, there }] : [],
  );
  const { entries } = observeAll({ record, words }, standing, kept, manifest.observed_at);
  for (const { dataset, id } of entries) say('row', `${dataset} ${id}`);
  for (const { note, copy } of standing)
    for (const number of standingInSpite(note, { record, words }))
      say('takedown', `${copy.kind} ${note.slug}/${number}`);
  const shown = new Set(noted.map(({ copy, slug }) => `${copy.kind} ${slug}`));
  for (const kind of ['incident', 'maintenance'] as const)
    for (const slug of record.get(kind)?.keys() ?? [])
      if (!shown.has(`${kind} ${slug}`)) say('gone', `${kind} ${slug}`);
  for (const { fault, what } of wordsFaults(rows(NOTES_RECORD), rows(NOTES_WORDS), isWordOfNote))
    say(fault, what);
  return faults;
}
