import { jsonOf, sha256Hex } from '../../verifier/bytes.ts';
import { piecesOf } from '../../verifier/pasted.ts';
import { checkPieces } from '../../verifier/pieces.ts';
import type { Judged } from '../../verifier/statement.ts';
import type { Listed } from './lookup-file.ts';

/** A line of the record about a list. */
interface ListRecord {
  readonly dataset?: string;
  readonly id?: string;
  readonly value?: { readonly hashes_sha256?: string };
  readonly after?: { readonly hashes_sha256?: string };
}

/** What became of the check of an answer. */
export interface CheckedList {
  readonly isInList: boolean;
  /** Whether the list is the one that the latest proven record of the batch names; null where no record is at hand. */
  readonly isRecorded: boolean | null;
  /** The record, its entry and the proof that it is in the signed log. */
  readonly proof: readonly Judged[];
}

/** Holds an answer against the whole list of its batch, and the list against the log. @throws Wrong what is no bundle */
export async function checkListed(
  { hash, batch }: Listed,
  {
    list,
    bundle,
    policy,
  }: { readonly list: string; readonly bundle: string; readonly policy: string | null },
): Promise<CheckedList> {
  const pieces = piecesOf(bundle);
  // A bundle holds the changes of the log's key too, which are of no dataset.
  const records = pieces.proven
    .flatMap(({ record }) => (record === null ? [] : [jsonOf<ListRecord>(record, 'record')]))
    .filter(({ dataset }) => dataset !== undefined);
  const isOf = records.every(({ dataset, id }) => dataset === 'lookup' && id === batch);
  const named = records.flatMap(({ value, after }) => (value ?? after)?.hashes_sha256 ?? []).at(-1);
  return {
    isInList: list.split('\n').includes(hash),
    isRecorded: named === undefined ? null : isOf && named === (await sha256Hex(list)),
    proof: await checkPieces({ ...pieces, policy: policy ?? pieces.policy }, null),
  };
}
