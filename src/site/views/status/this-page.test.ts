import { expect, test } from 'vitest';
import { NO_STATUS, type StatusPublication } from '../../../status/status-publication.ts';
import { readerFor } from '../../../testing/site.ts';
import { thisPageOf } from './this-page.ts';

const NOW = '2026-01-26T12:00:00Z';

/** The page's own schedule, after runs at these times, promised each quarter of an hour. */
function own(language: 'en' | 'id', runs: readonly string[]) {
  const present = {
    system: { checked_every: 'PT15M' },
    observed_at: NOW,
    valid_until: '2026-01-26T12:22:30Z',
  };
  const status = {
    ...NO_STATUS,
    manifest: { observed_at: NOW },
    systems: [{ ...present, components: [], checks: [] }],
    runs,
    readFrom: runs[0],
    runsByDay: new Map(),
  } as unknown as StatusPublication;
  const { mark } = thisPageOf(readerFor(language), status) ?? {};
  return [mark?.shape, mark?.word];
}

test.each([
  [['2026-01-26T11:45:00Z', NOW], 'up', 'On time', 'Tepat waktu'],
  [['2026-01-26T11:30:00Z', NOW], 'degraded', 'Late', 'Terlambat'],
  [['2026-01-25T00:00:00Z', NOW], 'down', 'Runs were missed', 'Ada yang terlewat'],
  [[NOW], 'unknown', 'Not known yet', 'Belum diketahui'],
])('after runs at %j the page says of itself: %s', (runs, shape, en, id) => {
  expect(own('en', runs)).toEqual([shape, en]);
  expect(own('id', runs)).toEqual([shape, id]);
});
