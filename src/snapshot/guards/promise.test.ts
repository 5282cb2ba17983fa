import { expect, test } from 'vitest';
import type { ChangelogEntry } from '../../ledger/changelog.ts';
import type { View } from '../guard.ts';
import { promiseMade } from './promise.ts';

const entry = (id: string, reason: string | null, new_value: string | null = null): ChangelogEntry => ({
  id,
  created_at: '2026-01-05 09:00:00+00',
  key: 'split',
  old_value: null,
  new_value,
  reason,
});

test('TPC-20: a reason or a value in the changelog that promises is flagged, in both languages; others are not', () => {
  const rows = [
    entry('plain', 'Split changed to 25/60/15 after the vote.'),
    entry('english', 'Higher returns from next month.'),
    entry('indonesian', 'Bagi hasil dinaikkan.'),
    entry('value', null, 'Guaranteed income'),
    entry('denial', 'Tidak ada pernyataan atau jaminan hasil/ROI.'),
    entry('silent', null),
  ];
  const found = promiseMade.find(rows, {} as View);
  expect(found.map(({ id }) => id)).toEqual(['english', 'indonesian', 'value']);
  expect(found[0]?.detail).toContain('"Higher returns"');
});
