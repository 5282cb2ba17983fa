import { expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { HASHED_FIELDS } from '../ledger/batch.ts';
import { hashInput, hashVerdict } from '../ledger/batch-hash.ts';
import { type HashSession, hashSessionSchema, printedIn, sessionName } from '../ledger/hash-session.ts';
import { hashedBatch } from '../testing/publication.ts';
import { batchVerdict, preimage } from './batch-hash.ts';

const SESSIONS: readonly HashSession[] = [
  ...(['ISO', 'German', 'SQL, MDY', 'SQL, DMY', 'Postgres, MDY', 'Postgres, DMY'] as const).map((style) => ({
    zone: 'Asia/Jakarta',
    style,
  })),
  { zone: 'UTC', style: 'ISO' },
  { zone: 'Asia/Kolkata', style: 'ISO' },
  { zone: 'America/New_York', style: 'German', abbreviations: { '-05': 'EST', '-04': 'EDT' } },
].map((session) => hashSessionSchema.parse(session));

const FIGURES = hashedBatch({ created_at: '2026-07-01 23:02:03.5+00', period_start: null });

/** The same batch, hashed as a session prints it. */
function hashedIn(session: HashSession) {
  const input = HASHED_FIELDS.map((field) => {
    const value = FIGURES[field] ?? '';
    return /_at$|^period/.test(field) && value !== '' ? printedIn(session, value) : value;
  }).join('|');
  return { ...FIGURES, public_hash: sha256Hex(input), hash_input: input, hash_form: sessionName(session) };
}

test.each(SESSIONS)(
  'TPC-07 a hash that was made in the session $zone $style is recomputed',
  async (session) => {
    const batch = hashedIn(session);
    expect(preimage(batch, batch.hash_form)).toBe(batch.hash_input);
    expect(await batchVerdict(batch, [batch.hash_form])).toBe('match');
    expect(await batchVerdict({ ...batch, treasury_sum: '600.000001' }, [batch.hash_form])).toBe('other');
  },
);

test.each(['postgres-utc', 'api-iso', 'iso-milliseconds'] as const)(
  'TPC-07 the form %s gives the verdict that the site gives',
  async (form) => {
    const batch = { ...FIGURES, public_hash: sha256Hex(hashInput(FIGURES, form)) };
    expect(await batchVerdict(batch)).toBe(hashVerdict(batch).verdict);
    expect(preimage(batch, form)).toBe(hashInput(batch, form));
  },
);

test('TPC-07 a batch without a hash has none to match', async () => {
  expect(await batchVerdict({ ...FIGURES, public_hash: null })).toBe('missing');
});
