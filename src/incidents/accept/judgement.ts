import type { IsoInstant } from '../../core/instant.ts';
import type { Place } from '../../core/yaml.ts';
import type { Said } from '../../words/said.ts';
import type { Finding, lintNote } from '../lint/lint.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { noteWith, toNote } from '../model/note-file.ts';
import type { NoteImage } from '../model/note-image.ts';
import type { AcceptedNote } from '../model/notes-manifest.ts';
import type { PublishedNote } from '../model/notes-publication.ts';
import { type ImagesOfNote, imagesOf, replacedImages } from './images.ts';
import type { Known, WrittenNote } from './written.ts';

type Note = Incident | Maintenance;

/** Why a note is refused, as the lint says it, or what guards that it holds. */
export type Refusal = Said & Place & Pick<Finding, 'rule' | 'part'>;

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

const TOP = { line: 1, column: 1 };
const UNREADABLE: Refusal = { rule: 'form', ...TOP, code: 'refused.unreadable' };
const REPLACED = ({ path }: NoteImage): Refusal => ({
  rule: 'published-image',
  ...TOP,
  code: 'refused.replaced',
  values: { path },
});
const UNUSABLE = (path: string): Refusal => ({
  rule: 'image',
  ...TOP,
  code: 'refused.unusable',
  values: { path },
});
/** Without what was published, nothing says that a new text leaves it as it was. */
const LOST: Refusal = { rule: 'published', ...TOP, code: 'published.lost' };

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
    const { line, column } = sections[was.number - 1] ?? TOP;
    const code = is === undefined ? 'refused.update-gone' : 'refused.update-altered';
    return [{ rule: 'published-update', line, column, code, values: { number: was.number } }];
  });
}

function impactOf(note: Note): AcceptedNote['impact'] {
  return note.kind === 'incident' ? note.impact : null;
}

function toRefusal({ file: _, level: __, ...refusal }: Finding): Refusal {
  return refusal;
}

/** A defect of ours costs this one note, and is told. */
function defect(error: unknown): Finding[] {
  const values = { name: (error as Error).name };
  return [{ file: '', ...TOP, rule: 'defect', level: 'error', code: 'defect', values }];
}
