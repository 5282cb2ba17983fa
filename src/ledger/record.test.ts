import { describe, expect, test } from 'vitest';
import { canonicalLines, parseLines } from '../core/canonical.ts';
import { alteredFields } from './alteration.ts';
import type { RowOf } from './dataset.ts';
import { type Observer, observe } from './observation.ts';
import { type PublishedRecord, playRecord, type RecordEntry, recordEntrySchema, seal } from './record.ts';

const batch: RowOf<'batches'> = {
  id: '20000000-0000-4000-8000-000000000001',
  created_at: '2026-01-26 01:02:03+00',
  period_start: null,
  period_end: null,
  tx_count: '4',
  revenue_sum: '1000.100010',
  referral_sum: '100.010001',
  treasury_sum: '200.020002',
  buyback_sum: '50.005001',
  public_hash: 'aa',
  onchain_tx: null,
  note: 'Ditunda',
};

/** Runs one after another over the same record, as the snapshot does. */
function runs(...batches: (readonly RowOf<'batches'>[])[]): {
  entries: RecordEntry[];
  record: PublishedRecord;
} {
  const words = new Map();
  const entries: RecordEntry[] = [];
  let salt = 0;
  for (const [index, rows] of batches.entries()) {
    const seenAt = `2026-02-0${index + 1}T00:00:00Z`;
    const observer: Observer = { seenAt, words, newSalt: () => String(salt++).padStart(32, '0') };
    const observation = observe('batches', rows, playRecord(entries), observer);
    entries.push(...observation.entries);
    for (const line of observation.words) words.set(line.digest, line);
  }
  return { entries, record: playRecord(entries) };
}

describe('the published record', () => {
  test('holds the first value of a row, strings only, its words as a salted hash', () => {
    const { entries } = runs([batch]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      kind: 'first',
      id: batch.id,
      seen_at: '2026-02-01T00:00:00Z',
      value: { revenue_sum: '1000.100010', note: seal('0'.repeat(32), 'Ditunda') },
    });
    expect(JSON.stringify(entries)).not.toContain('Ditunda');
    expect(entries[0]).not.toHaveProperty('value.onchain_tx');
  });

  test('what the site reads from another place is an entry of its own kind, and no alteration', () => {
    const { entries: published, record } = runs([batch, { ...batch, id: 'left' }]);
    const reread = { from: 'field', to: 'public-settings' };
    const observer: Observer = {
      seenAt: '2026-02-02T00:00:00Z',
      words: new Map(),
      newSalt: () => '0',
      reread,
    };
    const moved = observe('batches', [{ ...batch, note: null, treasury_sum: '7.000000' }], record, observer);
    expect(moved.entries).toMatchObject([
      {
        kind: 'reread',
        ...reread,
        before: { treasury_sum: '200.020002' },
        after: { treasury_sum: '7.000000' },
      },
      { kind: 'unread', ...reread, id: 'left' },
    ]);
    for (const entry of moved.entries) expect(recordEntrySchema.parse(entry)).toEqual(entry);
    const rows = playRecord([...published, ...moved.entries]).get('batches');
    const row = rows?.get(batch.id);
    expect(row === undefined ? [] : alteredFields(row)).toEqual([]);
    expect(row).toMatchObject({
      first: { treasury_sum: '200.020002' },
      latest: { treasury_sum: '7.000000' },
    });
    expect(rows?.get('left')).toMatchObject({ gone: null, unread: '2026-02-02T00:00:00Z' });
  });

  test('the same rows again add nothing', () => {
    expect(runs([batch], [batch], [batch]).entries).toHaveLength(1);
  });

  test('an altered figure, a late proof and a changed note are one entry each time they are seen', () => {
    const altered = { ...batch, treasury_sum: '300.020002' };
    const proven = { ...altered, onchain_tx: 'sig', note: 'Selesai' };
    const { entries, record } = runs([batch], [altered], [proven]);
    expect(entries.slice(1)).toMatchObject([
      { kind: 'change', before: { treasury_sum: '200.020002' }, after: { treasury_sum: '300.020002' } },
      { kind: 'change', after: { onchain_tx: 'sig', note: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    const row = record.get('batches')?.get(batch.id);
    expect(row?.first.treasury_sum).toBe('200.020002');
    expect(row?.latest.treasury_sum).toBe('300.020002');
  });

  test('a row that goes and comes back is recorded both times', () => {
    const { entries, record } = runs([batch], [], [], [batch]);
    expect(entries.map(({ kind }) => kind)).toEqual(['first', 'gone', 'change']);
    expect(record.get('batches')?.get(batch.id)?.gone).toBeNull();
  });

  test('a day enters the record an hour after it is over, so that a late commit is no rewrite', () => {
    const day = { day: '2026-02-01', revenue: '1', tx_count: '1', verified_revenue: '1', tx_verified: '1' };
    const parts = {
      distributed_revenue: '0',
      tx_distributed: '0',
      referral: '0',
      treasury: '0',
      buyback: '0',
    };
    const at = (seenAt: string) =>
      observe('daily', [{ ...day, ...parts }], new Map(), { seenAt, words: new Map(), newSalt: () => '' })
        .entries;
    expect(at('2026-02-02T00:59:59Z')).toEqual([]);
    expect(at('2026-02-02T01:00:00Z')).toHaveLength(1);
  });

  test('each entry is one line that reads back as itself', () => {
    const { entries } = runs([batch], [{ ...batch, note: 'a\nb \u2028 c' }]);
    const text = canonicalLines(entries);
    expect(text.split('\n')).toHaveLength(entries.length + 1);
    expect(parseLines(text).map((line) => recordEntrySchema.parse(line))).toEqual(entries);
    expect(() => parseLines(text.slice(0, -1))).toThrow('cut off');
  });

  test('a record that contradicts itself is an error', () => {
    const [first] = runs([batch]).entries as [RecordEntry];
    expect(() => playRecord([first, first])).toThrow('two first values');
    const change = { ...first, kind: 'change', before: {}, after: {} } as RecordEntry;
    expect(() => playRecord([change])).toThrow('before its first value');
  });
});
