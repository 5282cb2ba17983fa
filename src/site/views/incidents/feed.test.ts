import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import {
  incidentOf,
  maintenanceOf,
  notesOf,
  publishedNote,
  statusOf,
} from '../../../testing/published-notes.ts';
import { readerFor } from '../../../testing/site.ts';
import { feedOf } from './feed.ts';
import { timelineOf } from './note-timeline.ts';

const [english, indonesian] = [readerFor('en', '/terang/'), readerFor('id', '/terang/')];
const origin = 'https://terang.example';
const status = statusOf([['2026-01-26T07:00:00Z', 'up']]);
const sharp = { en: 'A < B & "C" – 🚧 ]]> مرحبا', id: 'A < B & "C" – 🚧 ]]> مرحبا' };
const incident = publishedNote(
  incidentOf({
    title: sharp,
    updates: [
      ...incidentOf().updates,
      {
        number: 2,
        status: 'correction',
        at: '2026-01-26T05:30:00Z',
        text: { en: 'It began earlier.', id: 'Mulainya lebih awal.' },
      },
    ],
  }),
  { 2: '2026-01-26T06:40:00Z' },
);
const notes = notesOf({ incidents: [incident], maintenance: [publishedNote(maintenanceOf())] });
const feed = (form: 'atom' | 'rss' | 'json', reader = english, of = notes) =>
  feedOf(reader, status, of, form, origin);
const PAGE = 'https://terang.example/terang/en/incidents/2026-01-26-api-slow/';

/** Where every link of some HTML leads, read at the address of the page it stands on. */
const linksIn = (html: string, at: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => new URL(link, at).href);

test('a link of a note leads to the same page on the site, under its base path, and in each feed by itself', () => {
  const text =
    'See [the batches](/en/transparency/batches/), [there](/terang/en/), [above](#x), [else](https://example.org/).';
  const [update] = incidentOf().updates;
  const linked = publishedNote(
    incidentOf({ updates: update === undefined ? [] : [{ ...update, text: { en: text, id: text } }] }),
  );
  const expected = [
    'https://terang.example/terang/en/transparency/batches/',
    'https://terang.example/terang/en/',
    `${PAGE}#x`,
    'https://example.org/',
  ];
  const [shown] = timelineOf(english, linked).entries;
  expect(linksIn(shown?.html ?? '', PAGE)).toEqual(expected);
  const of = notesOf({ incidents: [linked] });
  const said = [
    parseAtomFeed(feed('atom', english, of)).entries?.[0]?.content?.value,
    parseRssFeed(feed('rss', english, of)).items?.[0]?.content?.encoded,
    parseJsonFeed(JSON.parse(feed('json', english, of))).items?.[0]?.content_html,
  ];
  for (const html of said) expect(linksIn(html ?? '', 'https://reader.invalid/a/b')).toEqual(expected);
});

describe('feeds, read by another parser', () => {
  test('Atom: one entry an update, each with an id of its own and the time it was published', () => {
    const { id, entries, links } = parseAtomFeed(feed('atom'));
    expect(id).toBe('https://terang.example/terang/en/incidents/');
    expect(links?.find(({ rel }) => rel === 'self')?.href).toBe(
      'https://terang.example/terang/feeds/en.atom',
    );
    expect(entries?.map((entry) => [entry.id, entry.updated])).toEqual([
      [`${PAGE}#update-2`, '2026-01-26T06:40:00.000Z'],
      [`${PAGE}#update-1`, '2026-01-26T06:40:00.000Z'],
      ['https://terang.example/terang/en/maintenance/#api-upgrade-update-1', '2026-01-25T05:05:00.000Z'],
    ]);
    expect(entries?.[1]?.content?.value).toContain('<p>We look for the <strong>cause</strong>.</p>');
  });

  test('a title with signs of markup, emoji and Arabic arrives as it was written, in every form', () => {
    const title = `Correction: ${sharp.en}`;
    const atom = parseAtomFeed(feed('atom')).entries?.[0]?.title?.value ?? '';
    const rss = parseRssFeed(feed('rss')).items?.[0]?.title ?? '';
    for (const html of [atom, rss]) {
      expect(html).not.toContain('<');
      expect(html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(title);
    }
    expect(parseJsonFeed(JSON.parse(feed('json'))).items?.[0]?.title).toBe(title);
  });

  test('RSS and JSON Feed hold the same entries, with the full text', () => {
    const rss = parseRssFeed(feed('rss')).items ?? [];
    const json = parseJsonFeed(JSON.parse(feed('json'))).items ?? [];
    expect(rss.map(({ guid }) => guid?.value)).toEqual(json.map(({ id }) => id));
    expect(rss[1]?.content?.encoded).toContain('<strong>cause</strong>');
    expect(json[1]?.content_html).toContain('<strong>cause</strong>');
    expect(json[0]?.date_modified).toBeDefined();
  });

  test('each language has its own, and each form says which', () => {
    expect(parseJsonFeed(JSON.parse(feed('json', indonesian)))).toMatchObject({
      language: 'id',
      authors: [{ name: 'Terang' }],
    });
    expect(JSON.parse(feed('json')).version).toBe('https://jsonfeed.org/version/1.1');
    expect(parseRssFeed(feed('rss', indonesian)).language).toBe('id');
    expect(feed('atom', indonesian)).toContain('<feed xml:lang="id" xmlns=');
    const { entries, title } = parseAtomFeed(feed('atom', indonesian));
    expect(title?.value).toBe('Terang: insiden dan pemeliharaan');
    expect(entries?.[1]?.title?.value).toContain('Sedang diselidiki:');
    expect(entries?.[1]?.content?.value).toContain('Kami mencari');
  });

  test('a note that is retitled is updated, and keeps its ids and when it was published', () => {
    const changes = [{ seen_at: '2026-01-26T07:00:00Z', field: 'title.en', before: 'Slow', after: sharp.en }];
    const retitled = notesOf({ incidents: [{ ...incident, changes }] });
    const [entry] = parseAtomFeed(feed('atom', english, retitled)).entries ?? [];
    expect([entry?.id, entry?.updated, entry?.published]).toEqual([
      `${PAGE}#update-2`,
      '2026-01-26T07:00:00.000Z',
      '2026-01-26T06:40:00.000Z',
    ]);
  });

  test('an image arrives in every form, from an address that holds outside of the site', () => {
    const image = { path: 'images/a.png', type: 'png', bytes: 9, width: 640, height: 360 } as const;
    const text = { en: 'See:\n\n![The lag](images/a.png)', id: 'Lihat:\n\n![Ketertinggalan](images/a.png)' };
    const [first] = incidentOf().updates;
    if (first === undefined) throw new Error('expected an update');
    const shown = publishedNote(
      incidentOf({ updates: [{ ...first, text }] }),
      {},
      { images: [{ ...image, sha256: 'ab'.repeat(32) }] },
    );
    const texts = (reader: typeof english) => {
      const all = (form: 'atom' | 'rss' | 'json') => feed(form, reader, notesOf({ incidents: [shown] }));
      return [
        parseAtomFeed(all('atom')).entries?.[0]?.content?.value,
        parseRssFeed(all('rss')).items?.[0]?.content?.encoded,
        parseJsonFeed(JSON.parse(all('json'))).items?.[0]?.content_html,
      ];
    };
    const src = `https://terang.example/terang/media/${'ab'.repeat(32)}.png`;
    const img = (alt: string) => `<img src="${src}" width="640" height="360" alt="${alt}"`;
    for (const html of texts(english)) expect(html).toContain(img('The lag'));
    for (const html of texts(indonesian)) expect(html).toContain(img('Ketertinggalan'));
  });

  test('the demo says so in every title, and without notes a feed is empty and valid', () => {
    const demo = parseAtomFeed(feed('atom', english, { ...notes, demo: true }));
    expect(
      [demo.title?.value, demo.entries?.[0]?.title?.value].every((title) => title?.includes('DEMO')),
    ).toBe(true);
    const empty = parseAtomFeed(feed('atom', english, notesOf({})));
    expect([empty.entries ?? [], empty.updated]).toEqual([[], '2026-01-26T07:05:00.000Z']);
  });

  test('the same notes give the same bytes', async () => {
    await expect(feed('atom')).toMatchFileSnapshot('golden/feed.en.atom');
  });
});

test('every entry of a note that was withdrawn says so, and is seen anew by readers', () => {
  const gone = publishedNote(
    incidentOf({
      updates: [
        ...incidentOf().updates,
        {
          number: 2,
          status: 'withdrawn',
          at: '2026-01-26T06:30:00Z',
          text: { en: 'A rehearsal.', id: 'Latihan.' },
        },
      ],
    }),
  );
  const of = notesOf({ incidents: [gone] });
  const entries = parseAtomFeed(feed('atom', english, of)).entries ?? [];
  expect(entries.map(({ title }) => title?.value)).toEqual([
    'Withdrawn, published by mistake – Withdrawn: The API is slow',
    'Withdrawn, published by mistake – Investigating: The API is slow',
  ]);
  expect(new Set(entries.map(({ updated }) => updated))).toEqual(new Set(['2026-01-26T06:35:00.000Z']));
  expect(feed('json', indonesian, of)).toContain('Ditarik, terbit karena keliru – Sedang diselidiki');
});

test('a correction stands in the entry that it corrects, which readers see as changed', () => {
  const [first] = incidentOf().updates;
  const corrected = publishedNote(
    incidentOf({
      updates: [
        { ...(first as NonNullable<typeof first>), text: { en: 'It is down.', id: 'API mati.' } },
        {
          number: 2,
          status: 'correction',
          at: '2026-01-26T06:00:00Z',
          text: { en: '> It is down.\n\nIt is slow.', id: '> API mati.\n\nAPI melambat.' },
        },
      ],
    }),
  );
  const atom = parseAtomFeed(feed('atom', english, notesOf({ incidents: [corrected] }))).entries ?? [];
  const entry = atom.find(({ id }) => id === `${PAGE}#update-1`);
  expect(entry?.content?.value).toMatch(/<del [^>]*>It is down\.<\/del> <ins .*It is slow\./);
  expect(entry?.content?.value).toContain(`href="${PAGE}#update-2"`);
  expect(entry?.updated).toBe('2026-01-26T06:05:00.000Z');
});
