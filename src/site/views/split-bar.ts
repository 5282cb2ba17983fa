import { compare, type Decimal, minus, shareOf, sumOf } from '../../core/money.ts';
import { percentageOf } from '../../core/percentage.ts';
import { type Batch, PARTS, type Part } from '../../ledger/batch.ts';
import { historyOf, type Publication } from '../../ledger/publication.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import type { Split } from '../../ledger/split.ts';
import type { AmountText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { type Segment, timePiece } from './segment.ts';

/** A part, what goes to parts beside the three, or what stays with the platform where the parts are not the whole. */
type Slice = Part | 'other' | 'platform';

/** A bar cut into the parts, and the platform's rest where there is one; `x` and `width` in thousandths of it. */
export interface SplitBar {
  /** What the bar shows, as a sentence for those who do not see it. */
  readonly sentence: string;
  /** Said below it when the parts are not the shares that were in effect. */
  readonly note: string | null;
  readonly parts: readonly {
    readonly part: Slice;
    readonly name: string;
    readonly percent: string | null;
    readonly amount: AmountText | null;
    readonly x: number;
    readonly width: number;
  }[];
}

/** The shares of a split. */
export function splitBar(reader: Reader, split: Split): SplitBar {
  return draw(reader, sharesOf(split), ({ value }) => ({
    percent: reader.format.percent(value),
    amount: null,
  }));
}

/** The parts of one batch, as they were distributed; `split` is the one it was bound to, where known. */
export function batchBar(reader: Reader, batch: Batch, split: Split | null): SplitBar {
  const broken = split !== null && !shareRule(batch, split).holds;
  const shares = new Map(split === null ? [] : sharesOf(split).map(({ slice, value }) => [slice, value]));
  const parts: SliceValue[] = PARTS.map((part) => ({ slice: part, value: batch[`${part}_sum`] }));
  const rest = minus(batch.revenue_sum, sumOf(parts.map(({ value }) => value)));
  const withRest = shares.has('platform') && compare(rest, '0') > 0;
  const drawn = draw(
    reader,
    withRest ? [...parts, { slice: 'platform', value: rest }] : parts,
    ({ slice, value }) => {
      const share = broken ? percentageOf(value, batch.revenue_sum) : (shares.get(slice) ?? null);
      return {
        percent: share === null ? null : reader.format.percent(share),
        amount: reader.format.amount(value),
      };
    },
  );
  if (!broken) return drawn;
  const figures = {
    split: splitText(reader, split),
    sum: reader.format.decimal(sumOf(parts.map(({ value }) => value))),
    revenue: reader.format.decimal(batch.revenue_sum),
  };
  return { ...drawn, note: reader.t('batch.bar.broken', figures) };
}

/** `25/60/15` in the reader's notation: referral, treasury, buyback, and the platform's rest where there is one. */
export function splitText(reader: Reader, split: Split): string {
  return sharesOf(split)
    .map(({ value }) => reader.format.percent(value))
    .join('\u00A0/\u00A0');
}

/** "25% referral, 60% treasury and 15% buyback". */
export function splitSentence(reader: Reader, split: Split): string {
  return splitBar(reader, split).sentence;
}

/** Since when the present split holds, and what was before it (TPC-05). */
export function splitSince(reader: Reader, publication: Publication): Segment[] {
  const history = historyOf(publication);
  if (history === null) return [reader.t('split.historyUnknown')];
  const [now, before] = history.periods;
  if (now.since === null) {
    return [reader.t(before === undefined ? 'split.sinceUnknown' : 'split.sinceUndated')];
  }
  const when = timePiece(reader, now.since);
  return before?.split == null
    ? reader.rich('split.sinceFirst', { when })
    : reader.rich('split.since', { when, previous: splitText(reader, before.split) });
}

interface SliceValue {
  readonly slice: Slice;
  readonly value: Decimal;
}

/** The percentages of a split. A rest of nothing is no slice. */
function sharesOf(split: Split): SliceValue[] {
  const parts: SliceValue[] = PARTS.map((part) => ({ slice: part, value: split[part] }));
  const rest = (['other', 'platform'] as const).map((slice) => ({ slice, value: split[slice] ?? '0' }));
  return [...parts, ...rest.filter(({ value }) => compare(value, '0') !== 0)];
}

function draw(
  reader: Reader,
  slices: readonly SliceValue[],
  texts: (slice: SliceValue) => { percent: string | null; amount: AmountText | null },
): SplitBar {
  const whole = sumOf(slices.map(({ value }) => value));
  let x = 0;
  const parts = slices.map((one) => {
    const width = shareOf(one.value, whole) * 1000;
    const drawn = {
      part: one.slice,
      name: reader.t(`part.${one.slice}`),
      ...texts(one),
      x: rounded(x),
      width: rounded(width),
    };
    x += width;
    return drawn;
  });
  // Shares are read percentage first, amounts name first.
  const spoken = slices.map(({ slice, value }, index) =>
    parts[index]?.amount === null
      ? `${reader.format.percent(value)} ${reader.t(`part.${slice}`)}`
      : `${reader.t(`part.${slice}`)} ${reader.format.decimal(value)}`,
  );
  return { sentence: reader.format.list(spoken), note: null, parts };
}

const rounded = (length: number) => Math.round(length * 100) / 100;
