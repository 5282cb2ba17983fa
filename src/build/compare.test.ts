import { expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { compareFiles, type TurnOf } from './compare.ts';
import type { Answer } from './served.ts';

const AT = Date.UTC(2026, 1, 1);
const MADE = { 'index.html': 'valid', 'a.csv': '1', 'b.csv': '2' };
const asIs: TurnOf = () => null;

/** A site that answers so, held against a build of MADE. */
function held(
  served: Readonly<Record<string, string | Answer>>,
  stated: string[] = [],
  turnOf = asIs,
  made: Readonly<Record<string, string>> = MADE,
) {
  return compareFiles({
    built: Object.entries(made).map(([path, text]) => ({ path, sha256: sha256Hex(text) })),
    read: async (file) => Buffer.from(made[file] ?? ''),
    stated,
    ask: async (file) => {
      const answer = served[file] ?? ({ bytes: null, because: 'missing' } as const);
      return typeof answer === 'string' ? { bytes: Buffer.from(answer), at: AT } : answer;
    },
    turnOf,
  });
}

test('a site with the same bytes does not differ', async () => {
  expect(await held(MADE, Object.keys(MADE))).toEqual({ counted: 3, differences: [], unread: [] });
});

test('what is other, missing or added is named, in order', async () => {
  const { 'b.csv': _, ...served } = { ...MADE, 'a.csv': '9', 'c.csv': '3' };
  expect((await held(served, ['c.csv', 'gone.csv'])).differences).toEqual([
    { path: 'a.csv', is: 'other' },
    { path: 'b.csv', is: 'missing' },
    { path: 'c.csv', is: 'added' },
    { path: 'gone.csv', is: 'added' },
  ]);
});

test('what is for the host alone need not be served, and what is served of it is compared', async () => {
  const files = { ...MADE, _headers: '/*' };
  expect(await held(MADE, [], asIs, files)).toMatchObject({ counted: 3, differences: [] });
  expect(await held(files, [], asIs, files)).toMatchObject({ counted: 4, differences: [] });
  const other = { ...MADE, _headers: '/log' };
  expect((await held(other, [], asIs, files)).differences).toEqual([{ path: '_headers', is: 'other' }]);
});

test('what the site does not answer for is told apart from what it does not have', async () => {
  const silent = { bytes: null, because: 'unreachable', detail: '/a.csv 503' } as const;
  expect(await held({ ...MADE, 'a.csv': silent })).toEqual({
    counted: 2,
    differences: [],
    unread: ['/a.csv 503'],
  });
});

test('a page that the server turned over, being out of date, is the page of the build; any other is not', async () => {
  const turnOf: TurnOf = (file) =>
    file.endsWith('.html') ? (text, at) => (at > AT ? text.replace('valid', 'out of date') : text) : null;
  // The answer is dated in whole seconds, and may be made at the end of that second.
  expect((await held({ ...MADE, 'index.html': 'out of date' }, [], turnOf)).differences).toEqual([]);
  expect((await held({ ...MADE, 'index.html': 'out of Date' }, [], turnOf)).differences).toHaveLength(1);
  expect((await held({ ...MADE, 'a.csv': 'out of date' }, [], turnOf)).differences).toHaveLength(1);
});
