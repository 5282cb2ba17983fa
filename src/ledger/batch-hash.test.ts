import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import { KNOWN_BATCH } from '../testing/publication.ts';
import type { Batch } from './batch.ts';
import { type HashDeclaration, hashInput, hashKnowledge, hashVerdict, parseHashInput } from './batch-hash.ts';

describe('TPC-07: every public hash is recomputed', () => {
  test('the known batch matches as Postgres prints it', () => {
    expect(hashVerdict(KNOWN_BATCH)).toEqual({
      verdict: 'match',
      form: 'postgres-utc',
      ground: null,
      hash_input:
        '20000000-0000-4000-8000-000000000001|2026-01-26 01:02:03.123456+00|2026-01-25 00:00:00+00|' +
        '2026-01-26 00:00:00+00|4|1000.100010|100.010001|200.020002|50.005001',
      digest: KNOWN_BATCH.public_hash,
    });
  });

  test.each([
    ['api-iso', '2026-01-26T01:02:03.123456+00:00|2026-01-25T00:00:00+00:00|2026-01-26T00:00:00+00:00'],
    ['iso-milliseconds', '2026-01-26T01:02:03.123Z|2026-01-25T00:00:00.000Z|2026-01-26T00:00:00.000Z'],
  ])('a hash made of the documented form %s matches, and the form is named', (form, times) => {
    const input = `${KNOWN_BATCH.id}|${times}|4|1000.100010|100.010001|200.020002|50.005001`;
    const verdict = hashVerdict({ ...KNOWN_BATCH, public_hash: sha256Hex(input) });
    expect(verdict).toMatchObject({ verdict: 'match', form, hash_input: input });
  });

  test('absent periods are empty text in the preimage', () => {
    const batch = { ...KNOWN_BATCH, period_start: null, period_end: null };
    expect(hashInput(batch)).toContain('.123456+00|||4|');
    expect(hashVerdict({ ...batch, public_hash: sha256Hex(hashInput(batch)) }).verdict).toBe('match');
  });

  test('one altered digit of any hashed field is never a match, and still says what was hashed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('revenue_sum', 'referral_sum', 'treasury_sum', 'buyback_sum', 'tx_count'),
        (field) => {
          const altered = { ...KNOWN_BATCH, [field]: `1${KNOWN_BATCH[field]}` };
          const verdict = hashVerdict(altered);
          expect(verdict).toMatchObject({
            verdict: 'not-recomputable',
            form: null,
            hash_input: hashInput(altered),
          });
          expect(verdict.digest).not.toBe(KNOWN_BATCH.public_hash);
        },
      ),
    );
  });

  test('no hash is "missing", the hash in upper case or of "test" is a mismatch: never a match', () => {
    expect(hashVerdict({ ...KNOWN_BATCH, public_hash: null }).verdict).toBe('missing');
    expect(
      hashVerdict({ ...KNOWN_BATCH, public_hash: (KNOWN_BATCH.public_hash ?? '').toUpperCase() }).verdict,
    ).toBe('mismatch');
    expect(hashVerdict({ ...KNOWN_BATCH, public_hash: sha256Hex('test') }).verdict).toBe('mismatch');
  });

  test('a preimage reads back as the fields it was made of', () => {
    expect(parseHashInput(hashInput({ ...KNOWN_BATCH, period_end: null }))).toMatchObject({
      created_at: KNOWN_BATCH.created_at,
      period_end: null,
      buyback_sum: '50.005001',
    });
    expect(parseHashInput('a|b')).toBeNull();
  });
});

describe('TPC-07: a hash is called wrong on a ground, and else not recomputable', () => {
  const other: Batch = { ...KNOWN_BATCH, id: '20000000-0000-4000-8000-000000000002' };
  const good: Batch = { ...other, public_hash: sha256Hex(hashInput(other)) };
  const complete: HashDeclaration = { sessions: [{ zone: 'UTC', style: 'ISO' }], complete: true };
  const open: HashDeclaration = { sessions: [], complete: false };
  const elsewhere = sha256Hex('made in a form that nobody knows');
  const row = (states: readonly Batch[]) => {
    const fields = (batch: Batch) =>
      Object.fromEntries(Object.entries(batch).filter((pair): pair is [string, string] => pair[1] !== null));
    const [first = {}, ...later] = states.map(fields);
    const changes = later.map((after, at) => ({
      seen_at: '2026-02-01T00:00:00Z',
      before: fields(states[at] ?? KNOWN_BATCH),
      after,
    }));
    return {
      first,
      first_seen: '2026-01-30T00:00:00Z',
      changes,
      latest: later.at(-1) ?? first,
      gone: null,
      rereads: [],
      unread: null,
    };
  };
  const judged = (
    batch: Batch,
    declared: HashDeclaration,
    states: readonly Batch[] = [batch],
    others = [good],
  ) => {
    const { verdict, ground } = hashVerdict(
      batch,
      hashKnowledge([batch, ...others], declared, (id) => (id === batch.id ? row(states) : undefined)),
    );
    return [verdict, ground];
  };
  const altered = { ...KNOWN_BATCH, treasury_sum: '200.020003' };
  const unknown = { ...KNOWN_BATCH, public_hash: elsewhere };

  test('a form that nobody declared gives neither', () => {
    expect(judged(unknown, open)).toEqual(['not-recomputable', null]);
  });

  test('where every session is declared, one that fits none is wrong, once another batch fits', () => {
    expect(judged(unknown, complete)).toEqual(['mismatch', 'no-form']);
    expect(judged(unknown, complete, [unknown], [])).toEqual(['not-recomputable', null]);
    expect(judged(unknown, { ...complete, complete: false })).toEqual(['not-recomputable', null]);
  });

  test('a hash of figures that were published earlier is wrong, whatever is declared', () => {
    expect(judged(altered, open, [KNOWN_BATCH, altered])).toEqual(['mismatch', 'earlier-figures']);
  });

  test('a hash that stayed while its figures were altered can not be that of both', () => {
    const then = { ...altered, public_hash: elsewhere };
    expect(judged(then, open, [unknown, then])).toEqual(['mismatch', 'kept']);
    expect(judged(unknown, open, [unknown, then, unknown])).toEqual(['not-recomputable', null]);
  });

  test('figures altered together with a hash of an unknown form are no mismatch: the alteration is told elsewhere', () => {
    const then = { ...altered, public_hash: elsewhere };
    expect(judged(then, open, [KNOWN_BATCH, then])).toEqual(['not-recomputable', null]);
  });

  test('the hash of another batch is wrong', () => {
    expect(judged({ ...KNOWN_BATCH, public_hash: good.public_hash }, open)).toEqual([
      'mismatch',
      'other-batch',
    ]);
  });
});
