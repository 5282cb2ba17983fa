import { compareInstants, type IsoInstant, toIso } from '../../core/instant.ts';
import { compare, sumOf } from '../../core/money.ts';
import { type Batch, PARTS } from '../../ledger/batch.ts';
import { hashOf, type Publication, splitOf } from '../../ledger/publication.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import { isSolanaSignature } from '../../ledger/wallet.ts';
import { failed, notKnown, passed } from '../model/item-answer.ts';
import type { ItemAnswer } from '../model/report.ts';

/** The batch that was made last by `at`; undefined where there is none. */
export function batchAt(publication: Publication, at: IsoInstant): Batch | undefined {
  let latest: Batch | undefined;
  for (const batch of publication.rows.batches) {
    if (compareInstants(batch.created_at, at) > 0) continue;
    if (latest === undefined || compareInstants(batch.created_at, latest.created_at) > 0) latest = batch;
  }
  return latest;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const named = ({ id, created_at }: Batch) => ({ batch: id, 'made-at': toIso(created_at) });

/** TPC-14: "processed > 0". */
export function batchProcessed(batch: Batch): ItemAnswer {
  const evidence = { ...named(batch), 'tx-count': batch.tx_count };
  return compare(batch.tx_count, '0') > 0
    ? passed(evidence)
    : failed('nothing-processed', evidence, [batch.id]);
}

/** TPC-14: "valid UUID format". */
export function batchId(batch: Batch): ItemAnswer {
  return UUID.test(batch.id) ? passed(named(batch)) : failed('not-a-uuid', named(batch), [batch.id]);
}

/** TPC-12, TPC-14: the hash is there, and is that of the figures shown. */
export function batchHash(batch: Batch, publication: Publication): ItemAnswer {
  const { verdict, digest } = hashOf(publication, batch);
  const evidence = { ...named(batch), 'public-hash': batch.public_hash, 'computed-hash': digest };
  if (verdict === 'missing') return failed('hash-missing', evidence, [batch.id]);
  if (verdict === 'mismatch') return failed('hash-mismatch', evidence, [batch.id]);
  if (verdict === 'not-recomputable') return notKnown('hash-not-recomputable', evidence);
  return passed(evidence);
}

/** TPC-12, TPC-14: the parts are the revenue times the shares in effect, up to rounding (TPC-08). */
export function batchSums(batch: Batch, publication: Publication): ItemAnswer {
  const sum = sumOf(PARTS.map((part) => batch[`${part}_sum`]));
  const split = splitOf(publication, batch);
  if (split === null) return notKnown('split-not-known', { ...named(batch), sum });
  const { holds, expected, difference, tolerance } = shareRule(batch, split);
  const evidence = { ...named(batch), expected, sum, difference, tolerance };
  return holds ? passed(evidence) : failed('sums-differ', evidence, [batch.id]);
}

/** TPC-14: "no null or invalid values". A proof and a note are optional. */
export function batchComplete(batch: Batch): ItemAnswer {
  const optional = ['onchain_tx', 'note'];
  const missing = Object.entries(batch).filter(
    ([field, value]) => value === null && !optional.includes(field),
  );
  const fields = missing.map(([field]) => `${batch.id}.${field}`);
  return fields.length === 0 ? passed(named(batch)) : failed('values-missing', named(batch), fields);
}

/** TPC-12: "check if attached (optional)". That it is attached is not yet that it is true. */
export function batchProof(batch: Batch): ItemAnswer {
  const evidence = { ...named(batch), count: batch.onchain_tx === null ? '0' : '1' };
  if (batch.onchain_tx === null) return passed(evidence);
  return isSolanaSignature(batch.onchain_tx)
    ? notKnown('proof-not-checked', evidence)
    : failed('proof-malformed', evidence, [batch.id]);
}
