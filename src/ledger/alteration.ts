import { compare } from '../core/money.ts';
import { AMOUNT_FIELDS, type Batch, batchSchema, HASHED_FIELDS } from './batch.ts';
import type { Fields, RowRecord } from './record.ts';

/** The columns of a batch that must not change once published: what is hashed, the hash, and a proof. */
export const FIXED_BATCH_FIELDS: readonly string[] = [...HASHED_FIELDS, 'public_hash', 'onchain_tx'];

/** What a hash vouches for, and the hash: whoever alters both together leaves a hash that matches. */
export const VOUCHED_BATCH_FIELDS: readonly string[] = [...HASHED_FIELDS, 'public_hash'];

/**
 * The fields whose published value was replaced or taken away, sorted; `fields` limits them. What was empty
 * and is filled in later (a proof, a note, a hash, a period) is no alteration: it is an addition.
 */
export function alteredFields({ changes }: Pick<RowRecord, 'changes'>, fields?: readonly string[]): string[] {
  const altered = changes.flatMap(({ before, after }) => replaced(before, after));
  return [...new Set(altered)].filter((field) => fields === undefined || fields.includes(field)).toSorted();
}

/** A batch as the record holds it (its note as a digest); null when that was no batch. */
export function batchOf(fields: Fields): Batch | null {
  const columns = Object.keys(batchSchema.shape).map((name) => [name, fields[name] ?? null]);
  const parsed = batchSchema.safeParse(Object.fromEntries(columns));
  return parsed.success ? parsed.data : null;
}

function replaced(before: Fields, after: Fields): string[] {
  return Object.keys(before).filter((field) => {
    const [was, is] = [before[field], after[field]];
    // The same amount in another spelling, as of a column that was widened, is no other amount.
    if (AMOUNT_FIELDS.includes(field) && was !== undefined && is !== undefined) return compare(was, is) !== 0;
    return was !== is;
  });
}
