import { type Batch, PARTS, type Part } from '../domain/batch.ts';
import { type Decimal, shareOf, sumOf } from '../domain/money.ts';
import { percentageOf } from '../domain/percentage.ts';
import { historyOf, type Publication } from '../domain/publication.ts';
import { shareRule } from '../domain/share-rule.ts';
import type { Split } from '../domain/split.ts';
import type { AmountText } from '../i18n/format.ts';
import type { Reader } from '../i18n/reader.ts';
import { type Segment, timePiece } from './segment.ts';

/** A bar cut into the three parts; `x` and `width` in thousandths of its length. */
export interface SplitBar {
  /** What the bar shows, as a sentence for those who do not see it. */
  readonly sentence: string;
  /** Said below it when the parts are not the shares that were in effect. */
  readonly note: string | null;
  readonly parts: readonly {
    readonly part: Part;
    readonly name: string;
    readonly percent: string | null;
    readonly amount: AmountText | null;
    readonly x: number;
    readonly width: number;
  }[];
}

/** The shares of a split. */
export function splitBar(reader: Reader, split: Split): SplitBar {
  const names = (part: Part) => ({ percent: reader.format.percent(split[part]), amount: null });
  return draw(
    reader,
    split,
    names,
    (part) => `${reader.format.percent(split[part])} ${reader.t(`part.${part}`)}`,
  );
}

/** The parts of one batch, as they were distributed; `split` is the one it was bound to, where known. */
export function batchBar(reader: Reader, batch: Batch, split: Split | null): SplitBar {
  const sums = { referral: batch.referral_sum, treasury: batch.treasury_sum, buyback: batch.buyback_sum };
  const broken = split !== null && !shareRule(batch, split).holds;
  const share = (part: Part) =>
    broken ? percentageOf(sums[part], batch.revenue_sum) : (split?.[part] ?? null);
  const percent = (part: Part) => {
    const value = share(part);
    return value === null ? null : reader.format.percent(value);
  };
  const texts = (part: Part) => ({
    percent: percent(part),
    amount: reader.format.amount(sums[part]),
  });
  const drawn = draw(
    reader,
    sums,
    texts,
    (part) => `${reader.t(`part.${part}`)} ${reader.format.decimal(sums[part])}`,
  );
  if (!broken) return drawn;
  const figures = {
    split: splitText(reader, split),
    sum: reader.format.decimal(sumOf(Object.values(sums))),
    revenue: reader.format.decimal(batch.revenue_sum),
  };
  return { ...drawn, note: reader.t('batch.bar.broken', figures) };
}

/** `25/60/15` in the reader's notation, in the order referral, treasury, buyback. */
export function splitText(reader: Reader, split: Split): string {
  return PARTS.map((part) => reader.format.percent(split[part])).join('\u00A0/\u00A0');
}

/** "25% referral, 60% treasury and 15% buyback". */
export function splitSentence(reader: Reader, split: Split): string {
  return reader.format.list(
    PARTS.map((part) => `${reader.format.percent(split[part])} ${reader.t(`part.${part}`)}`),
  );
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
  return before === undefined
    ? reader.rich('split.sinceFirst', { when })
    : reader.rich('split.since', { when, previous: splitText(reader, before.split) });
}

function draw(
  reader: Reader,
  values: Readonly<Record<Part, Decimal>>,
  texts: (part: Part) => { percent: string | null; amount: AmountText | null },
  spoken: (part: Part) => string,
): SplitBar {
  const whole = sumOf(PARTS.map((part) => values[part]));
  let x = 0;
  const parts = PARTS.map((part) => {
    const width = shareOf(values[part], whole) * 1000;
    const drawn = {
      part,
      name: reader.t(`part.${part}`),
      ...texts(part),
      x: rounded(x),
      width: rounded(width),
    };
    x += width;
    return drawn;
  });
  return { sentence: reader.format.list(PARTS.map(spoken)), note: null, parts };
}

const rounded = (length: number) => Math.round(length * 100) / 100;
