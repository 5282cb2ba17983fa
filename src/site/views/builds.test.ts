import { describe, expect, test } from 'vitest';
import { UNBUILDABLE } from '../../build/statement.ts';
import { builtAs } from '../../testing/published-content.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { buildsOf } from './builds.ts';

const SITE = new URL('https://transparency.example');
const COMMIT = 'c'.repeat(40);
const FROM_COMMIT = {
  source: { commit: COMMIT, content: 'content' },
  at: '2026-02-01T00:00:00Z',
  entered: [builtAs()],
} as const;

const said = (given: Parameters<typeof buildsOf>[1], language: 'en' | 'id' = 'en') =>
  buildsOf(readerFor(language, '/terang/'), given, SITE);

describe('of its build a site says', () => {
  test('which commit as of when, how to build it again, and which builds are in the log', () => {
    const { from, command, list, entered } = said(FROM_COMMIT);
    expect(read(from)).toMatch(new RegExp(`^Built from commit ${COMMIT}, as of 1 Feb 2026`));
    expect(command).toBe('npm run verify -- https://transparency.example/terang/ --rebuild');
    expect(list).toContainEqual(expect.objectContaining({ href: '/terang/log/build.sha256' }));
    expect(entered?.rows.map(({ cells }) => cells.verifier)).toEqual([
      { kind: 'code', text: '5'.repeat(64) },
    ]);
  });

  test.each(UNBUILDABLE)('that nobody else can build it again, and why: %s', (because) => {
    const none = { ...FROM_COMMIT, source: { commit: null, because } } as const;
    expect(read(said(none).from)).toMatch(/^Readers can not build this site again, .+: (its|it was)/);
    expect(read(said(none, 'id').from)).toMatch(/^Pembaca tidak dapat membangun ulang situs ini/);
    expect(said(none).command).toBeNull();
  });

  test('that it is not known while no build is under way, and that none was entered', () => {
    const { from, command, entered } = said({ ...FROM_COMMIT, source: null, entered: [] });
    expect([read(from), command, entered]).toEqual([
      'What this page was built from is not known.',
      null,
      null,
    ]);
  });
});
