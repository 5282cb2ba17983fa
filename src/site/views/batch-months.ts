import { monthOf } from '../../core/instant.ts';
import { sumOf } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import { goneBatches, knownState, newestFirst, type Publication } from '../../ledger/publication.ts';
import type { AmountText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { type BatchTable, batchTable } from './batch-rows.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { lastChange } from './last-change.ts';
import { batchMonthImage } from './og/batches-image.ts';
import { altOf } from './og/image.ts';
import { linkPiece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { tally } from './verdict.ts';

/** The index of batches: one line a month. */
export interface BatchIndex {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly note: string;
  readonly byMonth: string;
  readonly caption: string;
  readonly head: Readonly<
    Record<'month' | 'count' | 'revenue' | 'matches' | 'mismatches' | 'notRecomputable' | 'missing', string>
  >;
  readonly months: readonly MonthLine[];
  readonly latest: { readonly title: string; readonly table: BatchTable } | null;
}

export interface MonthLine {
  readonly href: string;
  readonly name: string;
  readonly count: string;
  readonly revenue: AmountText;
  readonly matches: string;
  /** Null for none, so that a mismatch stands out in a column of nothing. */
  readonly mismatches: string | null;
  readonly notRecomputable: string | null;
  readonly missing: string | null;
}

/** One month of batches; a permanent page. */
export interface BatchMonth {
  readonly shell: Shell;
  readonly title: string;
  readonly table: BatchTable;
  /** Batches of the month that the source does not show any more: their pages stay. */
  readonly gone: readonly Segment[][];
  readonly sum: { readonly name: string; readonly transactions: string; readonly revenue: AmountText };
  readonly earlier: { href: string; text: string } | null;
  readonly later: { href: string; text: string } | null;
}

/** The months (UTC) that have batches, or had some that are gone, newest first. */
export function batchMonths(publication: Publication): string[] {
  const gone = goneBatches(publication).map(({ batch }) => batch);
  const all = newestFirst([...publication.rows.batches, ...gone]);
  return [...new Set(all.map((batch) => monthOf(batch.created_at)))];
}

export function batchIndexOf(reader: Reader, publication: Publication): BatchIndex {
  const { t, format } = reader;
  const state = knownState(publication, 'batches');
  const batches = newestFirst(publication.rows.batches);
  const unit = state?.unit ?? '';
  const count = {
    count: batches.length,
    n: format.count(batches.length),
    matches: format.count(tally(publication, batches).match),
  };
  const known = batches.length === 0 ? t('batches.none') : t('batches.headline', count);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'batches' },
      title: t('batches.title'),
      description: t('batches.description'),
      dated: 'run',
    }),
    headline: state === undefined ? t('batches.unknown') : known,
    freshness: freshnessOf(reader, publication, ['batches']),
    notices: notices(reader, publication, ['batches']),
    note: t('batches.months'),
    byMonth: t('batches.byMonth'),
    caption: t('batches.caption', { unit }),
    head: {
      month: t('batches.month'),
      count: t('batches.count'),
      revenue: t('batches.revenue'),
      matches: t('batches.matches'),
      mismatches: t('batches.mismatches'),
      notRecomputable: t('batches.notRecomputable'),
      missing: t('batches.missing'),
    },
    months: batchMonths(publication).map((month) =>
      monthLine(reader, publication, ofMonth(batches, month), month),
    ),
    latest:
      batches.length === 0
        ? null
        : { title: t('batches.latest'), table: batchTable(reader, publication, batches.slice(0, 10), unit) },
  };
}

export function batchMonthOf(reader: Reader, publication: Publication, month: string): BatchMonth {
  const { t, format, paths, language } = reader;
  const batches = ofMonth(newestFirst(publication.rows.batches), month);
  const months = batchMonths(publication);
  const at = months.indexOf(month);
  const link = (other: string | undefined, key: 'month.earlier' | 'month.later') =>
    other === undefined
      ? null
      : {
          href: paths.page(language, { name: 'batch-month', month: other }),
          text: t(key, { month: format.month(other) }),
        };
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'batch-month', month },
      title: t('month.title', { month: format.month(month) }),
      description: t('month.description', { month: format.month(month) }),
      dated: { changed: lastChange(publication, batches) },
      image: altOf(batchMonthImage(reader, publication, month)),
    }),
    title: t('month.title', { month: format.month(month) }),
    table: batchTable(reader, publication, batches, knownState(publication, 'batches')?.unit ?? ''),
    gone: goneOf(reader, publication, month),
    sum: {
      name: t('month.sum'),
      transactions: format.count(sumOf(batches.map((batch) => batch.tx_count))),
      revenue: format.amount(sumOf(batches.map((batch) => batch.revenue_sum))),
    },
    earlier: link(months[at + 1], 'month.earlier'),
    later: at > 0 ? link(months[at - 1], 'month.later') : null,
  };
}

function goneOf(reader: Reader, publication: Publication, month: string): Segment[][] {
  const { rich, t, format, paths, language } = reader;
  return goneBatches(publication)
    .filter(({ batch }) => monthOf(batch.created_at) === month)
    .map(({ batch, since }) =>
      rich('month.gone', {
        batch: linkPiece(
          paths.page(language, { name: 'batch', id: batch.id }),
          t('batch.title', { date: format.date(batch.created_at) }),
        ),
        when: timePiece(reader, since),
      }),
    );
}

function ofMonth(batches: readonly Batch[], month: string): Batch[] {
  return batches.filter((batch) => monthOf(batch.created_at) === month);
}

function monthLine(
  reader: Reader,
  publication: Publication,
  batches: readonly Batch[],
  month: string,
): MonthLine {
  const { format, paths, language } = reader;
  const counts = tally(publication, batches);
  const some = (count: number) => (count === 0 ? null : format.count(count));
  return {
    href: paths.page(language, { name: 'batch-month', month }),
    name: format.month(month),
    count: format.count(batches.length),
    revenue: format.amount(sumOf(batches.map((batch) => batch.revenue_sum))),
    matches: format.count(counts.match),
    mismatches: some(counts.mismatch),
    notRecomputable: some(counts['not-recomputable']),
    missing: some(counts.missing),
  };
}
