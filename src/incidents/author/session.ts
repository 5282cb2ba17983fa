import type { IsoInstant } from '../../core/instant.ts';
import type { Language } from '../../core/language.ts';
import type { Asking } from './question.ts';

/** Where a note is written: folders, the present time, the writer's zone and language, and whether somebody can be asked. */
export interface Session {
  readonly contentRoot: string;
  /** Where prepared drafts wait: git ignores it. */
  readonly draftsFolder: string;
  readonly now: IsoInstant;
  /** The IANA zone in which times are written. */
  readonly zone: string;
  /** Of questions, hints and errors, unless `--lang` says otherwise. A note is always written in both. */
  readonly language: Language;
  /** Null where nobody sits at a terminal. */
  readonly asker: Asking['asker'];
}

/** A session, and the words that are said at it. */
export interface AskingSession extends Session, Asking {}

/** What the writer reads in the end, and the file that was written. */
export interface Written {
  readonly text: string;
  /** Null when nothing had to be written. */
  readonly file: string | null;
}
