import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../core/canonical.ts';
import type { Language } from '../../core/language.ts';
import { hashInput } from '../../ledger/batch-hash.ts';
import type { Publication } from '../../ledger/publication.ts';
import type { Statement } from '../../ledger/statement.ts';
import { firstSeen, hashedBatch, KNOWN_BATCH, published } from '../../testing/publication.ts';
import { cellsOf, read, sumOf } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { batchPageOf } from './batch-page.ts';

const reader = readerFor('en');
const good = hashedBatch();
const split = { referral: '25', treasury: '60', buyback: '15' };
const pageOf = (batch: typeof good, rows = {}) =>
  batchPageOf(reader, published({ batches: [batch], split: [split], ...rows }), batch);

test('a batch that is gone says so before all else, and why by the word of the operator where that is stated', () => {
  const removals = [
    {
      row: KNOWN_BATCH.id,
      by: 'compliance',
      decided: '2026-02-01T02:00:00Z',
      reason: { en: 'It was a test batch.', id: 'Ini batch uji.' },
    },
  ] satisfies Statement[];
  const gone = new Map([[KNOWN_BATCH.id, { ...firstSeen(KNOWN_BATCH), gone: '2026-02-01T03:00:00Z' }]]);
  const said = (language: Language, states = {}) => {
    const publication = { ...published({ batches: [] }, { states }), record: new Map([['batches', gone]]) };
    const page = batchPageOf(readerFor(language), publication as Publication, KNOWN_BATCH);
    return [read(page.gone ?? []), ...page.figures.changes.map(({ seen }) => read(seen))];
  };
  for (const text of said('en')) expect(text).not.toContain('The operator');
  for (const text of said('en', { batches: { removals } })) {
    expect(text).toContain('The operator (compliance, decided ');
    expect(text).toContain(') states the reason: It was a test batch.');
  }
  expect(said('id', { batches: { removals } })[0]).toContain('Alasan menurut pengelola (kepatuhan');
});

test('a batch that can not be read now is not said to match, nor to be gone', () => {
  const findings = [{ guard: 'unreadable-row' as const, subjects: [good.id] }];
  const said = (language: Language) => {
    const publication = published({ batches: [good] }, { states: { batches: { findings } } });
    const { headline, gone, unread } = batchPageOf(readerFor(language), publication, good);
    expect(gone).toBeNull();
    return [headline, read(unread ?? [])];
  };
  const [headline, sentence] = said('en');
  expect(headline).toMatch(/: what the source has of it can not be read now$/);
  expect(sentence).toMatch(/^Read 26 Jan 2026.* what it says now is not known\./);
  expect(said('id')[1]).toContain('isinya sekarang tidak diketahui');
  expect(pageOf(good).unread).toBeNull();
});

describe('TPC-07 the hash of a batch', () => {
  test('the batch of the field notes matches, and its line says so', () => {
    const page = pageOf(KNOWN_BATCH);
    expect(page.headline.replaceAll('\u00A0', ' ')).toBe(
      'Batch of 26 January 2026: the hash matches the figures',
    );
    expect(page.hash.facts.map(({ lines }) => lines.map(read).join()).slice(1)).toEqual([
      KNOWN_BATCH.public_hash,
      KNOWN_BATCH.public_hash,
    ]);
  });

  test('the line to paste gives the published hash in a real shell', () => {
    const out = execFileSync('sh', ['-c', pageOf(KNOWN_BATCH).check.command], { encoding: 'utf8' });
    expect(out).toBe(`${KNOWN_BATCH.public_hash}  -\n`);
  });

  test('another documented text form is named', () => {
    const batch = { ...good, public_hash: sha256Hex(hashInput(good, 'api-iso')) };
    expect(pageOf(batch).hash.form).toContain('the form of the API');
  });

  test('a hash that is no hash is shown as it was written, its hidden characters by code', () => {
    const page = pageOf({ ...good, public_hash: '<b>\u202Eabc' });
    expect(page.verdict).toBe('mismatch');
    expect(read(page.hash.facts[2]?.lines[0] ?? [])).toBe('<b>[U+202E]abc');
  });
});

describe('a batch whose figure was altered after publication', () => {
  const altered = { ...good, treasury_sum: '700.000000' };
  const row = {
    ...firstSeen(good),
    latest: { ...firstSeen(good).latest, treasury_sum: '700.000000' },
    changes: [
      {
        seen_at: '2026-01-27T00:00:00Z',
        before: { treasury_sum: '600.000000' },
        after: { treasury_sum: '700.000000' },
      },
    ],
  };
  const publication = {
    ...published({ batches: [altered], split: [split] }),
    record: new Map([['batches' as const, new Map([[good.id, row]])]]),
  };
  const page = batchPageOf(reader, publication, altered);

  test('first and present value stand beside each other, only where they differ', () => {
    const { table, altered: isAltered } = page.figures;
    expect(cellsOf({ ...table, rows: table.rows.filter(({ differs }) => differs) })).toEqual([
      { field: 'Treasury', first: '600.000000', present: '700.000000', said: 'stated by the operator' },
    ]);
    expect(table.columns.map(({ label }) => label)).toEqual([
      ...['Field', 'First value', 'Present value', 'Who says so'],
    ]);
    expect(isAltered).toBe(true);
    expect(Object.keys(cellsOf(pageOf(good).figures.table)[0] ?? {})).toEqual(['field', 'present', 'said']);
  });

  test('TPC-07 each figure says who says so: nobody but the operator until it is recomputed or logged', () => {
    const saidIn = (isLogged: boolean, batch = good) => {
      const { table } = batchPageOf(reader, published({ batches: [batch] }), batch, isLogged).figures;
      return Object.fromEntries(cellsOf(table).map(({ field, said }) => [field, said]));
    };
    expect(saidIn(false)).toMatchObject({
      Treasury: 'stated by the operator',
      'Published hash': 'stated by the operator · recomputed here',
      'On-chain transaction': '',
    });
    expect(saidIn(true)['Published hash']).toBe('stated by the operator · recomputed here · in the log');
    const wrong = { ...good, treasury_sum: '700.000000' };
    expect(saidIn(false, wrong)['Published hash']).toBe('stated by the operator');
  });

  test('the change bears the time at which it was seen, and the page that of its last change', () => {
    expect(page.figures.changes.map(({ seen }) => read(seen))).toEqual([
      'Seen 27 Jan 2026, 07:00 WIB (00:00 UTC)',
    ]);
    expect(page.shell.origins.map(read)).toEqual([
      expect.stringMatching(
        /^The data on this page last changed 27 Jan 2026, 07:00 WIB \(00:00 UTC\)\. Source: /,
      ),
    ]);
  });

  test('the line to paste promises no published hash that it can not give', () => {
    expect(page.check.how).toContain('which is not the published hash');
    expect(pageOf(good).check.how).toContain('its answer must be the published hash');
    expect(pageOf({ ...good, public_hash: null }).check.how).toContain('no published hash to compare');
    expect(pageOf(good).check.first).toBeNull();
  });

  test('a second line has the figures first published, which match the hash', () => {
    const first = page.check.first;
    expect(first?.sentence).toContain('The figures first published match the published hash');
    const out = execFileSync('sh', ['-c', first?.command ?? ''], { encoding: 'utf8' });
    expect(out).toBe(`${good.public_hash}  -\n`);
  });

  test('where the hash was replaced too, the first figures match the first hash', () => {
    const both = hashedBatch({ treasury_sum: '700.000000' });
    const { sentence } = batchPageOf(reader, publication, both).check.first ?? {};
    expect(sentence).toContain('match the hash first published');
    expect(sentence).toContain(good.public_hash);
  });

  test('where the share rule does not hold the bar shows the real shares, and says that they are', () => {
    expect(page.bar.parts.map(({ percent }) => percent)).toEqual(['25%', '70%', '15%']);
    expect(page.bar.note?.replaceAll('\u00A0', ' ')).toContain(
      '25% / 60% / 15%: together they are 1,100.000000, the revenue is 1,000.000000',
    );
    expect(pageOf(good).bar.note).toBeNull();
  });

  test('TPC-08 the share rule is broken, with difference and tolerance', () => {
    expect(page.share.check?.verdict).toEqual({
      mark: 'unequal',
      text: 'A difference lies beyond the tolerance for rounding, 0.000006 (0.0000015 × 4 transactions).',
    });
    expect(sumOf(page.share.check?.table).difference).toMatch(/^100\.0+$/);
  });

  test('a withheld note leaves its hash in the record, and the page says so', () => {
    const noted = { ...row, first: { ...row.first, note: 'ab'.repeat(32) } };
    const withNote = { ...publication, record: new Map([['batches' as const, new Map([[good.id, noted]])]]) };
    const note = cellsOf(batchPageOf(reader, withNote, altered).figures.table).at(-1);
    expect(note?.first).toContain('text withheld');
    const taken_down = {
      at: '2026-02-05T09:00:00Z',
      by: 'compliance' as const,
      decided: '2026-02-04T09:00:00Z',
      reason: { en: 'It named a person.', id: 'Menyebut seseorang.' },
    };
    const words = new Map([['ab'.repeat(32), { digest: 'ab'.repeat(32), salt: '0'.repeat(32), taken_down }]]);
    const stated = cellsOf(batchPageOf(reader, { ...withNote, words }, altered).figures.table).at(-1);
    expect(stated?.first).toContain('text taken down on');
    expect(stated?.first).toContain('It named a person.');
  });
});

describe('TPC-08 a batch against its ledger', () => {
  const ledger = {
    batch_id: good.id,
    tx_counted: '4',
    amount_sum: '1000.000001',
    referral_sum: '250.000000',
    treasury_sum: '600.000000',
    buyback_sum: '150.000000',
    duplicates: '0',
  };

  test('a difference of one millionth is called rounding, with its figure', () => {
    const table = pageOf(good, { ledger: [ledger] }).ledger.check?.table;
    expect(cellsOf(table).find(({ figure }) => figure === 'Revenue')).toMatchObject({
      finding: 'rounding',
      difference: '-0.000001',
    });
    expect(table?.rows.some(({ differs }) => differs)).toBe(false);
  });

  test('two transactions fewer and a double distribution are findings', () => {
    const check = pageOf(good, { ledger: [{ ...ledger, tx_counted: '2', duplicates: '1' }] }).ledger.check;
    expect(check?.table.rows[0]).toMatchObject({
      differs: true,
      cells: { finding: { mark: 'unequal', text: 'different' } },
    });
    expect(check?.verdict.mark).toBe('unequal');
  });

  test('an absent ledger row is said, not shown as zero', () => {
    expect(pageOf(good).ledger.check).toBeNull();
  });
});
