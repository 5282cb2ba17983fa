import { expect, test } from 'vitest';
import { published } from '../../testing/publication.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../words/reader.ts';
import { walletsPageOf } from './wallets.ts';

const wallets = [{ name: 'Treasury', address: '', type: null, explorer_url: null }];
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
