import { NO_ANCHORS } from '../../chain/anchor-book.ts';
import { monthOf } from '../../core/instant.ts';
import { sumOf } from '../../core/money.ts';
import type { Batch } from '../../ledger/batch.ts';
import { goneBatches, knownState, newestFirst, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { batchTable } from './batch-rows.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { lastChange } from './last-change.ts';
import { batchMonthImage } from './og/batches-image.ts';
import { altOf } from './og/image.ts';
import { amountPiece, type Link, linkPiece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { type Cell, column, figure, type Table, tableOf } from './table.ts';
import { type Mark, tally } from './verdict.ts';

/** The index of batches: one line a month. */
export interface BatchIndex {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly months: Table | null;
  readonly latest: Table | null;
}

/** One month of batches; a permanent page. */
export interface BatchMonth {
  readonly shell: Shell;
  readonly title: string;
  readonly table: Table;
  /** Batches of the month that the source does not show any more: their pages stay. */
  readonly gone: readonly Segment[][];
  readonly earlier: Link | null;
  readonly later: Link | null;
}

/** The months (UTC) that have batches, or had some that are gone, newest first. */
export function batchMonths(publication: Publication): string[] {
  const gone = goneBatches(publication).map(({ batch }) => batch);
  const all = newestFirst([...publication.rows.batches, ...gone]);
  return [...new Set(all.map((batch) => monthOf(batch.created_at)))];
}

export function batchIndexOf(reader: Reader, publication: Publication, anchors = NO_ANCHORS): BatchIndex {
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
      description: t('batches.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline: state === undefined ? t('batches.unknown') : known,
    freshness: freshnessOf(reader, publication, ['batches']),
    notices: notices(reader, publication, ['batches']),
    months: monthTable(reader, publication, batches, unit),
    latest:
      batches.length === 0 ? null : batchTable(reader, publication, batches.slice(0, 10), unit, { anchors }),
  };
}

export function batchMonthOf(
  reader: Reader,
  publication: Publication,
  month: string,
  anchors = NO_ANCHORS,
): BatchMonth {
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
    table: batchTable(reader, publication, batches, knownState(publication, 'batches')?.unit ?? '', {
      anchors,
      sum: {
        name: t('month.sum'),
        transactions: format.count(sumOf(batches.map((batch) => batch.tx_count))),
        revenue: amountPiece(reader, sumOf(batches.map((batch) => batch.revenue_sum))),
      },
    }),
    gone: goneOf(reader, publication, month),
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

/** A line a month; null before the first one. */
function monthTable(
  reader: Reader,
  publication: Publication,
  batches: readonly Batch[],
  unit: string,
): Table | null {
  const { t, format, paths, language } = reader;
  const months = batchMonths(publication).map((month) => {
    const own = ofMonth(batches, month);
    return { month, own, counts: tally(publication, own) };
  });
  if (months.length === 0) return null;
  // Nothing for none, so that a mismatch stands out in a column of nothing.
  const some = (count: number) => (count === 0 ? null : format.count(count));
  const marked = (mark: Mark, count: number): Cell =>
    count === 0 ? null : { kind: 'verdict', mark, text: format.count(count) };
  return tableOf<(typeof months)[number]>(
    [
      column(
        'month',
        t('batches.month'),
        ({ month }) => linkPiece(paths.page(language, { name: 'batch-month', month }), format.month(month)),
        { class: 'nowrap' },
      ),
      figure('count', t('batches.count'), ({ own }) => format.count(own.length)),
      figure('revenue', t('batches.revenue'), ({ own }) =>
        amountPiece(reader, sumOf(own.map((batch) => batch.revenue_sum))),
      ),
      figure('matches', t('batches.matches'), ({ counts }) => format.count(counts.match)),
      figure('mismatches', t('batches.mismatches'), ({ counts }) => marked('unequal', counts.mismatch)),
      figure('not-recomputable', t('batches.notRecomputable'), ({ counts }) =>
        marked('untold', counts['not-recomputable']),
      ),
      figure('missing', t('batches.missing'), ({ counts }) => some(counts.missing)),
    ],
    months,
    { form: 'plain', caption: t('batches.caption', { unit }) },
  );
}
