import { compareInstants, monthOf } from '../../core/instant.ts';
import { type ChangelogEntry, latestFirst } from '../../ledger/changelog.ts';
import { knownState, type Publication } from '../../ledger/publication.ts';
import type { TimeText } from '../../words/format.ts';
import type { Reader } from '../../words/reader.ts';
import { type ForeignText, foreignText } from './foreign-text.ts';
import { type Freshness, freshnessOf, notices } from './freshness.ts';
import { changedIds, type RecordChanges, recordChanges } from './record-changes.ts';
import type { Segment } from './segment.ts';
import { type Shell, shellOf } from './shell.ts';

/** Changes of settings, as people wrote them; every text among them is hostile until shown otherwise. */
export interface ChangeList {
  readonly words: Readonly<Record<'before' | 'after' | 'reason' | 'absent' | 'empty', string>>;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly time: TimeText;
  readonly key: ForeignText;
  readonly before: Written;
  readonly after: Written;
  readonly reason: Written;
}

/** Null in the database is not the empty text; both are said. */
type Written = { readonly text: ForeignText } | { readonly missing: 'absent' | 'empty' };

export interface ChangelogPage {
  readonly shell: Shell;
  readonly headline: string;
  readonly freshness: Freshness | null;
  readonly notices: readonly Segment[][];
  readonly warning: string;
  readonly latest: { readonly title: string; readonly list: ChangeList };
  readonly changes: RecordChanges;
  readonly months: {
    readonly title: string;
    readonly head: readonly [string, string];
    readonly rows: readonly { href: string; name: string; count: string }[];
  };
}

export interface ChangelogMonth {
  readonly shell: Shell;
  readonly title: string;
  readonly warning: string;
  readonly list: ChangeList;
  readonly back: { readonly href: string; readonly text: string };
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
      description: t('changelog.description'),
      dated: 'run',
    }),
    headline: knownState(publication, 'changelog') === undefined ? t('changelog.unknown') : known,
    freshness: freshnessOf(reader, publication, ['changelog']),
    notices: notices(reader, publication, ['changelog']),
    warning: t('changelog.hostile'),
    latest: { title: t('changelog.latest'), list: changeList(reader, entries.slice(0, LATEST)) },
    changes: recordChanges(reader, publication, 'changelog', changedIds(publication, 'changelog')),
    months: {
      title: t('changelog.months'),
      head: [t('changelog.monthHead'), t('changelog.count')],
      rows: changelogMonths(publication).map((month) => ({
        href: paths.page(language, { name: 'changelog-month', month }),
        name: format.month(month),
        count: format.count(ofMonth(entries, month).length),
      })),
    },
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
      description: t('changelog.monthDescription', { month: format.month(month) }),
      dated: { changed: seen.toSorted(compareInstants).at(-1) ?? null },
    }),
    title,
    warning: t('changelog.hostile'),
    list: changeList(reader, entries),
    back: { href: paths.page(language, { name: 'changelog' }), text: t('changes.all') },
  };
}

/** The months (UTC) in which something changed, newest first. */
export function changelogMonths({ rows }: Publication): string[] {
  return [...new Set(latestFirst(rows.changelog).map((entry) => monthOf(entry.created_at)))];
}

export function changeList(reader: Reader, entries: readonly ChangelogEntry[]): ChangeList {
  const { t, format } = reader;
  return {
    words: {
      before: t('changelog.from'),
      after: t('changelog.to'),
      reason: t('changelog.reason'),
      absent: t('word.absent'),
      empty: t('changelog.empty'),
    },
    changes: entries.map((entry) => ({
      time: format.time(entry.created_at),
      key: foreignText(reader, entry.key),
      before: written(reader, entry.old_value),
      after: written(reader, entry.new_value),
      reason: written(reader, entry.reason),
    })),
  };
}

function written(reader: Reader, text: string | null): Written {
  if (text === null) return { missing: 'absent' };
  return text === '' ? { missing: 'empty' } : { text: foreignText(reader, text) };
}

function ofMonth(entries: readonly ChangelogEntry[], month: string): ChangelogEntry[] {
  return entries.filter((entry) => monthOf(entry.created_at) === month);
}
