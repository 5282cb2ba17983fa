import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/language.ts';
import { presentOf } from '../../../status/present.ts';
import type { Sample } from '../../../status/sample.ts';
import { type GivenCheck, systemOf } from '../../../testing/checks.ts';
import { readerFor } from '../../../testing/site.ts';
import { checkRow } from './check-rows.ts';

/** What the page says of one check and of its component after one answer, in both languages. */
function said(given: GivenCheck, sample: Sample) {
  const at = '2026-01-26T12:00:00Z';
  const runs = [{ at, checks: { [given.kind]: sample } }];
  const { components } = presentOf({
    system: systemOf([given], { damping: { down_after: 1 } }),
    runs,
    details: {},
    now: at,
  });
  const [component] = components;
  const [now] = component?.checks ?? [];
  if (component === undefined || now === undefined) throw new Error('the system has no check');
  const rows = LANGUAGES.map((language) => checkRow(readerFor(language), now, null));
  return {
    state: component.state,
    rows: rows.map(({ mark, notes }) => `${mark.shape} ${mark.word}. ${notes[0]}`),
  };
}

test('a figure without a limit has a mark of its own and leaves its component not known', () => {
  const url = 'https://localhost/';
  const figure = {
    kind: 'http',
    request: { url },
    measure: { json: '$.height' },
    gauge: { unit: 'blocks' },
  } as const;
  expect(said(figure, { outcome: 'up', value: '7' })).toEqual({
    state: 'unknown',
    rows: [
      expect.stringMatching(/^informs Informs only\. /),
      expect.stringMatching(/^informs Hanya informasi\. /),
    ],
  });
  expect(said(figure, { outcome: 'down', reason: 'unexpected-status' }).rows[0]).toMatch(/^down Fails\. /);
  const limited = { ...figure, gauge: { unit: 'blocks', target: { above: 5 } } };
  expect(said(limited, { outcome: 'up', value: '7' })).toMatchObject({
    state: 'operational',
    rows: [expect.stringMatching(/^up Passes\. /), expect.stringMatching(/^up Lolos\. /)],
  });
});

test('a check of reachability alone says so, in both languages', () => {
  const bare = {
    kind: 'http',
    request: { url: 'https://localhost/' },
    expect: { only: 'reachability' },
  } as const;
  expect(said(bare, { outcome: 'up' })).toEqual({
    state: 'operational',
    rows: [
      'up Passes. Only whether it answers is looked at, not what it answers',
      'up Lolos. Yang diperiksa hanya apakah ada jawaban, bukan isinya',
    ],
  });
});
