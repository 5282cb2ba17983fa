import type { IsoInstant } from '../../core/instant.ts';
import type { lintNote } from '../lint/lint.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { noteWith, toNote } from '../model/note-file.ts';
import type { NoteImage } from '../model/note-image.ts';
import type { AcceptedNote } from '../model/notes-manifest.ts';
import type { PublishedNote, Refusal } from '../model/notes-publication.ts';
import { type ImagesOfNote, imagesOf, replacedImages } from './images.ts';
import type { Known, WrittenNote } from './written.ts';

type Note = Incident | Maintenance;

export type Judgement =
  | {
      readonly note: Note;
      readonly copy: AcceptedNote;
      /** The images that are new with it, by where they are to be kept. */
      readonly files: ImagesOfNote['files'];
    }
  | { readonly refusals: readonly Refusal[] };

export interface Judge {
  readonly known: Known;
  readonly now: IsoInstant;
  readonly lint: typeof lintNote;
  /** Official addresses, which a note may name. */
  readonly wallets: ReadonlySet<string>;
  /** Published notes whose file is no longer there. */
  readonly vanished: readonly Note[];
  /** What was accepted last of this file, and what was published of it (null: it can not be read); null when never. */
  readonly before: (
    file: string,
  ) => { readonly copy: AcceptedNote; readonly published: () => PublishedNote<Note> | null } | null;
}

/** Whether a file is accepted as it is. What was accepted once is not judged anew: rules concern new words only. */
export async function judge(written: WrittenNote, judge: Judge): Promise<Judgement> {
  const { kind, file, note: noteFile } = written;
  const { known, now, lint, wallets, vanished } = judge;
  const before = judge.before(file);
  const system = known.systems.get(noteFile.facts?.system ?? '');
  const note = system === undefined ? null : toNote(noteFile, system);
  if (before !== null && isAsAccepted(before.copy, written)) {
    const same = note ?? noteWith(noteFile, before.copy.impact);
    if (same !== null)
      return { note: same, copy: { ...before.copy, impact: impactOf(same) }, files: new Map() };
  }
  const published = before?.published() ?? null;
  if (before !== null && published === null) return { refusals: [LOST] };
  const findings = await lint(noteFile, {
    ...known,
    now,
    published: () => published,
    ...besideNote(written, before?.copy ?? null),
    wallets,
    vanished,
  }).catch(defect);
  const refusals = findings.filter(({ level }) => level === 'error').map(toRefusal);
  if (refusals.length > 0) return { refusals };
  // The lint has said all of this already, in better words; that it holds does not rest on the lint.
  if (note === null) return { refusals: [UNREADABLE] };
  const rewritten = published === null ? [] : rewrittenIn(published.note, note, noteFile.sections);
  const replaced = before === null ? [] : replacedImages(before.copy, written.images).map(REPLACED);
  if (rewritten.length + replaced.length > 0) return { refusals: [...rewritten, ...replaced] };
  const shown = imagesOf(noteFile, written.images, before?.copy ?? null);
  if ('unusable' in shown) return { refusals: [UNUSABLE(shown.unusable)] };
  const { images, files } = shown;
  const copy = { kind, file, text: noteFile.text, impact: impactOf(note) };
  return { note, copy: images.length === 0 ? copy : { ...copy, images: [...images] }, files };
}

/** Whether a file says what was accepted of it, and shows it: an image that is another by now is an edit. */
export function isAsAccepted(
  copy: AcceptedNote,
  { note, images }: Pick<WrittenNote, 'note' | 'images'>,
): boolean {
  return copy.text === note.text && replacedImages(copy, images).length === 0;
}

/** What the lint may know of the files beside a note. An image that was accepted stands, wherever its file went. */
export function besideNote(
  { exists, images }: Pick<WrittenNote, 'exists' | 'images'>,
  copy: AcceptedNote | null,
): Pick<WrittenNote, 'exists' | 'images'> {
  const accepted = new Set(copy?.images?.map((image) => image.path));
  return { exists: (path) => accepted.has(path) || exists(path), images };
}

const UNREADABLE: Refusal = {
  rule: 'form',
  line: 1,
  column: 1,
  reason: 'the note can not be read as one, or names a system or a severity that is not known',
};

const REPLACED = ({ path }: NoteImage): Refusal => ({
  rule: 'published-image',
  line: 1,
  column: 1,
  reason: `the image "${path}" was published and its file is another by now; put it back, and show the other one under a name of its own in a new update`,
});

const UNUSABLE = (path: string): Refusal => ({
  rule: 'image',
  line: 1,
  column: 1,
  reason: `the image "${path}" is not there, or not one that can be shown`,
});

/** Without what was published, nothing says that a new text leaves it as it was. */
const LOST: Refusal = {
  rule: 'published',
  line: 1,
  column: 1,
  reason: 'what was published of this note can no longer be read, so no other text can take its place',
};

/** The updates that were published and are not in the file as they were. */
function rewrittenIn(
  published: Note,
  note: Note,
  sections: readonly { readonly line: number; readonly column: number }[],
): Refusal[] {
  return published.updates.flatMap((was): Refusal[] => {
    const is = note.updates[was.number - 1];
    const same =
      is?.status === was.status &&
      is.at === was.at &&
      is.text.en === was.text.en &&
      is.text.id === was.text.id;
    if (same) return [];
    const { line, column } = sections[was.number - 1] ?? { line: 1, column: 1 };
    const what = is === undefined ? 'is no longer there' : 'is not as it was published';
    const reason = `update ${was.number} ${what}; put it back, and say what was wrong in a new "## Correction" at the end`;
    return [{ rule: 'published-update', line, column, reason }];
  });
}

function impactOf(note: Note): AcceptedNote['impact'] {
  return note.kind === 'incident' ? note.impact : null;
}

type Finding = Awaited<ReturnType<typeof lintNote>>[number];

function toRefusal({ rule, line, column, reason, instead }: Finding): Refusal {
  return { rule, line, column, reason: instead === '' ? reason : `${reason}. ${instead}` };
}

/** A defect of ours costs this one note, and is told. */
function defect(error: unknown): Finding[] {
  const reason = `the note could not be looked through: a defect of this program (${(error as Error).name})`;
  return [{ file: '', line: 1, column: 1, rule: 'defect', level: 'error', reason, instead: '' }];
}
