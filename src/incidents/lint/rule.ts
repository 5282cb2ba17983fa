import type { IsoInstant } from '../../core/instant.ts';
import type { System } from '../../systems/system.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import type { NoteFile } from '../model/note-file.ts';
import type { NoteRule } from '../model/note-rules.ts';
import type { PublishedNote } from '../model/notes-publication.ts';

/** One thing in a note that is refused (`error`) or only pointed out (`warning`). */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The id of the rule, such as `promise`. */
  readonly rule: string;
  readonly level: 'error' | 'warning';
  /** What is wrong, for somebody who is not a programmer. */
  readonly reason: string;
  /** What to write instead. */
  readonly instead: string;
}

/** What a rule may know besides the note itself. */
export interface LintContext {
  readonly systems: ReadonlyMap<string, System>;
  /** The ids of the playbooks, by system. */
  readonly playbooks: ReadonlyMap<string, readonly string[]>;
  readonly now: IsoInstant;
  /** What was accepted last of this note; null when never. */
  readonly published: (slug: string) => PublishedNote<Incident | Maintenance> | null;
  /** Published notes whose file is no longer there; none unless given. */
  readonly vanished?: readonly (Incident | Maintenance)[];
  /** Whether a path next to the notes exists, such as `images/delay.png`, or did when it was published. */
  readonly exists: (path: string) => boolean;
  /** The bytes of the images that stand beside the note, by that path; none unless given. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** Official wallet addresses, which may be named; none unless given. */
  readonly wallets?: ReadonlySet<string>;
}

/** A finding without what the rule itself already says. */
export interface Breach {
  readonly line: number;
  readonly column: number;
  /** `error` unless said otherwise. */
  readonly level?: Finding['level'];
  readonly reason: string;
  readonly instead: string;
  /** Words that no finding about this note may repeat, such as a key: they would be published with it. */
  readonly hides?: string;
}

/** One question about a note; an empty answer means all is well. */
export interface Rule {
  readonly id: NoteRule;
  readonly find: (note: NoteFile, context: LintContext) => readonly Breach[] | Promise<readonly Breach[]>;
}
