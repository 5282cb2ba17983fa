import { z } from 'zod';
import { sha256Hex } from '../core/canonical.ts';
import { type IsoInstant, isoInstantSchema } from '../core/instant.ts';
import { datedAt, type Late } from '../log/late.ts';
import { DATASET_NAMES, type DatasetName } from './dataset.ts';
import { takedownSchema } from './takedown.ts';

/** Fields and their text; a field that is null in the source is absent. */
const fieldsSchema = z.record(z.string(), z.string());
export type Fields = z.infer<typeof fieldsSchema>;

/**
 * One line of a published record: the first value of a row, a later change of it, or that it is gone, with
 * the time this was seen (a gone row that is back is a change, of nothing where it came back as it was); or, where
 * the site itself began to read the dataset from another place, the value it has there or that it has none. Strings only, one entry one line, never rewritten: each line can become the leaf of a Merkle log.
 */
export type RecordEntry<Name extends string = DatasetName> = z.infer<ReturnType<typeof recordEntryOf<Name>>>;

/** The entries of a record that knows these kinds of rows. */
export function recordEntryOf<Name extends string>(names: readonly Name[]) {
  const common = { dataset: z.enum(names), id: z.string(), seen_at: isoInstantSchema };
  const places = { from: z.string(), to: z.string() };
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('first'), value: fieldsSchema }),
    z.strictObject({ ...common, kind: z.literal('change'), before: fieldsSchema, after: fieldsSchema }),
    z.strictObject({ ...common, kind: z.literal('gone') }),
    // The site reads the row from another place, or another way, since then: what differs is our doing.
    z.strictObject({
      ...common,
      ...places,
      kind: z.literal('reread'),
      before: fieldsSchema,
      after: fieldsSchema,
    }),
    z.strictObject({ ...common, ...places, kind: z.literal('unread') }),
  ]);
}

/** What a system's snapshots leave. */
export const recordEntrySchema = recordEntryOf(DATASET_NAMES);

/**
 * The text behind a hash in the record, in a file beside it. A text that must go by law goes from here
 * (the salt stays, and what is stated of it); the record itself, and what will prove it, stay whole.
 */
export const sealedWordsSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  text: z.string().optional(),
  /** Why the text is not there. */
  taken_down: takedownSchema.optional(),
});

export type SealedWords = z.infer<typeof sealedWordsSchema>;

/** An entry, and where its log has it later than it says, how late: then it is of the time that the log vouches for. */
export type SeenEntry<Name extends string = DatasetName> = RecordEntry<Name> & { readonly late?: Late };

/** The entry as readers are to take it. */
export function seenEntry<Name extends string>(entry: RecordEntry<Name>, late: Late | null): SeenEntry<Name> {
  return late === null ? entry : { ...entry, seen_at: datedAt(late), late };
}

/** What the record says of one row. Where the log has an entry later than it says, `late` stands beside its time. */
export interface RowRecord {
  readonly first: Fields;
  readonly first_seen: IsoInstant;
  readonly first_late?: Late;
  readonly changes: readonly {
    readonly seen_at: IsoInstant;
    readonly before: Fields;
    readonly after: Fields;
    readonly late?: Late;
  }[];
  readonly latest: Fields;
  /** Since when the source no longer has the row; null while it has. */
  readonly gone: IsoInstant | null;
  readonly gone_late?: Late;
  /** What the row was found to be where the site began to read it from another place: no change of the source's. */
  readonly rereads: readonly {
    readonly seen_at: IsoInstant;
    readonly from: string;
    readonly to: string;
    readonly before: Fields;
    readonly after: Fields;
  }[];
  /** Since when the site reads from a place that does not have the row; null while it has. */
  readonly unread: IsoInstant | null;
}

/** Whether a change of a row was seen at a time. */
export function hasChange(row: RowRecord | undefined, seen: IsoInstant): boolean {
  return row?.changes.some(({ seen_at }) => seen_at === seen) ?? false;
}

export type RecordOf<Name extends string> = ReadonlyMap<Name, ReadonlyMap<string, RowRecord>>;
export type PublishedRecord = RecordOf<DatasetName>;

/** SHA-256(salt ‖ text), the salt as the bytes its hexadecimal text spells in UTF-8. */
export function seal(salt: string, text: string): string {
  return sha256Hex(salt + text);
}

/** Entries that no record can hold: a second first value, or a change of what was never there. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

/** Plays the entries in order. @throws RecordError */
export function playRecord<Name extends string>(entries: Iterable<SeenEntry<Name>>): RecordOf<Name> {
  const record = new Map<Name, Map<string, RowRecord>>();
  for (const entry of entries) {
    const rows = record.get(entry.dataset) ?? new Map<string, RowRecord>();
    record.set(entry.dataset, rows);
    rows.set(entry.id, afterEntry(rows.get(entry.id), entry));
  }
  return record;
}

function afterEntry(row: RowRecord | undefined, entry: SeenEntry<string>): RowRecord {
  const late = entry.late === undefined ? {} : { late: entry.late };
  if (entry.kind === 'first') {
    if (row !== undefined)
      throw new RecordError(`the record has two first values of ${entry.dataset} ${entry.id}`);
    return {
      first: entry.value,
      first_seen: entry.seen_at,
      ...(entry.late === undefined ? {} : { first_late: entry.late }),
      changes: [],
      latest: entry.value,
      gone: null,
      rereads: [],
      unread: null,
    };
  }
  if (row === undefined)
    throw new RecordError(`the record changes ${entry.dataset} ${entry.id} before its first value`);
  // Of an earlier time that it was gone.
  const { gone_late: _past, ...known } = row;
  if (entry.kind === 'gone')
    return { ...known, gone: entry.seen_at, ...(entry.late === undefined ? {} : { gone_late: entry.late }) };
  if (entry.kind === 'unread') return { ...row, unread: entry.seen_at };
  const { seen_at, before, after } = entry;
  const kept = Object.entries(row.latest).filter(([field]) => !(field in before) && !(field in after));
  const latest = { ...Object.fromEntries(kept), ...after };
  const there = { ...known, latest, gone: null, unread: null };
  if (entry.kind === 'change')
    return { ...there, changes: [...row.changes, { seen_at, before, after, ...late }] };
  const { from, to } = entry;
  return { ...there, rereads: [...row.rereads, { seen_at, from, to, before, after }] };
}
