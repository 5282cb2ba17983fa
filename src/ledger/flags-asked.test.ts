import { expect, test } from 'vitest';
import { LEFT_OUT } from './finding.ts';
import { flagsAsked } from './flags-asked.ts';
import { ABSENT } from './manifest.ts';

test.each(LEFT_OUT)('beside a row left out as %s, nobody can tell that every row is as it was', (guard) => {
  const state = { ...ABSENT, state: 'current', rows: 3 } as const;
  const asked = (findings: typeof ABSENT.findings) =>
    flagsAsked({ ...state, findings }, ['changed-after-publication'], false);
  expect(asked([])).toEqual({ subjects: [], mostGone: false, gap: null });
  expect(asked([{ guard, subjects: ['one'] }])).toEqual({
    subjects: [],
    mostGone: false,
    gap: 'not-evaluated',
  });
});

test('of a set that was refused because most of it is gone no row is counted, and it is not called unchanged', () => {
  const shrunk = { ...ABSENT, state: 'stale', reason: 'shrunk', rows: 3 } as const;
  expect(flagsAsked(shrunk, ['changed-after-publication'], false)).toEqual({
    subjects: [],
    mostGone: true,
    gap: 'stale',
  });
});
