import { compareInstants, monthOf } from '../../core/instant.ts';
import { type ChangelogEntry, latestFirst } from '../../ledger/changelog.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import type { TimeText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';
import { type Freshness, freshnessOf, leftOut, notices } from './freshness.ts';
import { changedIds, type RecordChange, recordChanges, takenDownOf } from './record-changes.ts';
import type { Link, Segment } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';
import { countTable, type Table } from './table.ts';

/** Changes of settings, as people wrote them; every text among them is hostile until shown otherwise. */
export interface Change {
  readonly time: TimeText;
  readonly key: ForeignText;
  readonly before: Written;
  readonly after: Written;
  readonly reason: Written;
}

/** Null in the database is not the empty text; both are said. */
type Written =
  | { readonly text: ForeignText }
  | { readonly missing: 'word.absent' | 'changelog.empty' }
  /** When it was taken down, by whom and why. */
  | { readonly takenDown: readonly Segment[] };

export interface ChangelogPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly latest: readonly Change[];
  readonly changes: readonly RecordChange[];
  readonly months: Table;
}

export interface ChangelogMonth {
  readonly shell: Shell;
  readonly title: string;
  readonly list: readonly Change[];
  readonly back: Link;
}

/** How many changes the first page shows; the months hold all of them. */
const LATEST = 20;

export function changelogPageOf(reader: Reader, publication: Publication): ChangelogPage {
  const { t, format, paths, language } = reader;
  const entries = latestFirst(publication.rows.changelog);
  const count = { count: entries.length, n: format.count(entries.length) };
  const known = entries.length === 0 ? t('changelog.none') : t('changelog.headline', count);
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'changelog' },
      title: t('changelog.title'),
      description: t('changelog.description', { publisher: reader.publisher }),
      dated: 'run',
    }),
    headline: knownState(publication, 'changelog') === undefined ? t('changelog.unknown') : known,
    freshness: freshnessOf(reader, publication, ['changelog']),
    notices: [...notices(reader, publication, ['changelog']), ...leftOut(reader, publication, 'changelog')],
    latest: changeList(reader, publication, entries.slice(0, LATEST)),
    changes: recordChanges(reader, publication, 'changelog', changedIds(publication, 'changelog')),
    months: countTable(
      { name: t('changelog.monthHead'), count: t('changelog.count') },
      changelogMonths(publication).map((month) => ({
        href: paths.page(language, { name: 'changelog-month', month }),
        name: format.month(month),
        count: format.count(ofMonth(entries, month).length),
      })),
    ),
  };
}

export function changelogMonthOf(reader: Reader, publication: Publication, month: string): ChangelogMonth {
  const { t, format, paths, language } = reader;
  const entries = ofMonth(latestFirst(publication.rows.changelog), month);
  const title = t('changelog.month', { month: format.month(month) });
  const records = publication.record.get('changelog');
  const seen = entries.flatMap(({ id }) => {
    const row = records?.get(id);
    return row === undefined ? [] : [row.changes.at(-1)?.seen_at ?? row.first_seen];
  });
  return {
    shell: shellOf(reader, publication, {
      page: { name: 'changelog-month', month },
      title,
      description: t('changelog.monthDescription', {
        publisher: reader.publisher,
        month: format.month(month),
      }),
      dated: { changed: seen.toSorted(compareInstants).at(-1) ?? null },
    }),
    title,
    list: changeList(reader, publication, entries),
    back: { href: paths.page(language, { name: 'changelog' }), text: t('changes.all') },
  };
}

/** The months (UTC) in which something changed, newest first. */
export function changelogMonths({ rows }: Publication): string[] {
  return [...new Set(latestFirst(rows.changelog).map((entry) => monthOf(entry.created_at)))];
}

export function changeList(
  reader: Reader,
  publication: Publication,
  entries: readonly ChangelogEntry[],
): Change[] {
  return entries.map((entry) => {
    const of = (field: 'old_value' | 'new_value' | 'reason'): Written => {
      const text = entry[field];
      const said =
        text === null
          ? takenDownOf(reader, publication, { dataset: 'changelog', id: entry.id, field })
          : null;
      return said === null ? written(reader, text) : { takenDown: said };
    };
    return {
      time: reader.format.time(entry.created_at),
      key: foreignText(reader, entry.key),
      before: of('old_value'),
      after: of('new_value'),
      reason: of('reason'),
    };
  });
}

function written(reader: Reader, text: string | null): Written {
  if (text === null) return { missing: 'word.absent' };
  return text === '' ? { missing: 'changelog.empty' } : { text: foreignText(reader, text) };
}

function ofMonth(entries: readonly ChangelogEntry[], month: string): ChangelogEntry[] {
  return entries.filter((entry) => monthOf(entry.created_at) === month);
}
