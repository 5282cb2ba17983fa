import { describe, expect, test } from 'vitest';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import type { ChangelogEntry } from '../../ledger/changelog.ts';
import type { Rows } from '../../ledger/dataset.ts';
import type { DatasetState } from '../../ledger/manifest.ts';
import { csvDatasets, csvFile, jsonFile } from '../../open-data/files.ts';
import { NO_STATUS } from '../../status/status-publication.ts';
import { homeOf } from '../../testing/home.ts';
import { hashedBatch, published } from '../../testing/publication.ts';
import { read } from '../../testing/reading.ts';
import { readerFor, SITE } from '../../testing/site.ts';
import { batchPageOf } from './batch-page.ts';
import { splitPageOf } from './split-page.ts';
import { transparencyOf } from './transparency.ts';

const reader = readerFor('en');
const batch = hashedBatch({ created_at: '2026-01-26 01:02:03.123456+00' });
const split = { referral: '25', treasury: '60', buyback: '15' };
const older = { referral: '20', treasury: '65', buyback: '15' };
const change: ChangelogEntry = {
  id: 'c',
  created_at: '2026-01-10 00:00:00+00',
  key: 'distribution_split',
  old_value: JSON.stringify(older),
  new_value: JSON.stringify(split),
  reason: 'x',
};
const ledger = {
  batch_id: batch.id,
  tx_counted: '4',
  amount_sum: '1000.000000',
  referral_sum: '250.000000',
  treasury_sum: '600.000000',
  buyback_sum: '150.000000',
  duplicates: '0',
};
const ABSENT = { state: 'absent', reason: 'access-denied', observed_at: null, valid_until: null } as const;
const staleSince = (observed_at: string) =>
  ({ state: 'stale', reason: 'timeout', observed_at, valid_until: '2026-01-26T00:35:00Z' }) as const;
const BEFORE_BATCH = staleSince('2026-01-26T00:05:00Z');
const AFTER_BATCH = staleSince('2026-01-26T02:05:00Z');

const site = (states: Partial<Record<string, Partial<DatasetState>>>, rows: Partial<Rows> = {}) =>
  published({ batches: [batch], split: [split], changelog: [change], ledger: [ledger], ...rows }, { states });

describe('what was never read is not known', () => {
  const publication = site({ changelog: ABSENT }, { changelog: [] });

  test('without the changelog no batch is judged by the present split', () => {
    const page = batchPageOf(reader, publication, batch);
    expect(page.share.check).toBeNull();
    expect(page.share.notices.map(read)).toEqual([
      'Changelog: not known. The attempt to read it failed: the database refused access.',
    ]);
    expect(page.bar.parts.map(({ percent }) => percent)).toEqual([null, null, null]);
    expect(homeOf(reader, publication, NO_STATUS, NO_NOTES).latest?.bar.parts[0]?.percent).toBeNull();
  });

  test('nor is the split said to have been in effect from the beginning', () => {
    expect(read(homeOf(reader, publication, NO_STATUS, NO_NOTES).split?.since ?? [])).toContain(
      'is not known',
    );
    const page = splitPageOf(reader, publication);
    expect(page.periods.map(({ since }) => read(since))).toEqual(['Since when is not known']);
    expect(csvDatasets(publication)).not.toContain('split');
    const { meta, data } = JSON.parse(jsonFile(SITE, publication, 'split').text);
    expect(data).toBeNull();
    expect(meta.state.en).toContain('Changelog: not known');
  });

  test('the present split alone, with a changelog that was read and is empty, is all there is', () => {
    const page = batchPageOf(reader, site({}, { changelog: [] }), batch);
    expect(page.share.check?.verdict.mark).toBe('equal');
  });
});

describe('what was last read before a batch was made does not judge it', () => {
  test.each(['split', 'changelog'])('%s', (name) => {
    const before = batchPageOf(reader, site({ [name]: BEFORE_BATCH }), batch);
    expect([before.share.check, before.bar.parts[0]?.percent]).toEqual([null, null]);
    const after = batchPageOf(reader, site({ [name]: AFTER_BATCH }), batch);
    expect(after.share.check?.verdict.mark).toBe('equal');
    expect(after.share.notices).toHaveLength(1);
  });

  test('the ledger', () => {
    expect(batchPageOf(reader, site({ ledger: BEFORE_BATCH }), batch).ledger.check).toBeNull();
    const after = batchPageOf(reader, site({ ledger: AFTER_BATCH }), batch).ledger;
    expect([after.check === null, after.notices.length]).toEqual([false, 1]);
  });

  test('a setting read at another time than the changelog is no contradiction', () => {
    const later = { ...change, id: 'd', created_at: '2026-01-26 03:00:00+00' };
    const newEntry = { ...later, old_value: JSON.stringify(split), new_value: JSON.stringify(older) };
    const staleSplit = splitPageOf(reader, site({ split: AFTER_BATCH }, { changelog: [change, newEntry] }));
    expect(staleSplit.gaps).toEqual([]);
    const staleChangelog = splitPageOf(reader, site({ changelog: AFTER_BATCH }, { split: [older] }));
    expect(staleChangelog.gaps).toEqual([]);
    expect(splitPageOf(reader, site({}, { split: [older] })).gaps).toHaveLength(1);
  });

  test('the history of the split bears the time of the older of its two sources', () => {
    const publication = site({ changelog: AFTER_BATCH });
    const { meta } = JSON.parse(jsonFile(SITE, publication, 'split').text);
    expect([meta.observed_at, meta.valid_until]).toEqual([AFTER_BATCH.observed_at, AFTER_BATCH.valid_until]);
    expect(meta.state.en).toContain('Changelog: shown as last read');
    expect(csvFile(publication, 'split').text.split('\r\n')[1]).toBe('25,60,15,,2026-01-10 00:00:00+00,x');
  });
});

describe('a page is as fresh as the oldest that it rests on', () => {
  test('any stale dataset makes it "last known", and the earliest end holds', () => {
    const line = homeOf(reader, site({ changelog: AFTER_BATCH }), NO_STATUS, NO_NOTES).freshness;
    expect(line).toMatchObject({ stale: true, validUntil: AFTER_BATCH.valid_until });
    expect(homeOf(reader, site({}), NO_STATUS, NO_NOTES).freshness?.stale).toBe(false);
  });
});

describe('"nothing to report" is said only of what was checked', () => {
  const findings = (states: Parameters<typeof site>[0]) => transparencyOf(reader, site(states)).findings;

  test('everything current and looked for', () => {
    expect(findings({})).toMatchObject({
      none: 'The checks on this data found nothing to report.',
      unchecked: [],
    });
  });

  test('a stale or absent dataset, and the checks that needed it, are named with the reason', () => {
    const { none, unchecked } = findings({
      changelog: ABSENT,
      ledger: AFTER_BATCH,
      batches: { not_evaluated: ['share-rule-broken'] },
    });
    expect(none).toContain('Not everything could be checked');
    expect(unchecked.map(read)).toEqual([
      'Distribution batches: could not check whether each part is its share of the revenue. What this needs was not read at the same time: Ledger sums of each batch and Changelog.',
      'Ledger sums of each batch: not checked anew (the database took too long to answer); what stands here was last read 26 Jan 2026, 09:05 WIB (02:05 UTC).',
      'Changelog: not checked, because it is not known (the database refused access).',
    ]);
  });

  test('in Indonesian too', () => {
    const states = { batches: { not_evaluated: ['share-rule-broken' as const] } };
    const { unchecked } = transparencyOf(readerFor('id'), site(states)).findings;
    expect(unchecked.map(read)).toEqual([
      'Batch distribusi: tidak dapat diperiksa apakah setiap bagian sesuai dengan proporsinya.',
    ]);
  });
});
