import type { IsoInstant } from '../../core/instant.ts';
import type { Place } from '../../core/yaml.ts';
import type { System } from '../../systems/system.ts';
import type { Said } from '../../words/said.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import type { NoteFile } from '../model/note-file.ts';
import type { NoteRule } from '../model/note-rules.ts';
import type { PublishedNote } from '../model/notes-publication.ts';

/** What a rule found and where: a code and its values, whose words are in the catalogue. */
export type Finding = Said &
  Place & {
    readonly file: string;
    /** The id of the rule, such as `promise`. */
    readonly rule: NoteRule | 'defect';
    /** Whether the note is refused for it (`error`), or it is only pointed out. */
    readonly level: 'error' | 'warning';
    /** The field or the update that it is about, where the rule looks at several. */
    readonly part?: string | Said;
  };

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
export type Breach = Said &
  Place & {
    /** `error` unless said otherwise. */
    readonly level?: Finding['level'];
    readonly part?: string | Said;
    /** Words that no finding about this note may repeat, such as a key: they would be published with it. */
    readonly hides?: string;
  };

/** One question about a note; an empty answer means all is well. */
export type Find = (note: NoteFile, context: LintContext) => readonly Breach[] | Promise<readonly Breach[]>;

/** The rules of one topic. */
export type Rules<Ids extends NoteRule> = Readonly<Record<Ids, Find>>;
