import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../core/language.ts';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import type { SourceForm } from '../../ledger/form.ts';
import { NO_STATUS } from '../../status/status-publication.ts';
import { hashedBatch, NOTHING_PUBLISHED, published } from '../../testing/publication.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import type { Reader } from '../../words/reader.ts';
import { batchPageOf } from './batch-page.ts';
import { homeOf } from './home.ts';
import type { Shell } from './shell.ts';
import { transparencyOf } from './transparency.ts';

const batch = hashedBatch();
const formed = (form: SourceForm) => {
  const publication = published({ batches: [batch] });
  const { manifest } = publication;
  if (manifest === null) throw new Error('nothing is published');
  return { ...publication, manifest: { ...manifest, source: { ...manifest.source, form } } };
};
const footers = (page: (reader: Reader) => { readonly shell: Shell }) =>
  LANGUAGES.map((language) => page(readerFor(language)).shell.origins.map((one) => read(one)));

describe('the form of database that was read is said on the transparency page', () => {
  test.each<[SourceForm, RegExp, RegExp]>([
    ['runbook', /form that the runbook describes\.$/, /sesuai dengan yang diuraikan runbook\.$/],
    [
      'field',
      /form met in the field, with its settings as JSON\.$/,
      /ditemui di lapangan, dengan pengaturan sebagai JSON\.$/,
    ],
    [
      { ledger: 'field', split: 'runbook', wallets: 'field' },
      /Split of the distribution as the runbook describes; Ledger sums of each batch and Wallets as met in the field\.$/,
      /Proporsi distribusi seperti yang diuraikan runbook; Jumlah buku besar tiap batch dan Dompet seperti yang ditemui di lapangan\.$/,
    ],
    [null, /was not recorded\.$/, /tidak tercatat\.$/],
  ])('%j', (form, english, indonesian) => {
    const [en, id] = footers((reader) => transparencyOf(reader, formed(form)));
    expect(en).toEqual([expect.stringMatching(english)]);
    expect(id).toEqual([expect.stringMatching(indonesian)]);
  });

  test('nothing is said of it where nothing was read, or on the permanent page of a batch', () => {
    const words = /has the form|form the database|[Bb]entuk basis data/;
    for (const [line] of footers((reader) => transparencyOf(reader, NOTHING_PUBLISHED)))
      expect(line).not.toMatch(words);
    for (const [line] of footers((reader) => batchPageOf(reader, formed('field'), batch)))
      expect(line).not.toMatch(words);
  });
});

test('the home page names both of its sources: the checks, and the database', () => {
  const [en, id] = footers((reader) => homeOf(reader, formed('runbook'), NO_STATUS, NO_NOTES));
  expect(en).toEqual([
    expect.stringContaining('Source: checks that this site asks'),
    expect.stringMatching(/^Data taken 26 Jan 2026, 14:05 WIB .* Source: the database of the platform/),
  ]);
  expect(id).toEqual([
    expect.stringContaining('Sumber: pemeriksaan'),
    expect.stringMatching(/^Data diambil 26 Jan 2026, 14\.05 WIB .* Sumber: /),
  ]);
});
