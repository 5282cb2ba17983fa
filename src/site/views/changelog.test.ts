import { expect, test } from 'vitest';
import { playRecord, seal } from '../../ledger/record.ts';
import { published } from '../../testing/publication.ts';
import { ROWS } from '../../testing/published-content.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { changelogPageOf } from './changelog.ts';

const [ENTRY] = ROWS.changelog;
const SALT = '0'.repeat(32);
const DIGEST = seal(SALT, 'As announced.');
const STATED = {
  at: '2026-02-05T09:00:00Z',
  by: 'compliance' as const,
  decided: '2026-02-04T09:00:00Z',
  reason: { en: 'It named a person.', id: 'Menyebut seseorang.' },
};

test.each([
  ['en', 'text taken down on', 'It named a person.'],
  ['id', 'teks diturunkan pada', 'Menyebut seseorang.'],
] as const)('a change whose reason was taken down says so in its place, in %s', (language, said, why) => {
  if (ENTRY === undefined) throw new Error('there is no change');
  const { id } = ENTRY;
  const first = { dataset: 'changelog', id, kind: 'first', seen_at: '2026-02-02T00:00:00Z' } as const;
  const page = changelogPageOf(readerFor(language), {
    ...published({ changelog: [{ ...ENTRY, reason: null, old_value: null }] }),
    record: playRecord([{ ...first, value: { reason: DIGEST } }]),
    words: new Map([[DIGEST, { digest: DIGEST, salt: SALT, taken_down: STATED }]]),
  });
  const [change] = page.latest;
  const reason = change !== undefined && 'takenDown' in change.reason ? read(change.reason.takenDown) : '';
  expect(reason).toContain(said);
  expect(reason).toContain(why);
  // What never was a text is absent, not taken down.
  expect(change?.before).toEqual({ missing: 'word.absent' });
});
