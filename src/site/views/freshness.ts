import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { DatasetName } from '../../ledger/dataset.ts';
import { LEFT_OUT } from '../../ledger/finding.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import type { Reader } from '../../words/reader.ts';
import { foreignPiece, type Segment, timePiece } from './segment.ts';

/** How old a page's data is: both sentences stand in the page, a few lines of script choose by the clock. */
export interface Freshness {
  readonly observed: Segment;
  readonly asOf: readonly Segment[];
  readonly outOfDate: readonly Segment[];
  /** In its place, where the clock that decides stands before the data itself. */
  readonly clockWrong: string;
  readonly validUntil: IsoInstant;
  /** Goes before the first sentence of the page once its data is out of date, where that states a fact … */
  readonly lastKnown: string;
  /** … and at once when a dataset of the page could not be read in the last run. */
  readonly stale: boolean;
}

/** Of the datasets that a page rests on, the oldest and any stale one decide; null while none is known. */
export function freshnessOf(
  reader: Reader,
  publication: Publication,
  datasets: readonly DatasetName[],
): Freshness | null {
  const known = datasets.flatMap((name) => {
    const { observed_at, valid_until } = knownState(publication, name) ?? {};
    return observed_at && valid_until ? [{ observed_at, valid_until }] : [];
  });
  const [oldest] = known.toSorted((a, b) => compareInstants(a.valid_until, b.valid_until));
  if (oldest === undefined) return null;
  return {
    observed: timePiece(reader, oldest.observed_at),
    asOf: reader.rich('freshness.asOf', { when: timePiece(reader, oldest.observed_at) }),
    outOfDate: reader.rich('freshness.outOfDate', { when: timePiece(reader, oldest.valid_until) }),
    clockWrong: reader.t('freshness.clockWrong'),
    validUntil: oldest.valid_until,
    lastKnown: reader.t('freshness.lastKnown'),
    stale: datasets.some((name) => publication.manifest?.datasets[name].state === 'stale'),
  };
}

/** A sentence for every dataset of a page that is not current: what is shown instead, and why. */
export function notices(
  reader: Reader,
  { manifest }: Publication,
  datasets: readonly DatasetName[],
): readonly Segment[][] {
  if (manifest === null) return [];
  return datasets.flatMap((name) => {
    const state = manifest.datasets[name];
    const dataset = reader.t(`dataset.${name}`);
    switch (state.state) {
      case 'current':
        return [];
      case 'stale':
      case 'absent': {
        const reason = state.reason === null ? null : reader.t(`failure.${state.reason}`);
        if (state.state === 'stale' && state.observed_at !== null) {
          const when = timePiece(reader, state.observed_at);
          return [reader.rich('notice.stale', { dataset, when, reason: reason ?? reader.t('word.unknown') })];
        }
        return reason === null
          ? [[reader.t('notice.absent', { dataset })]]
          : [[reader.t('notice.staleAbsent', { dataset, reason })]];
      }
      default:
        return state.state satisfies never;
    }
  });
}

/** What of a dataset was left out of the last reading, by name, and that what was published of it stands. */
export function leftOut(reader: Reader, publication: Publication, name: DatasetName): readonly Segment[][] {
  const { observed_at = null, findings = [] } = knownState(publication, name) ?? {};
  const subjects = findings
    .filter(({ guard }) => (LEFT_OUT as readonly string[]).includes(guard))
    .flatMap((finding) => finding.subjects);
  if (subjects.length === 0 || observed_at === null) return [];
  const rows = [...new Set(subjects)].map((subject) => foreignPiece(reader, subject));
  const named = rows.flatMap((row, index): Segment[] => (index === 0 ? [row] : [', ', row]));
  const said: Segment[] = reader.rich('notice.leftOut', { when: timePiece(reader, observed_at) });
  return [[...said, ' ', ...named]];
}
