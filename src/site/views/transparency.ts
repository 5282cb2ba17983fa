import { type AnchorBook, NO_ANCHORS } from '../../chain/anchor-book.ts';
import { addDays, dayOf, monthOf } from '../../core/instant.ts';
import { sumOf } from '../../core/money.ts';
import { latestFirst } from '../../ledger/changelog.ts';
import { knownState, newestFirst, type Publication, unexplainedGone } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { alteredSums, distributed, goneSums } from './alterations.ts';
import { anchorCounts, strayNotices } from './anchor.ts';
import { batchTable } from './batch-rows.ts';
import { type Change, changeList } from './changelog.ts';
import { type DailyChart, dailyChart } from './daily-chart.ts';
import { type DataList, dataList } from './data-list.ts';
import { type Findings, findingsOf } from './findings.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { amountPiece, type Segment } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { type SplitBar, splitBar, splitSince } from './split-bar.ts';
import type { Table } from './table.ts';
import { type Totals, totalsOf } from './totals.ts';
import { type Mark, tally } from './verdict.ts';
import { type WalletCard, walletCards } from './wallets.ts';

/** Totals, days, split, wallets, latest rows, every download, and what the checks found. */
export interface Transparency {
  readonly shell: Shell;
  readonly headline: readonly Segment[];
  readonly lede: string | null;
  readonly verdicts: readonly { readonly mark: Mark; readonly text: string; readonly alarming: boolean }[];
  /** What was altered after publication and is in the sums above, and what is gone and is in them no more. */
  readonly altered: readonly Segment[][];
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly charts: readonly DailyChart[];
  readonly totals: Totals | null;
  readonly split: { readonly bar: SplitBar; readonly since: readonly Segment[] } | null;
  readonly wallets: readonly WalletCard[] | null;
  readonly batches: Table | null;
  readonly changes: readonly Change[] | null;
  readonly findings: Findings;
  readonly data: DataList;
}

const SHOWN = ['batches', 'metrics', 'daily', 'split', 'wallets', 'changelog', 'ledger'] as const;

export function transparencyOf(reader: Reader, publication: Publication, anchors = NO_ANCHORS): Transparency {
  const { t } = reader;
  const known = knownState(publication, 'batches') !== undefined;
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'transparency' },
      title: t('transparency.title'),
      description: t('transparency.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline: headline(reader, publication),
    lede: known ? null : t('notice.nothing.body'),
    verdicts: [...verdicts(reader, publication), ...anchorCounts(reader, anchors, publication)],
    altered: [
      ...strayNotices(reader, anchors, publication),
      ...goneSums(reader, publication),
      ...alteredSums(reader, publication),
    ],
    freshness: freshnessOf(reader, publication, SHOWN),
    notices: notices(reader, publication, SHOWN),
    charts: charts(reader, publication),
    totals: totalsOf(reader, publication),
    ...sections(reader, publication, anchors),
    findings: findingsOf(reader, publication),
    data: dataList(reader, publication, anchors),
  };
}

function headline(reader: Reader, publication: Publication): Segment[] {
  const state = knownState(publication, 'batches');
  if (state === undefined) return [reader.t('transparency.unknown')];
  const batches = newestFirst(publication.rows.batches);
  const oldest = batches.at(-1);
  if (oldest === undefined) return [reader.t('batches.none')];
  return reader.rich('transparency.headline', {
    count: batches.length,
    n: reader.format.count(batches.length),
    month: reader.format.month(monthOf(oldest.created_at)),
    amount: amountPiece(reader, sumOf(batches.map(distributed))),
    unit: state.unit ?? '',
  });
}

function verdicts(reader: Reader, publication: Publication): Transparency['verdicts'] {
  const counts = tally(publication, publication.rows.batches);
  const untold = counts['not-recomputable'];
  const say = (key: 'matches' | 'mismatches' | 'missing' | 'notRecomputable', count: number) =>
    reader.t(`transparency.${key}`, { count, n: reader.format.count(count) });
  const gone = unexplainedGone(publication).length;
  const all = [
    { mark: 'equal', text: say('matches', counts.match), alarming: false, count: counts.match },
    { mark: 'unequal', text: say('mismatches', counts.mismatch), alarming: true, count: counts.mismatch },
    { mark: 'untold', text: say('notRecomputable', untold), alarming: false, count: untold },
    { mark: 'absent', text: say('missing', counts.missing), alarming: false, count: counts.missing },
    {
      mark: 'unequal',
      text: reader.t('home.gone', { count: gone, n: reader.format.count(gone) }),
      alarming: true,
      count: gone,
    },
  ] as const;
  return all.filter(({ count }) => count > 0).map(({ mark, text, alarming }) => ({ mark, text, alarming }));
}

function charts(reader: Reader, publication: Publication): DailyChart[] {
  const state = knownState(publication, 'daily');
  if (state?.observed_at == null) return [];
  // The day of the snapshot is not over: its bar would look like a fall.
  const lastDay = addDays(dayOf(state.observed_at), -1);
  return [30, 7].flatMap(
    (days) => dailyChart(reader, publication.rows.daily, { days, lastDay, unit: state.unit ?? '' }) ?? [],
  );
}

function sections(
  reader: Reader,
  publication: Publication,
  anchors: AnchorBook,
): Pick<Transparency, 'split' | 'wallets' | 'batches' | 'changes'> {
  const { rows } = publication;
  const [split] = rows.split;
  const batches = newestFirst(rows.batches).slice(0, 10);
  return {
    split:
      split === undefined ? null : { bar: splitBar(reader, split), since: splitSince(reader, publication) },
    wallets: knownState(publication, 'wallets') === undefined ? null : walletCards(reader, rows.wallets),
    batches:
      batches.length === 0
        ? null
        : batchTable(reader, publication, batches, knownState(publication, 'batches')?.unit ?? '', {
            anchors,
          }),
    changes:
      rows.changelog.length === 0
        ? null
        : changeList(reader, publication, latestFirst(rows.changelog).slice(0, 5)),
  };
}
