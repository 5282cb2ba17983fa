import type { IsoInstant } from '../core/instant.ts';
import type { Count } from '../core/money.ts';
import type { HashDeclaration } from '../ledger/batch-hash.ts';
import type { Caveat } from '../ledger/caveat.ts';
import type { DatasetName, RowOf } from '../ledger/dataset.ts';
import type { FlagName, RefusalName } from '../ledger/finding.ts';
import type { PublishedRecord } from '../ledger/record.ts';

/** What a guard may look at besides the rows it judges. */
export interface View {
  /** The rows of a dataset that this run would publish: read now, or the last good ones; undefined if never read. */
  rows<Name extends DatasetName>(name: Name): readonly RowOf<Name>[] | undefined;
  /** Whether this run read a dataset. */
  isRead(name: DatasetName): boolean;
  /** The rows of a dataset that the last run published; undefined if none did. */
  published<Name extends DatasetName>(name: Name): readonly RowOf<Name>[] | undefined;
  /** The unit in which the last run published a dataset; null without one. */
  publishedUnit(name: DatasetName): string | null;
  /** Whether a row is there but was left out, since it can not be read or later layers could not carry it. */
  isLeftOut(name: DatasetName, id: string): boolean;
  /** How many rows a caveat of a dataset counts: in what this run would publish, and in what the last one did. */
  caveatCounts(name: DatasetName, caveat: Caveat['caveat']): { readonly now: Count; readonly before: Count };
  /** Whether row-level security was active on a table that a dataset was read from in this run. */
  rowsMayBeHidden(name: DatasetName): boolean;
  /** Whether system.yaml says that a row was rightly removed, and why. */
  isSettledRemoval(name: DatasetName, id: string): boolean;
  /** Whether it says that the change of a row which was seen at a time was rightly made, and why. */
  isSettledAlteration(name: DatasetName, id: string, seen: IsoInstant): boolean;
  /** In which sessions the platform makes its hashes. */
  readonly hash: HashDeclaration;
  /** Whether this run reads a dataset from another place than the last one: then what differs is no one's doing but ours. */
  reread(name: DatasetName): boolean;
  /** The published record; when flags are raised, with this run's observations. */
  readonly record: PublishedRecord;
}

/** One row a guard complains of. */
export interface Complaint {
  readonly id: string;
  /** What is wrong and what to do, for the operator. */
  readonly detail: string;
}

/** A named question about a dataset; an empty answer means all is well. */
export interface Guard<Row, Name extends RefusalName | FlagName = RefusalName | FlagName> {
  readonly name: Name;
  find(rows: readonly Row[], view: View): readonly Complaint[];
}

export type Refusal<Row> = Guard<Row, RefusalName>;

export interface Flag<Row> extends Guard<Row, FlagName> {
  /**
   * The other datasets it compares with. They must have been read in the same run: of two instants, nothing
   * follows. Without them the flag is not evaluated, and the manifest says so.
   */
  readonly needs?: readonly DatasetName[];
  /** Those of them that would say another thing with a row that was left out: then it is not evaluated either. */
  readonly needsWhole?: readonly DatasetName[];
  /**
   * How many rows there are of which it could find something. Of none nothing can be said, so it counts as not
   * evaluated.
   */
  readonly looked?: (rows: readonly Row[], view: View) => number;
}
