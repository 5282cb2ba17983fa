import type { z } from 'zod';
import type { IsoInstant } from '../core/instant.ts';
import type { Entry, EntryKind } from '../log/entry.ts';
import type { ContentFile } from './unaltered.ts';

/**
 * Lines of one kind below a folder of content, `<name>/<hash>-<stem>.jsonl`, declared once: how they are found, what a
 * line is, which file it belongs in, and what may become of it once it was published.
 */
export interface Series<Manifest, Row> {
  /** Its folder; with `monthly` this is `<name>-<month of the stem>`. */
  readonly name: string;
  readonly monthly?: boolean;
  readonly row: z.ZodType<Row>;
  /** What the manifest says of it: files that count, in the order of their lines. */
  readonly files: (manifest: Manifest) => readonly ContentFile[];
  /** Further files of it that a series of lists names, each line a content file; of one stem the last counts. */
  readonly listedIn?: Series<Manifest, ContentFile>;
  /** The end of the name of the file that a row belongs in; `now` is when it is written. */
  readonly stem: (row: Row, now: IsoInstant) => string;
  readonly kept: Kept<Manifest, Row>;
  readonly entered: Entered<Row>;
}

/** How the lines of a series enter the log. */
export type Entered<Row> =
  | {
      /** Every kind that a line of it can be of: an entry of these, in this folder, is of a line of this series. */
      readonly kinds: readonly EntryKind[];
      readonly of: (row: Row, folder: string) => Pick<Entry, 'kind' | 'id'>;
      /** When a line says that it was published, or came to be; null where it says nothing of the kind. */
      readonly at: (row: Row) => IsoInstant | null;
    }
  /** Why none of it needs an entry of its own. */
  | { readonly because: string };

/** A series of rows of whatever kind. */
export type AnySeries<Manifest> = Omit<Series<Manifest, never>, 'row'> & { readonly row: z.ZodType };

/** What of a series that was published once must still be there, at any later time. */
export type Kept<Manifest, Row> =
  /**
   * Every line, in its place, byte for byte: lines are only added behind others, of the whole `series` or of their own
   * `file`. `same` says where a line may be another all the same.
   */
  | {
      readonly rule: 'every-line';
      readonly within: 'series' | 'file';
      readonly same?: (was: Row, is: Row) => boolean;
    }
  /** Every row, by its identity, as it was, unless something else that is published says why it is other or gone. */
  | {
      readonly rule: 'every-row';
      readonly id: (row: Row) => string;
      readonly isTold: (was: Row, is: Row | null, change: Change<Manifest>) => Promise<boolean>;
    }
  /** It says what is, not what was: why nothing of it needs to stay. */
  | { readonly rule: 'none'; readonly because: string };

/** What became of a folder between two times. */
export interface Change<Manifest> {
  readonly was: Manifest;
  readonly is: Manifest;
  /** The rows behind those that were there, of a series that only grows. */
  readonly added: <Row>(series: Series<Manifest, Row>) => Promise<readonly Row[]>;
  /** The stems of the files that are other than they were, or new. */
  readonly stems: (series: AnySeries<Manifest>) => Promise<ReadonlySet<string>>;
}

/** The rows of a series of a folder. */
export type RowsOf<Manifest> = <Row>(series: Series<Manifest, Row>) => Row[];

/** A file that rows vouch for as a manifest does for a file of lines. */
export type Attachment = Pick<ContentFile, 'path' | 'sha256'>;

/** A folder below `generated`: one manifest, which alone says what counts, and the series it names. */
export interface ContentFolder<Manifest> {
  readonly name: string;
  readonly manifest: z.ZodType<Manifest>;
  readonly series: readonly AnySeries<Manifest>[];
  readonly attachments?: {
    readonly name: string;
    readonly of: (rows: RowsOf<Manifest>) => readonly Attachment[];
  };
  readonly isDemo: (manifest: Manifest) => boolean;
  /** Whether its newest `observed_at` is that of the run which left it; absent where it always is. */
  readonly isDated?: (manifest: Manifest) => boolean;
  /** What a manifest itself must go on saying: the problems, `base` being what the earlier time is called. */
  readonly manifestKept?: (was: Manifest, is: Manifest, base: string) => string[];
}

/** `record/<hash>-2026-01.jsonl` → `2026-01`. */
export function stemOf({ path }: Pick<ContentFile, 'path'>): string {
  return path.replace(/^.*\/(?:[0-9a-f]{12}-)?|\.jsonl$/g, '');
}

/** The files that count of some that a list and a manifest name: the last of each stem, in the order of stems. */
export function lastOfEachStem(files: readonly ContentFile[]): ContentFile[] {
  const byStem = new Map(files.map((file) => [stemOf(file), file]));
  return [...byStem].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}
