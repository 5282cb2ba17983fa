import { type IsoInstant, toSeconds } from '../../core/instant.ts';
import { LOG } from '../../store/log.ts';
import type { ContentChange } from './change.ts';
import type { News } from './news.ts';

/** More than this is told by the content itself: a message is read in a list. */
const MOST_LINES = 30;
const KINDS: readonly ContentChange['kind'][] = ['changed', 'added', 'removed'];

/**
 * The message of a commit of content: which runs it holds and what they found, what changed, and what git saw.
 * It stands in a public repository, and says nothing that the content does not.
 */
export function commitMessage(changes: readonly ContentChange[], news: readonly News[]): string {
  const lines = news.flatMap((one) => one.lines);
  const more = lines.length - MOST_LINES;
  const body = [
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(lines.length > 0 ? [''] : []),
    files(changes),
  ];
  return `${[title(news), '', ...body].join('\n')}\n`;
}

function title(news: readonly News[]): string {
  if (news.length === 0) return 'Generated content';
  const nouns = [...new Set(news.map(({ noun }) => noun))];
  const noun = nouns.map((one, index) => (index === 0 ? one : one.toLowerCase())).join(' and ');
  const latest =
    news
      .map(({ at }) => at)
      .toSorted((a, b) => toSeconds(a) - toSeconds(b))
      .at(-1) ?? '';
  return `${noun} ${minute(latest)}: ${news.map(({ short }) => short).join('; ')}`;
}

/** `2026-01-26T12:00:03Z` → `2026-01-26 12:00 UTC`. */
function minute(instant: IsoInstant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** `tpc: 1 changed, 2 added; status: …`: what is in the commit, by the folder below `generated`; the log is in each. */
function files(changes: readonly ContentChange[]): string {
  const folders = Map.groupBy(changes, ({ path }) => path.split('/')[1] ?? path);
  if (folders.size > 1) folders.delete(LOG);
  return [...folders]
    .map(([folder, inIt]) => {
      const kinds = Map.groupBy(inIt, ({ kind }) => kind);
      const told = KINDS.flatMap((kind) => (kinds.has(kind) ? [`${kinds.get(kind)?.length} ${kind}`] : []));
      return `${folder}: ${told.join(', ')}`;
    })
    .join('; ')
    .replace(/^/, 'Files in ');
}
