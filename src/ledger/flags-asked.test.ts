import { expect, test } from 'vitest';
import { LEFT_OUT } from './finding.ts';
import { flagsAsked } from './flags-asked.ts';
import { ABSENT } from './manifest.ts';

test.each(LEFT_OUT)('beside a row left out as %s, nobody can tell that every row is as it was', (guard) => {
  const state = { ...ABSENT, state: 'current', rows: 3 } as const;
  const asked = (findings: typeof ABSENT.findings) =>
    flagsAsked({ ...state, findings }, ['changed-after-publication'], false);
  expect(asked([])).toEqual({ subjects: [], gap: null });
  expect(asked([{ guard, subjects: ['one'] }])).toEqual({ subjects: [], gap: 'not-evaluated' });
});
