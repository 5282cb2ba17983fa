import { describe, expect, test } from 'vitest';
import type { Incident } from '../../incidents/model/incident.ts';
import { NO_NOTES } from '../../incidents/model/notes-publication.ts';
import type { RowRecord } from '../../ledger/record.ts';
import { NO_STATUS } from '../../status/status-publication.ts';
import { homeOf } from '../../testing/home.ts';
import { firstSeen, hashedBatch, NOTHING_PUBLISHED, published } from '../../testing/publication.ts';
import { incidentOf, NOW, notesOf, publishedNote } from '../../testing/published-notes.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';

const [english, indonesian] = [readerFor('en'), readerFor('id')];
const good = hashedBatch();

describe('an open incident', () => {
  const open = (incidents: readonly Incident[]) =>
    [english, indonesian].map((reader) => {
      const notes = notesOf({ incidents: incidents.map((one) => publishedNote(one)) });
      const line = homeOf(reader, NOTHING_PUBLISHED, NO_STATUS, notes).overview.open;
      return line === null ? null : read(line);
    });

  test('stands below the sentence of the checks, with its title and since when', () => {
    expect(open([incidentOf()])).toEqual([
      '1 open incident: The API is slow, since 26 Jan 2026, 12:00 WIB.',
      'Insiden berlangsung (1): API melambat, sejak 26 Jan 2026, 12.00 WIB.',
    ]);
  });

  test('of several the gravest is named, and how many there are', () => {
    const grave = incidentOf({ impact: 'critical', title: { en: 'It is down', id: 'Mati' }, slug: 'down' });
    expect(open([incidentOf(), grave, incidentOf()])[0]).toBe(
      '3 open incidents, the gravest: It is down, since 26 Jan 2026, 12:00 WIB.',
    );
  });

  test('nothing is said where none is open', () => {
    expect(open([])).toEqual([null, null]);
    const text = { en: 'It is over.', id: 'Sudah selesai.' };
    const updates = [{ number: 1, status: 'resolved', at: NOW, text }] as const;
    expect(open([incidentOf({ resolved: NOW, updates })])).toEqual([null, null]);
  });
});

test('a batch that is gone is told here, and no more once the operator has stated why', () => {
  const gone = { ...firstSeen(good), gone: '2026-01-27T00:00:00Z' };
  const record = new Map([['batches' as const, new Map([[good.id, gone]])]]);
  const told = (removals: readonly object[]) => {
    const publication = published({}, { states: { batches: { removals: removals as never } } });
    return JSON.stringify(homeOf(english, { ...publication, record }, NO_STATUS, NO_NOTES));
  };
  const sentence = '1 published batch is no longer shown by the source';
  expect(told([])).toContain(sentence);
  expect(told([{ row: good.id, by: 'r', decided: NOW, reason: { en: 'x', id: 'x' } }])).not.toContain(
    sentence,
  );
});

describe('the first sentence', () => {
  test('says what was distributed, in each language by its own grammar and separators', () => {
    const publication = published({ batches: [good] });
    expect(read(homeOf(english, publication, NO_STATUS, NO_NOTES).headline)).toBe(
      '1,000.000000 TPC was distributed on 26 January 2026',
    );
    expect(read(homeOf(indonesian, publication, NO_STATUS, NO_NOTES).headline)).toBe(
      '1.000,000000 TPC didistribusikan pada 26 Januari 2026',
    );
  });

  test('a fresh clone says that nothing is known and shows no figure', () => {
    const home = homeOf(english, NOTHING_PUBLISHED, NO_STATUS, NO_NOTES);
    expect(read(home.headline)).toBe('Nothing has been published yet');
    expect([home.facts, home.latest, home.split, home.freshness]).toEqual([[], null, null, null]);
    expect(JSON.stringify(home)).not.toContain('"whole":"0"');
  });

  test('TPC-07 a mismatch of the latest batch is the first thing said', () => {
    const altered = { ...good, treasury_sum: '700.000000' };
    const older = hashedBatch({ id: good.id.replace(/1$/, '2'), created_at: '2026-01-25 00:00:00+00' });
    const home = homeOf(english, published({ batches: [altered, older] }), NO_STATUS, NO_NOTES);
    expect(read(home.headline)).toBe(
      'The hash of the latest batch, 26 January 2026, does not match its figures',
    );
    expect(home.alarming).toBe(true);
    expect(home.facts[0]).toMatchObject({ mark: 'unequal' });
  });

  test('a batch of zeros without a hash, as a crash leaves it, distributed nothing', () => {
    const zero = '0.000000';
    const crashed = {
      ...good,
      tx_count: '0',
      revenue_sum: zero,
      referral_sum: zero,
      treasury_sum: zero,
      buyback_sum: zero,
      public_hash: null,
    };
    const home = homeOf(english, published({ batches: [crashed] }), NO_STATUS, NO_NOTES);
    expect(read(home.headline)).toBe('The latest batch, 26 January 2026, distributed nothing');
    expect(home.facts[0]).toMatchObject({ mark: 'absent', value: ['no hash'] });
  });

  test('a stale dataset is "last known" at once, and gives its reason', () => {
    const states = { batches: { state: 'stale', reason: 'timeout' } } as const;
    const home = homeOf(english, published({ batches: [good] }, { states }), NO_STATUS, NO_NOTES);
    expect(home.freshness).toMatchObject({ stale: true, lastKnown: 'Last known: ' });
    expect(home.notices.map(read)).toEqual([
      'Distribution batches: shown as last read, 26 Jan 2026, 14:05 WIB (07:05 UTC). The last attempt to read it anew failed: the database took too long to answer.',
    ]);
  });
});

describe('what was altered is the first thing said', () => {
  const forged = hashedBatch({ treasury_sum: '700.000000' });
  const row = {
    ...firstSeen(good),
    changes: [
      {
        seen_at: '2026-01-27T00:00:00Z',
        before: { treasury_sum: '600.000000', public_hash: good.public_hash ?? '' },
        after: { treasury_sum: '700.000000', public_hash: forged.public_hash ?? '' },
      },
    ],
  };

  test('a batch altered together with its hash, which matches again', () => {
    const publication = {
      ...published({ batches: [forged] }),
      record: new Map([['batches' as const, new Map([[forged.id, row]])]]),
    };
    const home = homeOf(english, publication, NO_STATUS, NO_NOTES);
    expect(read(home.headline)).toBe(
      'The latest batch, 26 January 2026, was altered after it had been published',
    );
    expect(home.alarming).toBe(true);
    expect(home.facts[0]?.mark).toBe('unequal');
    expect(read(home.facts[0]?.value ?? [])).toContain('altered after publication');
  });

  test('no alarm once the operator states why, of each change: then that it was altered, and the sum as any', () => {
    const told = (...seen: string[]) => {
      const reason = { en: 'Two cents were moved.', id: 'Dua sen dipindahkan.' };
      const stated = { row: forged.id, by: 'operator', decided: NOW, reason };
      const alterations = seen.map((at) => ({ ...stated, seen: at })) as never;
      const { manifest, ...rest } = published(
        { batches: [forged] },
        { states: { batches: { alterations } } },
      );
      const record = new Map([['batches' as const, new Map([[forged.id, row]])]]);
      return homeOf(english, { ...rest, manifest, record }, NO_STATUS, NO_NOTES);
    };
    const settled = told('2026-01-27T00:00:00Z');
    expect(read(settled.headline)).toBe('1,100.000000 TPC was distributed on 26 January 2026');
    expect([settled.alarming, settled.facts[0]?.mark]).toEqual([false, 'equal']);
    expect(read(settled.facts[0]?.value ?? [])).toContain('altered after publication for a reason');
    const record = settled.latest?.chain[1];
    expect([record?.mark, read(record?.sentence ?? [])]).toEqual([
      'untold',
      expect.stringContaining(
        'altered 27 Jan 2026, 07:00 WIB (00:00 UTC) for a reason that the operator states',
      ),
    ]);
    // A reason for another change settles nothing of this one.
    expect(told('2026-01-28T00:00:00Z')).toMatchObject({ alarming: true, facts: [{ mark: 'unequal' }, {}] });
  });

  test('an older batch whose hash does not match is counted, with the way to the findings', () => {
    const old = { ...hashedBatch({ id: good.id.replace(/1$/, '2') }), created_at: '2026-01-25 00:00:00+00' };
    const home = homeOf(english, published({ batches: [good, old] }), NO_STATUS, NO_NOTES);
    expect(home.mismatches).toEqual([
      { kind: 'link', href: '/en/transparency/#findings', text: '1 of 2 hashes does not match' },
    ]);
    expect(homeOf(english, published({ batches: [good] }), NO_STATUS, NO_NOTES).mismatches).toBeNull();
  });
});

describe('the chain of evidence', () => {
  const chain = (batch: typeof good, publication = published({ batches: [batch] })) =>
    homeOf(english, publication, NO_STATUS, NO_NOTES).latest?.chain.map(({ mark, sentence }) => [
      mark,
      read(sentence),
    ]);

  test('TPC-07 hash matches, never changed, not anchored: never "verified"', () => {
    expect(chain(good)).toEqual([
      ['equal', `Hash matches the figures: ${good.public_hash?.slice(0, 8)}…${good.public_hash?.slice(-4)}`],
      ['equal', 'In the published record since 26 Jan 2026, 14:05 WIB (07:05 UTC), never changed'],
      ['absent', 'Not anchored on-chain'],
    ]);
  });

  test('TPC-09 a transaction that is stated is not checked while nobody asked, and what is none is a mismatch', () => {
    const [, , signature] = chain({ ...good, onchain_tx: '5'.repeat(88) }) ?? [];
    const [, , nonsense] = chain({ ...good, onchain_tx: 'sha256:of-the-word-test' }) ?? [];
    expect([signature?.[0], nonsense?.[0]]).toEqual(['unchecked', 'unequal']);
    expect(nonsense?.[1]).toContain('not a Solana transaction signature');
  });

  test('what the log has later than the record says was in the record since the log has it, and no tick', () => {
    const late = { stated: '2026-01-26T07:05:00Z', logged: '2026-02-03T12:00:00Z', began: false };
    const linkOf = (first_late: typeof late, first_seen: string) => {
      const record = new Map([
        ['batches' as const, new Map([[good.id, { ...firstSeen(good), first_seen, first_late }]])],
      ]);
      return chain(good, { ...published({ batches: [good] }), record })?.[1];
    };
    const said =
      'stated by the operator as 26 Jan 2026, 14:05 WIB (07:05 UTC); in the log since 3 Feb 2026, 19:00 WIB';
    expect(linkOf(late, late.logged)).toEqual([
      'untold',
      `In the published record since 3 Feb 2026, 19:00 WIB (12:00 UTC), never changed (${said} (12:00 UTC))`,
    ]);
    // Of what is older than the log that is said, and is no sign of anything.
    expect(linkOf({ ...late, began: true }, late.stated)).toEqual([
      'equal',
      expect.stringMatching(/^In the published record since 26 Jan .*, when the log began\)$/),
    ]);
  });

  test('a late note or a period filled in is told from an altered figure and a replaced proof', () => {
    const seen = { seen_at: '2026-01-27T00:00:00Z' };
    const noted = { ...firstSeen(good), changes: [{ ...seen, before: {}, after: { note: 'x' } }] };
    const altered = {
      ...firstSeen(good),
      changes: [{ ...seen, before: { tx_count: '4' }, after: { tx_count: '5' } }],
    };
    const filled = {
      ...firstSeen(good),
      changes: [{ ...seen, before: {}, after: { period_start: good.created_at } }],
    };
    const replaced = {
      ...firstSeen(good),
      changes: [{ ...seen, before: { onchain_tx: 'a' }, after: { onchain_tx: 'b' } }],
    };
    const chainWith = (row: RowRecord) =>
      chain(good, {
        ...published({ batches: [good] }),
        record: new Map([['batches', new Map([[good.id, row]])]]),
      });
    const added = 'no figure, hash or proof was replaced; an addition or a note seen 27 Jan 2026';
    for (const row of [noted, filled]) {
      expect(chainWith(row)?.[1]).toEqual(['equal', expect.stringContaining(added)]);
    }
    for (const row of [altered, replaced]) {
      expect(chainWith(row)?.[1]).toEqual(['unequal', expect.stringContaining('altered 27 Jan 2026')]);
    }
  });
});

test('a demo says so in title, banner and description, in both languages, and is not indexed', () => {
  const { shell } = homeOf(indonesian, published({ batches: [good] }, { demo: true }), NO_STATUS, NO_NOTES);
  expect(shell.demo?.map((notice) => notice.text)).toEqual([
    'DATA CONTOH – angka rekaan',
    'DEMO – invented figures',
  ]);
  expect(shell.origins.map(read).join()).toContain('semua angkanya rekaan');
  const real = homeOf(english, published({ batches: [good] }), NO_STATUS, NO_NOTES);
  expect(real.shell.origins.map(read).join()).not.toContain('invented');
  expect(shell.title).toMatch(/^DATA CONTOH · /);
  expect(homeOf(english, published({ batches: [good] }), NO_STATUS, NO_NOTES).shell.demo).toBeNull();
});
