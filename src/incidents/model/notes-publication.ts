import type { IsoInstant } from '../../core/instant.ts';
import type { Late } from '../../log/late.ts';
import type { Incident } from './incident.ts';
import type { Maintenance } from './maintenance.ts';
import type { NoteImage } from './note-image.ts';
import type { RefusedNote } from './notes-manifest.ts';
import type { WordedFact } from './recorded-note.ts';

/** Why a note, or a change of a published one, was refused: a rule's name and where it was broken. */
export type Refusal = RefusedNote['refusals'][number];

/** One note as it was last accepted, with what publishing saw and when. */
export interface PublishedNote<Note extends Incident | Maintenance> {
  readonly note: Note;
  /** The images that its updates show, as they were accepted; one that is not among them is told by its text alone. */
  readonly images: readonly NoteImage[];
  /** When publishing first saw the note: of the time that the log vouches for, as the others. */
  readonly posted_at: IsoInstant;
  /** When publishing first saw each update, by its number. */
  readonly updates_posted: ReadonlyMap<number, IsoInstant>;
  /** Where the log has the note, or an update by its number, later than the record says; none of it where it has not. */
  readonly late?: { readonly note: Late | null; readonly updates: ReadonlyMap<number, Late> };
  /** Facts of the front matter that changed after publication, oldest first. */
  readonly changes: readonly {
    readonly seen_at: IsoInstant;
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly late?: Late;
  }[];
  /** Set while the file in the repository says something else that was refused: the last accepted stands. */
  readonly refused: { readonly since: IsoInstant; readonly refusals: readonly Refusal[] } | null;
  /**
   * Set where the accepted text can no longer be read as a note: `note` is what the record has of it, without the
   * facts named here, which can not be read there either.
   */
  readonly unreadable?: readonly WordedFact[];
  /** Since when its file is no longer there, though it was published; what was accepted last still stands. */
  readonly gone: IsoInstant | null;
}

/** Everything that incident and maintenance pages, feeds and the calendar are made of. */
export interface NotesPublication {
  /** When publishing last looked at the notes; null while it never did. */
  readonly observed_at: IsoInstant | null;
  readonly demo: boolean;
  /** Newest first, by when they started. */
  readonly incidents: readonly PublishedNote<Incident>[];
  /** In the order of their first window. */
  readonly maintenance: readonly PublishedNote<Maintenance>[];
  /**
   * Notes that were never accepted, and published ones of which not even the record makes a note any more, and why:
   * their existence is said, not their words.
   */
  readonly refused: readonly {
    readonly file: string;
    readonly since: IsoInstant;
    readonly refusals: readonly Refusal[];
  }[];
}

export const NO_NOTES: NotesPublication = {
  observed_at: null,
  demo: false,
  incidents: [],
  maintenance: [],
  refused: [],
};
