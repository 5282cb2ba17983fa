import { expect, test } from 'vitest';
import type { RecordEntry } from '../ledger/record.ts';
import { treasuryAt, treasuryEver, treasuryListings, treasuryNow } from './treasury.ts';

const [A, B] = [
  '7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU',
  '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM',
];
const wallet = (id: string, address: string, type = 'treasury') => ({ name: id, address, type });
const at = (time: string) => `2026-01-${time}:00Z`;
const ENTRIES: RecordEntry[] = [
  { kind: 'first', dataset: 'wallets', id: 'T', seen_at: at('02T00:00'), value: wallet('T', A) },
  { kind: 'first', dataset: 'wallets', id: 'L', seen_at: at('02T00:00'), value: wallet('L', B, 'liquidity') },
  {
    kind: 'change',
    dataset: 'wallets',
    id: 'T',
    seen_at: at('10T12:00'),
    before: { address: A },
    after: { address: B },
  },
  { kind: 'gone', dataset: 'wallets', id: 'T', seen_at: at('20T00:00') },
];
const listings = treasuryListings(ENTRIES);

test('the treasury is the wallet of that type as listed at the time, not as listed now', () => {
  expect(treasuryAt(listings, at('05T00:00'))).toEqual([A]);
  expect(treasuryAt(listings, at('10T12:00'))).toEqual([B]);
  expect(treasuryAt(listings, at('21T00:00'))).toEqual([]);
  expect(treasuryNow(listings)).toEqual([]);
  expect(treasuryEver(listings)).toEqual([A, B]);
});

test('before the list was first read, what stood on it then counts, and nothing that was put on it later', () => {
  expect(treasuryAt(listings, '2025-06-01T00:00:00Z')).toEqual([A]);
  expect(treasuryAt([], '2025-06-01T00:00:00Z')).toEqual([]);
});

test('a new wallet may be used within the hour before this site saw it listed, and no earlier', () => {
  expect(treasuryAt(listings, at('10T11:30'))).toEqual([A, B]);
  expect(treasuryAt(listings, at('10T10:59'))).toEqual([A]);
});

test('what is no address is no treasury', () => {
  const paste = { ...wallet('T', 'PASTE_TREASURY_WALLET') };
  const entry: RecordEntry = {
    kind: 'first',
    dataset: 'wallets',
    id: 'T',
    seen_at: at('02T00:00'),
    value: paste,
  };
  expect(treasuryNow(treasuryListings([entry]))).toEqual([]);
});
