import type { IsoInstant } from '../domain/instant.ts';
import type { Asker } from './question.ts';

/** Where a note is written: folders, the present time, the writer's zone, and whether somebody can be asked. */
export interface Desk {
  readonly contentRoot: string;
  /** Where prepared drafts wait: git ignores it. */
  readonly draftsFolder: string;
  readonly now: IsoInstant;
  /** The IANA zone in which times are written. */
  readonly zone: string;
  /** Null where nobody sits at a terminal. */
  readonly asker: Asker | null;
}

/** What the writer reads in the end, and the file that was written. */
export interface Written {
  readonly text: string;
  /** Null when nothing had to be written. */
  readonly file: string | null;
}
