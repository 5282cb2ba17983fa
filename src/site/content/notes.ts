import { offers } from '../../core/site.ts';
import { imageFileName, type NoteImage } from '../../incidents/model/note-image.ts';
import { NOTES, NOTES_RECORD, notesIn } from '../../incidents/model/notes-folder.ts';
import { imageFileOf } from '../../incidents/model/notes-manifest.ts';
import { NO_NOTES, type NotesPublication } from '../../incidents/model/notes-publication.ts';
import { publishedNotes } from '../../incidents/model/published-notes.ts';
import { seenEntry } from '../../ledger/record.ts';
import { datedRows } from '../../store/log-times.ts';
import { assertWhole, rootOf, unalteredBytes } from '../../store/published.ts';
import { readerFor } from '../../words/reader.ts';
import { takenDownSentence } from '../../words/taken-down.ts';
import { CONTENT, logTimes, remembered } from './files.ts';
import { site } from './site.ts';

/** The notes as they were accepted last. Throws an Error that names what is not as it was published. */
export const notes = remembered(NOTES, (published): NotesPublication => {
  const { manifest, rows } = published;
  if (manifest === null) return NO_NOTES;
  assertWhole(published);
  const seen = datedRows(published, NOTES_RECORD, logTimes()).map(({ row, late }) => seenEntry(row, late));
  return publishedNotes({ manifest, ...notesIn(rows, seen) }, (language, stated) =>
    takenDownSentence(readerFor(language, site()), stated),
  );
});

/** An image as it is served: its name below `/media/`, and its bytes. */
export function noteImages(): {
  readonly name: string;
  readonly type: NoteImage['type'];
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}[] {
  if (!offers(site(), 'incidents')) return [];
  const { incidents, maintenance } = notes();
  const images = [...incidents, ...maintenance].flatMap((published) => published.images);
  const byName = new Map(images.map((image) => [imageFileName(image), image]));
  return [...byName].map(([name, image]) => ({
    name,
    type: image.type,
    bytes: () => new Uint8Array(unalteredBytes(rootOf(CONTENT, NOTES), imageFileOf(image))),
  }));
}
