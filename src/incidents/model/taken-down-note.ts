import { LANGUAGES } from '../../core/language.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { TAKEN_DOWN, type Takedown } from '../../ledger/takedown.ts';
import { parseMarkdown } from '../note/markdown.ts';
import type { Incident } from './incident.ts';
import type { Maintenance } from './maintenance.ts';
import type { Words } from './note.ts';
import { readNoteFile } from './note-file.ts';
import { imagesIn } from './note-image.ts';
import { type NotesRecord, updateId } from './note-record.ts';
import type { AcceptedNote } from './notes-manifest.ts';

interface Recorded {
  readonly record: NotesRecord;
  /** By digest. */
  readonly words: ReadonlyMap<string, SealedWords>;
}

/** What is said in the place of a text, as Markdown: see `words/taken-down.ts`. */
export type SayTakenDown = (language: keyof Words, stated: Takedown) => string;

/** The texts of an update that are sealed without their words: by the language. */
function sealedTexts(
  { kind, slug }: Pick<Incident | Maintenance, 'kind' | 'slug'>,
  number: number,
  { record, words }: Recorded,
): Partial<Record<keyof Words, SealedWords>> {
  const fields = record.get(`${kind}-update`)?.get(updateId(slug, number))?.latest ?? {};
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const sealed = words.get(fields[language] ?? '');
      return sealed === undefined || sealed.text !== undefined ? [] : [[language, sealed]];
    }),
  );
}

/** The numbers of the updates in which a text stands that was taken down. */
export function standingInSpite(note: Incident | Maintenance, recorded: Recorded): number[] {
  return note.updates.flatMap(({ number, text }) => {
    const sealed = sealedTexts(note, number, recorded);
    return LANGUAGES.some(
      (language) => sealed[language] !== undefined && text[language] !== TAKEN_DOWN[language],
    )
      ? [number]
      : [];
  });
}

/** A note in which, in the place of each text that was taken down, stands when that was, by whom and why. */
export function withTakedowns<Note extends Incident | Maintenance>(
  note: Note,
  recorded: Recorded,
  say: SayTakenDown,
): Note {
  const updates = note.updates.map((update) => {
    const sealed = sealedTexts(note, update.number, recorded);
    const told = LANGUAGES.flatMap((language) => {
      const stated = sealed[language]?.taken_down;
      return stated === undefined ? [] : [[language, say(language, stated)] as const];
    });
    return told.length === 0 ? update : { ...update, text: { ...update.text, ...Object.fromEntries(told) } };
  });
  return { ...note, updates };
}

/** A copy without the text of one update, and without the images that it alone shows; null where it has no such update. */
export function withoutText(copy: AcceptedNote, number: number): AcceptedNote | null {
  const text = withoutPassages(copy, number);
  if (text === null) return null;
  const { images = [], ...rest } = copy;
  const { sections } = readNoteFile(copy.kind, copy.file, new TextEncoder().encode(text));
  const shown = new Set(
    sections.flatMap(({ passages }) =>
      passages.flatMap((passage) => imagesIn(parseMarkdown(passage.text, false)).map((one) => one.path)),
    ),
  );
  const left = images.filter((image) => shown.has(image.path));
  return left.length === 0 ? { ...rest, text } : { ...rest, text, images: left };
}

/** The Markdown of a note with the texts of one update replaced in both languages; null where it has no such update. */
export function withoutPassages(
  { kind, file, text }: Pick<AcceptedNote, 'kind' | 'file' | 'text'>,
  number: number,
): string | null {
  const note = readNoteFile(kind, file, new TextEncoder().encode(text));
  const passages = note.sections[number - 1]?.passages ?? [];
  if (passages.length === 0) return null;
  const lines = note.text.split('\n');
  for (const { tree, language } of passages.toReversed()) {
    const first = tree.children.at(0)?.position?.start.line;
    const last = tree.children.at(-1)?.position?.end.line;
    if (first !== undefined && last !== undefined)
      lines.splice(first - 1, last - first + 1, TAKEN_DOWN[language]);
  }
  return lines.join('\n');
}
