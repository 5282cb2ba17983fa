import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { describe, expect, inject, test } from 'vitest';
import { readWithCopy, readWithPython } from '../readers.ts';

const run = promisify(execFile);
const client = path.join(inject('site').dist, 'client');
const below = path.join(inject('siteUnderBase').dist, 'client');
const data = path.join(client, 'data');
const archives = path.join(client, 'releases', 'transparency-v1.0', 'archives');

type Row = Record<string, string | null>;
/** A text without what defuses it for spreadsheets. */
const bare = (value: string | null) => value?.replaceAll("'", '') ?? null;
const bareRows = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, bare(value)])));

/** Rows as a reader has them that knows no null: an empty field is an empty text. */
const named = ([header = [], ...rows]: readonly string[][]) =>
  rows.map((row) => Object.fromEntries(row.map((value, at) => [header[at] ?? `column ${at}`, value])));
const withoutNull = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ''])));

describe("other people's readers, told nothing of how the demo site was written", () => {
  test("TPC-06: Python's csv and PostgreSQL's COPY read every CSV, and both read what its JSON says", async () => {
    const names = readdirSync(data).filter((name) => name.endsWith('.csv'));
    expect(names.length).toBeGreaterThanOrEqual(9);
    const files = names.map((name) => path.join(data, name));
    const copied = await readWithCopy(files.map((file) => readFileSync(file, 'utf8')));
    const python = await readWithPython(files);
    for (const [at, file] of files.entries()) {
      const rows = copied[at] ?? [];
      expect(rows.length, file).toBeGreaterThan(0);
      expect(named(python[at] ?? []), file).toEqual(withoutNull(rows));
      const json = file.replace(/\.csv$/, '.json');
      if (existsSync(json))
        expect(bareRows(rows), file).toEqual(bareRows(JSON.parse(readFileSync(json, 'utf8')).data));
    }
  });

  test.each([
    'data',
    ...readdirSync(archives).map((month) => path.join(path.relative(client, archives), month)),
  ])('sha256sum -c finds every file of %s as it was signed for', async (folder) => {
    const { stdout } = await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
      cwd: path.join(client, folder),
    });
    expect(stdout.trim().split('\n').length).toBeGreaterThan(5);
  });

  test("TPC-17: zcat and Python's csv read the tables of every archive as its JSON has them", async () => {
    const months = readdirSync(archives);
    expect(months.length).toBeGreaterThan(0);
    for (const month of months) {
      const tables = readdirSync(path.join(archives, month)).filter((name) => name.endsWith('.csv.gz'));
      const files = tables.map((name) => path.join(archives, month, name));
      await run('gzip', ['--test', ...files]);
      const python = await readWithPython(files);
      for (const [at, file] of files.entries()) {
        const json = JSON.parse(
          gunzipSync(readFileSync(file.replace('.csv.gz', '.json.gz'))).toString('utf8'),
        );
        expect(bareRows(named(python[at] ?? [])), file).toEqual(bareRows(withoutNull(json.data)));
      }
    }
  });

  test.each(['en', 'id'])(
    'feeds and notes below a base path: every link of %s leads somewhere by itself',
    (language) => {
      const text = (form: string) => readFileSync(path.join(below, 'feeds', `${language}.${form}`), 'utf8');
      const entries = [
        ...(parseAtomFeed(text('atom')).entries ?? []).map(({ id, content }) => [id, content?.value]),
        ...(parseRssFeed(text('rss')).items ?? []).map(({ guid, content }) => [
          guid?.value,
          content?.encoded,
        ]),
        ...(parseJsonFeed(JSON.parse(text('json'))).items ?? []).map((item) => [item.id, item.content_html]),
      ];
      expect(entries.length).toBeGreaterThan(30);
      for (const [id, html = ''] of entries) {
        expect(id).toMatch(new RegExp(`^https://terang\\.example/terang/${language}/`));
        for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g))
          expect(link).toMatch(/^https:\/\/(?!terang\.example\/(?!terang\/))/);
      }
    },
  );

  test.each(['en', 'id'])(
    'COI-08: ical.js reads the calendar %s, every zone that an event names is in the file',
    (language) => {
      const text = readFileSync(path.join(below, 'calendar', `${language}.ics`), 'utf8');
      const calendar = new ICAL.Component(ICAL.parse(text));
      const zones = calendar
        .getAllSubcomponents('vtimezone')
        .map((zone) => zone.getFirstPropertyValue('tzid'));
      const events = calendar.getAllSubcomponents('vevent');
      expect(events.length).toBeGreaterThan(3);
      for (const event of events) {
        const zone = event.getFirstProperty('dtstart')?.getParameter('tzid');
        if (zone !== undefined) expect(zones).toContain(zone);
        expect(String(event.getFirstPropertyValue('url'))).toMatch(/^https:\/\/terang\.example\/terang\//);
        expect(new ICAL.Event(event).duration.toSeconds()).toBeGreaterThan(0);
      }
    },
  );
});
