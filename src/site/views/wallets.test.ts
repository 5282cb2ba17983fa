import { expect, test } from 'vitest';
import type { Language } from '../../core/language.ts';
import type { Publication } from '../../ledger/publication.ts';
import { firstSeen, published } from '../../testing/publication.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { walletsPageOf } from './wallets.ts';

const wallet = { name: 'Treasury', address: '', type: null, explorer_url: null };
const wallets = [wallet];
const headline = (states: Parameters<typeof published>[1]) =>
  (['en', 'id'] as const).map(
    (language) => walletsPageOf(readerFor(language), published({ wallets }, states)).headline,
  );

test('TPC-02 where most wallets are gone the headline says so, and counts none', () => {
  expect(headline({ states: { wallets: { state: 'stale', reason: 'shrunk' } } })).toEqual([
    '1 public wallet as last read; most of those published are gone from the source',
    '1 dompet publik menurut pembacaan terakhir; sebagian besar yang pernah diterbitkan tidak ada lagi di sumbernya',
  ]);
});

test('TPC-02 beside a wallet that was left out the headline vouches for nothing, and the page names it', () => {
  const states = { wallets: { findings: [{ guard: 'unreadable-row', subjects: ['Treasury'] }] } } as const;
  expect(headline({ states } as never)[0]).toContain('whether any was changed cannot be told');
  const { notices } = walletsPageOf(readerFor('en'), published({ wallets }, { states } as never));
  expect(notices.map((notice) => read(notice)).join()).toContain(
    'what was published of them stands: Treasury',
  );
});

test('TPC-02 a change of a wallet is shown with both values, by names that readers know, and with the reason that is stated of it', () => {
  const [seen, before, after] = ['2026-01-26T11:00:00Z', { address: 'old' }, { address: 'new' }];
  const changed = { ...firstSeen(wallet), changes: [{ seen_at: seen, before, after }] };
  const shown = (language: Language, alterations: readonly object[]) => {
    const publication = published({ wallets }, { states: { wallets: { alterations } } } as never);
    const record = new Map([['wallets', new Map([['Treasury', changed]])]]);
    const { changes } = walletsPageOf(readerFor(language), { ...publication, record } as Publication);
    return changes.map((change) => [read(change.seen), ...change.lines.map(({ name }) => name)]);
  };
  const reason = { en: 'The key was replaced.', id: 'Kuncinya diganti.' };
  const stated = { row: 'Treasury', seen, by: 'operator', decided: '2026-01-26T10:00:00Z', reason };
  expect(shown('en', [{ ...stated, seen: '2026-01-26T11:00:01Z' }])[0]?.[0]).not.toContain('The operator');
  expect(shown('en', [stated])).toEqual([
    [
      expect.stringMatching(/^Seen .*The operator \(.*\) states the reason: The key was replaced\.$/),
      'Address',
    ],
  ]);
  expect(shown('id', [stated])).toEqual([[expect.stringMatching(/Kuncinya diganti\.$/), 'Alamat']]);
});
