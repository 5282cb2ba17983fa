import type { PeerTime } from '../core/clock.ts';
import type { Caveat } from '../ledger/caveat.ts';
import type { DatasetName, RowOf } from '../ledger/dataset.ts';
import type { Form, FormChoice } from '../ledger/form.ts';
import type { UnreadableRow } from '../postgres/table.ts';

/** Where datasets come from, whatever its protocol: one consistent view of them all. */
export interface Source {
  readonly kind: 'postgres';
  /** True when the source itself says that its figures are invented. */
  readonly demo: boolean;
  /** What the source says of the time; null where it is on this machine itself. */
  readonly time: PeerTime | null;
  /**
   * Reads a dataset from the place where the source keeps it. Another place than before is read only where it is our
   * doing: the operator's choice names it, or our own code reads the same place in another way.
   *
   * @throws SourceError, and nothing else, for whatever the source does wrong.
   */
  read<Name extends DatasetName>(name: Name, asked?: Asked): Promise<Reading<Name>>;
}

/** What is known of a dataset's place before it is read. */
export interface Asked {
  /** What the operator chose, where the source holds several. */
  readonly choice?: FormChoice | undefined;
  /** The mapping by which it was last published; absent where it never was. */
  readonly before?: string | undefined;
}

export interface Reading<Name extends DatasetName> {
  readonly rows: readonly RowOf<Name>[];
  /** The columns that were asked for, by their name in the source, with the type that each must have there. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether row-level security was active on every table read; null where the source can not tell. */
  readonly rowSecurity: boolean | null;
  /** Whether rows may be missing without an error: it was active on a table of which no policy shows every row. */
  readonly rowsMayBeHidden: boolean;
  /** The form it was found in; null for a dataset that is the same in every form. */
  readonly form: Form | null;
  /** Where in the source that is, for the operator; null where the form is. */
  readonly place: string | null;
  /** What is left out or undocumented, with counts. */
  readonly caveats: readonly Caveat[];
  /** Rows that are there and can not be read, each by name; empty where the first of them fails the whole. */
  readonly unreadable: readonly UnreadableRow[];
  /** A name of the place and the way it is read, which changes when either does: see `Place.mapping`. */
  readonly mapping: string;
}
