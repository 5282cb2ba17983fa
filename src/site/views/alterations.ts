import { compare, type Decimal, minus, sumOf } from '../../core/money.ts';
import { alteredFields, batchOf, VOUCHED_BATCH_FIELDS } from '../../ledger/alteration.ts';
import { type Batch, PARTS } from '../../ledger/batch.ts';
import { goneBatches, knownState, newestFirst, type Publication } from '../../ledger/publication.ts';
import type { RowRecord } from '../../ledger/record.ts';
import type { AmountText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { linkPiece, type Segment } from './segment.ts';

/** What a batch distributed: the sum of its three parts, exactly. */
export function distributed(batch: Batch): Decimal {
  return sumOf(PARTS.map((part) => batch[`${part}_sum`]));
}

/**
 * Whether the record saw hashed figures of a batch, or its hash, replaced: then a hash that matches says little. `settled`:
 * so it was, and the operator states why, of every such change.
 */
export function alterationOf(publication: Publication, { id }: Batch): 'none' | 'settled' | 'unexplained' {
  const changes = publication.record.get('batches')?.get(id)?.changes ?? [];
  const altered = changes.filter((one) => alteredFields({ changes: [one] }, VOUCHED_BATCH_FIELDS).length > 0);
  if (altered.length === 0) return 'none';
  return altered.every((change) => isSettled(publication, id, change)) ? 'settled' : 'unexplained';
}

/** Whether the operator states why a batch was changed, of one change, which is named by the time that its entry says. */
export function isSettled(
  { manifest }: Publication,
  id: string,
  { seen_at, late }: RowRecord['changes'][number],
): boolean {
  const stated = manifest?.datasets.batches.alterations ?? [];
  return stated.some((one) => one.row === id && one.seen === (late?.stated ?? seen_at));
}

/** The sums over batches that a page shows. */
export type AlteredSum = 'distributed' | 'revenue';

/** Of the sums that are `shown`: what alterations after publication did to the sum of the parts and to the revenue: at most a sentence each. */
export function alteredSums(
  reader: Reader,
  publication: Publication,
  shown: (kind: AlteredSum) => boolean = () => true,
): Segment[][] {
  const { record, rows } = publication;
  const unit = knownState(publication, 'batches')?.unit ?? '';
  const altered = newestFirst(rows.batches).flatMap((batch) => {
    const row = record.get('batches')?.get(batch.id);
    const first = row === undefined || row.changes.length === 0 ? null : batchOf(row.first);
    return first === null ? [] : [{ batch, first }];
  });
  return (['distributed', 'revenue'] as const).filter(shown).flatMap((kind) => {
    const amount = (batch: Batch) => (kind === 'distributed' ? distributed(batch) : batch.revenue_sum);
    const differing = altered
      .map(({ batch, first }) => ({ batch, difference: minus(amount(batch), amount(first)) }))
      .filter(({ difference }) => compare(difference, '0') !== 0);
    const [only] = differing;
    if (only === undefined) return [];
    const sum = sumOf(differing.map((one) => one.difference));
    // Alterations that cancel each other out leave no amount in the sum, but they were made.
    const key = compare(sum, '0') === 0 ? (`altered.even.${kind}` as const) : (`altered.${kind}` as const);
    return [
      reader.rich(key, {
        amount: { kind: 'amount', amount: signed(reader, sum) },
        unit,
        where: where(
          reader,
          differing.map(({ batch }) => batch),
        ),
      }),
    ];
  });
}

/** Of the sums that are `shown`: what they lack, since the source does not show its batches any more; at most a sentence each. */
export function goneSums(
  reader: Reader,
  publication: Publication,
  shown: (kind: AlteredSum) => boolean = () => true,
): Segment[][] {
  const unit = knownState(publication, 'batches')?.unit ?? '';
  const gone = goneBatches(publication).map(({ batch }) => batch);
  if (gone.length === 0) return [];
  const amounts = { distributed: gone.map(distributed), revenue: gone.map((batch) => batch.revenue_sum) };
  return (['distributed', 'revenue'] as const).filter(shown).map((kind) =>
    reader.rich(`gone.${kind}`, {
      amount: { kind: 'amount', amount: reader.format.amount(sumOf(amounts[kind])) },
      unit,
      where: where(reader, gone),
    }),
  );
}

/** The batch by its date, or how many there are, each with the way to them. */
function where({ t, paths, language, format }: Reader, batches: readonly Batch[]): Segment & object {
  const [batch] = batches;
  if (batch !== undefined && batches.length === 1) {
    const href = paths.page(language, { name: 'batch', id: batch.id });
    return linkPiece(`${href}#figures`, t('altered.one', { date: format.date(batch.created_at) }));
  }
  const n = format.count(batches.length);
  const href = `${paths.page(language, { name: 'transparency' })}#findings`;
  return linkPiece(href, t('altered.many', { n }));
}

function signed({ format }: Reader, amount: Decimal): AmountText {
  const text = format.amount(amount);
  return compare(amount, '0') > 0 ? { ...text, whole: `+${text.whole}` } : text;
}
