import { expect, test } from 'vitest';
import { NOTHING_PUBLISHED, published } from '../../testing/publication.ts';
import { notVouching } from './published-then.ts';

// `published` was read at 07:05 and vouches until 07:35.
const publication = published({}, { states: { ledger: { state: 'stale' } } });

test.each([
  ['before it was read', '2026-01-26T07:04:59Z', 'out-of-date'],
  ['in the second it was read', '2026-01-26T07:05:00Z', null],
  ['while it vouches', '2026-01-26T07:35:00Z', null],
  ['when that is over', '2026-01-26T07:35:01Z', 'out-of-date'],
] as const)('what a snapshot says of the time %s', (_, at, expected) => {
  expect(notVouching(publication, ['batches'], at)).toBe(expected);
});

test('a dataset that failed to be read, or never was, vouches for nothing', () => {
  const at = '2026-01-26T07:10:00Z';
  expect(notVouching(publication, ['batches', 'ledger'], at)).toBe('not-current');
  expect(notVouching(NOTHING_PUBLISHED, ['batches'], at)).toBe('never-published');
});
