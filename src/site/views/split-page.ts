import { historyOf, knownState, type Publication } from '../../ledger/publication.ts';
import type { SplitHistory, SplitPeriod } from '../../ledger/split.ts';
import type { Reader } from '../../words/reader.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { type SplitBar, splitBar, splitText } from './split-bar.ts';

/** How the distribution was split, since when and why (TPC-05), newest first. */
export interface SplitPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly gaps: readonly Segment[][];
  readonly periods: readonly {
    readonly since: readonly Segment[];
    readonly now: boolean;
    /** Null where nobody can tell the split of that time. */
    readonly bar: SplitBar | null;
    readonly notKnown: string | null;
    readonly reason: ForeignText | null;
    /** Whether one is missing. */
    readonly noReason: boolean;
  }[];
}

export function splitPageOf(reader: Reader, publication: Publication): SplitPage {
  const { t } = reader;
  const [current] = publication.rows.split;
  const known = knownState(publication, 'split') !== undefined && current !== undefined;
  const history = historyOf(publication);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'split' },
      title: t('split.title'),
      description: t('split.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline: known ? t('split.headline', { split: splitText(reader, current) }) : t('split.unknown'),
    freshness: freshnessOf(reader, publication, ['split', 'changelog']),
    notices: notices(reader, publication, ['split', 'changelog']),
    gaps:
      known && history === null
        ? [[t('split.historyUnknown')]]
        : (history?.gaps ?? []).map((gap) => gapSentence(reader, gap)),
    periods:
      known && history === null
        ? [
            entry(
              reader,
              { split: current, since: null, reason: null, throughout: true },
              [t('split.sinceNotKnown')],
              true,
            ),
          ]
        : (history?.periods ?? []).map((period, index, all) =>
            entry(reader, period, since(reader, period, index === all.length - 1), index === 0),
          ),
  };
}

function entry(
  reader: Reader,
  { split, since: set, reason, throughout }: SplitPeriod,
  sinceWhen: Segment[],
  now: boolean,
): SplitPage['periods'][number] {
  const { t } = reader;
  return {
    since: sinceWhen,
    now,
    bar: split === null ? null : splitBar(reader, split),
    notKnown: split === null ? t('split.notKnown') : throughout ? null : t('split.notThroughout'),
    reason: reason === null || reason === '' ? null : foreignText(reader, reason),
    noReason: set !== null && (reason ?? '') === '',
  };
}

function since(reader: Reader, period: SplitPeriod, oldest: boolean): Segment[] {
  if (period.since === null) return [reader.t(oldest ? 'split.first' : 'split.undated')];
  return [reader.t('split.from'), ' ', timePiece(reader, period.since)];
}

function gapSentence(reader: Reader, gap: SplitHistory['gaps'][number]): Segment[] {
  return gap.entry === 'current'
    ? [reader.t('split.gap.current')]
    : reader.rich(`split.gap.${gap.reason}`, { entry: foreignPiece(reader, gap.entry) });
}
