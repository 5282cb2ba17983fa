import { Feed } from 'feed';
import { compareInstants, type IsoInstant, toDate } from '../../../core/instant.ts';
import type { Incident } from '../../../incidents/model/incident.ts';
import type { Maintenance } from '../../../incidents/model/maintenance.ts';
import { noteHtml } from '../../../incidents/model/note-html.ts';
import type { NotesPublication, PublishedNote } from '../../../incidents/model/notes-publication.ts';
import type { StatusPublication } from '../../../status/status-publication.ts';
import { DEMO_NOTICE } from '../../../words/demo-notice.ts';
import type { Reader } from '../../../words/reader.ts';
import { capital } from '../status/state-mark.ts';
import { correctionsOf } from './corrected.ts';
import { withdrawnAt } from './incident-rows.ts';
import { subjectOf } from './named.ts';
import { noteLinks } from './note-links.ts';
import { servedImages } from './served-images.ts';

export const FEED_FORMS = ['atom', 'rss', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

export const FEED_TYPES: Record<FeedForm, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** How many updates a feed holds, the newest; all of them stand on the pages. */
const NEWEST = 200;

/**
 * Every update of every note as an entry of its own, newest first, each with the permanent address that is its
 * id. `origin` is where the site stands, without a path. No clock: the same notes give the same bytes.
 */
export function feedOf(
  reader: Reader,
  status: StatusPublication,
  notes: NotesPublication,
  form: FeedForm,
  origin: string,
): string {
  const { t, language, paths } = reader;
  const absolute = (path: string) => new URL(path, origin).href;
  const entries = [...notes.incidents, ...notes.maintenance]
    .flatMap((published) => entriesOf(reader, status, published, absolute))
    .toSorted((a, b) => compareInstants(b.updated, a.updated) || (a.id < b.id ? 1 : -1))
    .slice(0, NEWEST);
  const demo = notes.demo ? `${DEMO_NOTICE[language]}. ` : '';
  const home = absolute(paths.page(language, { name: 'incidents' }));
  const feed = new Feed({
    id: home,
    title: `${demo}${t('feeds.title', { site: reader.siteName })}`,
    description: `${demo}${t('feeds.description')}`,
    link: home,
    language,
    feed: absolute(paths.feed(language, form)),
    feedLinks: { json: absolute(paths.feed(language, 'json')) },
    updated: toDate(entries[0]?.updated ?? notes.observed_at ?? '1970-01-01T00:00:00Z'),
    author: { name: reader.siteName },
    generator: false,
  });
  for (const { id, title, html, posted, updated, subject } of entries) {
    const said = notes.demo ? `${DEMO_NOTICE[language].split(' – ')[0]} · ${title}` : title;
    feed.addItem({
      id,
      link: id,
      // Readers take a title as HTML in Atom and RSS; in JSON it is plain text.
      title: form === 'json' ? said : escaped(said),
      content: `<p><strong>${escaped(subject)}</strong></p>\n${html}`,
      published: toDate(posted),
      date: toDate(updated),
    });
  }
  switch (form) {
    case 'atom':
      return feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `);
    case 'rss':
      return feed.rss2();
    case 'json':
      return asVersion11(feed.json1(), language);
    default:
      return form satisfies never;
  }
}

function entriesOf(
  reader: Reader,
  status: StatusPublication,
  { note, images, updates_posted, posted_at, changes }: PublishedNote<Incident> | PublishedNote<Maintenance>,
  absolute: (path: string) => string,
) {
  const { t, language, paths, format } = reader;
  const subject = subjectOf(reader, status, note);
  const served = servedImages(reader, images, absolute);
  const page =
    note.kind === 'incident'
      ? paths.page(language, { name: 'incident', slug: note.slug })
      : paths.page(language, { name: 'maintenance' });
  const place = note.kind === 'incident' ? '' : `${note.slug}-`;
  const retitled = changes.filter(({ field }) => field === `title.${language}`).map(({ seen_at }) => seen_at);
  const corrections = correctionsOf(reader, { note, updates_posted, posted_at }, place, (anchor) =>
    absolute(`${page}#${anchor}`),
  );
  const withdrawn = withdrawnAt({ note, updates_posted, posted_at });
  return note.updates.map((update) => {
    const posted = updates_posted.get(update.number) ?? posted_at;
    const entry = t('feeds.entry', {
      status: capital(t(`note.${update.status}`)),
      title: note.title[language],
    });
    return {
      id: absolute(`${page}#${place}update-${update.number}`),
      title: withdrawn === null ? entry : t('feeds.withdrawn', { entry }),
      html: [
        noteHtml(
          update.text[language],
          served,
          noteLinks(reader, { page, absolute }),
          corrections.wordsOf(update.number),
        ),
        ...corrections
          .looseAfter(update.number)
          .map(
            (one) =>
              `<p><a href="${escaped(one.href)}">${escaped(t('correction.followed', { when: format.time(one.posted).first }))}</a></p>`,
          ),
      ].join('\n'),
      posted,
      // The words of an update never change once they are posted; what is said of them can.
      updated: latest([
        posted,
        ...retitled,
        ...[withdrawn, corrections.correctedAt(update.number)].filter((at) => at !== null),
      ]),
      subject: t('feeds.system', { system: subject.name, components: subject.components }),
    };
  });
}

function latest(instants: readonly IsoInstant[]): IsoInstant {
  return instants.toSorted(compareInstants).at(-1) ?? '1970-01-01T00:00:00Z';
}

/** JSON Feed 1.1 of one of version 1: it says in which language it is, and has its author in a list. */
function asVersion11(json: string, language: string): string {
  const { version: _, author, items, ...feed } = JSON.parse(json);
  const version = 'https://jsonfeed.org/version/1.1';
  return `${JSON.stringify({ version, ...feed, language, authors: [author], items }, null, 4)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
