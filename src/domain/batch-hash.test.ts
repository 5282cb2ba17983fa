import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch } from './batch.ts';
import { hashInput, hashVerdict, parseHashInput } from './batch-hash.ts';
import { sha256Hex } from './canonical.ts';

/** The example of FIELD-NOTES.md, whose hash was computed elsewhere. */
const example: Batch = {
  id: '20000000-0000-4000-8000-000000000001',
  created_at: '2026-01-26 01:02:03.123456+00',
  period_start: '2026-01-25 00:00:00+00',
  period_end: '2026-01-26 00:00:00+00',
  tx_count: '4',
  revenue_sum: '1000.100010',
  referral_sum: '100.010001',
  treasury_sum: '200.020002',
  buyback_sum: '50.005001',
  public_hash: '5730c72474baa5b5869a796f97fd294510f40827477977f754b068ae42d0d5ad',
  onchain_tx: null,
  note: null,
};

describe('TPC-07: every public hash is recomputed', () => {
  test('the known batch matches as Postgres prints it', () => {
    expect(hashVerdict(example)).toEqual({
      verdict: 'match',
      form: 'postgres-utc',
      hash_input:
        '20000000-0000-4000-8000-000000000001|2026-01-26 01:02:03.123456+00|2026-01-25 00:00:00+00|' +
        '2026-01-26 00:00:00+00|4|1000.100010|100.010001|200.020002|50.005001',
      digest: example.public_hash,
    });
  });

  test.each([
    ['api-iso', '2026-01-26T01:02:03.123456+00:00|2026-01-25T00:00:00+00:00|2026-01-26T00:00:00+00:00'],
    ['iso-milliseconds', '2026-01-26T01:02:03.123Z|2026-01-25T00:00:00.000Z|2026-01-26T00:00:00.000Z'],
  ])('a hash made of the documented form %s matches, and the form is named', (form, times) => {
    const input = `${example.id}|${times}|4|1000.100010|100.010001|200.020002|50.005001`;
    const verdict = hashVerdict({ ...example, public_hash: sha256Hex(input) });
    expect(verdict).toMatchObject({ verdict: 'match', form, hash_input: input });
  });

  test('absent periods are empty text in the preimage', () => {
    const batch = { ...example, period_start: null, period_end: null };
    expect(hashInput(batch)).toContain('.123456+00|||4|');
    expect(hashVerdict({ ...batch, public_hash: sha256Hex(hashInput(batch)) }).verdict).toBe('match');
  });

  test('one altered digit of any hashed field is a mismatch that still says what was hashed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum', 'tx_count'),
        (field) => {
          const altered = { ...example, [field]: `1${example[field]}` };
          const verdict = hashVerdict(altered);
          expect(verdict).toMatchObject({ verdict: 'mismatch', form: null, hash_input: hashInput(altered) });
          expect(verdict.digest).not.toBe(example.public_hash);
        },
      ),
    );
  });

  test('no hash is "missing", the hash in upper case or of "test" is a mismatch: never a match', () => {
    expect(hashVerdict({ ...example, public_hash: null }).verdict).toBe('missing');
    expect(hashVerdict({ ...example, public_hash: (example.public_hash ?? '').toUpperCase() }).verdict).toBe(
      'mismatch',
    );
    expect(hashVerdict({ ...example, public_hash: sha256Hex('test') }).verdict).toBe('mismatch');
  });

  test('a preimage reads back as the fields it was made of', () => {
    expect(parseHashInput(hashInput({ ...example, period_end: null }))).toMatchObject({
      created_at: example.created_at,
      period_end: null,
      buyback_sum: '50.005001',
    });
    expect(parseHashInput('a|b')).toBeNull();
  });
});
