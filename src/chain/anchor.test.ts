import { base58 } from '@scure/base';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../core/canonical.ts';
import {
  sightingOf,
  signedCalls,
  signedMemos,
  type TestWallet,
  testWallet,
} from '../testing/memo-transaction.ts';
import { KNOWN_BATCH } from '../testing/publication.ts';
import { ANCHOR_DOUBTS, type Anchor, type AnchorKnowledge, judgeAnchor } from './anchor.ts';
import { batchMemo, MEMO_PROGRAMS, memoCall } from './memo.ts';
import { readSighting, type Sighting } from './sighting.ts';
import type { TreasuryListings } from './treasury.ts';

const HASH = KNOWN_BATCH.public_hash ?? '';
const MEMO = batchMemo(HASH);
const OTHER = batchMemo('0'.repeat(64));
/** A program that anybody may deploy. */
const LOOK_ALIKE = base58.encode(new Uint8Array(32).fill(5));

let treasury: TestWallet;
let stranger: TestWallet;
let listings: TreasuryListings;
beforeAll(async () => {
  treasury = await testWallet();
  stranger = await testWallet();
  listings = [{ from: '2026-01-01T00:00:00Z', addresses: [treasury.address] }];
});

/** What a batch comes to that states a transaction of which providers said this. */
async function judged(
  wire: Uint8Array,
  {
    batch = {},
    said = {},
    known = {},
  }: {
    batch?: Partial<typeof KNOWN_BATCH>;
    said?: Partial<Sighting>;
    known?: Partial<AnchorKnowledge>;
  } = {},
): Promise<Anchor> {
  const sighting = await readSighting(sightingOf(wire, said));
  const stated = { ...KNOWN_BATCH, onchain_tx: sighting.signature, ...batch };
  return judgeAnchor(stated, { sighting, doubt: null, treasury: listings, shared: false, ...known });
}
const rulesOf = (anchor: Anchor) => (anchor.state === 'mismatch' ? anchor.rules : anchor.state);
const memos = (...texts: string[]) => signedMemos(treasury, texts);

describe('TPC-09, verified', () => {
  test.each([...MEMO_PROGRAMS])('by a memo of the program %s, signed by the treasury', async (program) => {
    const anchor = await judged(await signedMemos(treasury, [MEMO], program));
    expect(anchor).toMatchObject({ state: 'verified', wallet: treasury.address, signed: true });
  });

  test('by one of several memos, and by a memo in a call that another program made, which no signature covers', async () => {
    expect(rulesOf(await judged(await memos('Thanks', MEMO)))).toBe('verified');
    const inner = [{ program: MEMO_PROGRAMS[0] ?? '', text: MEMO }];
    const wire = await signedCalls(treasury, [memoCall('call', LOOK_ALIKE)]);
    expect(await judged(wire, { said: { inner } })).toMatchObject({ state: 'verified', signed: false });
  });

  test('in the second in which the batch was made', async () => {
    const batch = { created_at: '2026-01-27 00:00:00.999999+00' };
    expect(rulesOf(await judged(await memos(MEMO), { batch }))).toBe('verified');
  });
});

describe('TPC-09, refused by the name of the rule', () => {
  test.each([
    ['other-text', () => memos(`${MEMO} and more`)],
    ['other-text', () => memos(` ${MEMO}`)],
    ['other-text', () => memos(MEMO.toUpperCase())],
    ['other-hash', () => memos(OTHER)],
    ['shared', () => memos(MEMO, OTHER)],
    ['no-memo', () => signedCalls(treasury, [memoCall('a call', LOOK_ALIKE)])],
    ['look-alike', () => signedCalls(treasury, [memoCall(MEMO, LOOK_ALIKE)])],
    ['other-signer', () => signedMemos(stranger, [MEMO])],
  ] as const)('%s', async (rule, wire) => {
    expect(rulesOf(await judged(await wire()))).toEqual([rule]);
  });

  test('a transaction that failed', async () => {
    const err = '{"InstructionError":[0,"Custom"]}';
    expect(rulesOf(await judged(await memos(MEMO), { said: { err } }))).toEqual(['failed']);
  });

  test('one transaction for two batches', async () => {
    expect(rulesOf(await judged(await memos(MEMO), { known: { shared: true } }))).toEqual(['shared']);
  });

  test('a block from before the batch', async () => {
    const batch = { created_at: '2026-01-27 00:00:01+00' };
    expect(rulesOf(await judged(await memos(MEMO), { batch }))).toEqual(['too-early']);
  });

  test('a wallet that was put on the list later', async () => {
    const later: TreasuryListings = [
      { from: '2026-01-01T00:00:00Z', addresses: [stranger.address] },
      { from: '2026-01-28T00:00:00Z', addresses: [treasury.address] },
    ];
    expect(rulesOf(await judged(await memos(MEMO), { known: { treasury: later } }))).toEqual([
      'other-signer',
    ]);
  });

  test('a hash that was changed after it had been anchored, and one that is gone', async () => {
    const wire = await memos(MEMO);
    expect(rulesOf(await judged(wire, { batch: { public_hash: 'f'.repeat(64) } }))).toEqual(['other-hash']);
    expect(rulesOf(await judged(wire, { batch: { public_hash: null } }))).toEqual(['no-hash']);
  });

  test('the hash of the runbook’s example, and what is no signature, without asking anybody', () => {
    const unknown: AnchorKnowledge = { sighting: null, doubt: null, treasury: listings, shared: false };
    const stated = { ...KNOWN_BATCH, onchain_tx: base58.encode(new Uint8Array(64).fill(3)) };
    const example = judgeAnchor({ ...stated, public_hash: sha256Hex('test') }, unknown);
    expect(rulesOf(example)).toEqual(['example-hash']);
    expect(rulesOf(judgeAnchor({ ...stated, onchain_tx: 'see the explorer for it' }, unknown))).toEqual([
      'not-a-signature',
    ]);
  });

  test('all that is wrong is told at once', async () => {
    const wire = await signedMemos(stranger, ['Thanks']);
    const anchor = await judged(wire, {
      batch: { created_at: '2026-02-01 00:00:00+00' },
      said: { err: '"X"' },
    });
    expect(rulesOf(anchor)).toEqual(['failed', 'other-text', 'other-signer', 'too-early']);
  });
});

describe('TPC-09, nobody can tell', () => {
  test.each([...ANCHOR_DOUBTS])('%s', (reason) => {
    const stated = { ...KNOWN_BATCH, onchain_tx: base58.encode(new Uint8Array(64).fill(3)) };
    const doubt = { reason, asked_at: '2026-02-03T04:05:06Z' };
    const anchor = judgeAnchor(stated, { sighting: null, doubt, treasury: listings, shared: false });
    expect(anchor).toEqual({ state: 'unknown', doubt: reason, asked_at: doubt.asked_at });
  });

  test('when its block was made is forgotten, or no treasury is listed', async () => {
    expect(await judged(await memos(MEMO), { said: { block_time: null } })).toMatchObject({
      doubt: 'no-block-time',
    });
    expect(await judged(await memos(MEMO), { known: { treasury: [] } })).toMatchObject({
      doubt: 'no-treasury',
    });
  });

  test('nobody asked; and a batch that states nothing is not anchored', () => {
    const nothing: AnchorKnowledge = { sighting: null, doubt: null, treasury: listings, shared: false };
    const stated = { ...KNOWN_BATCH, onchain_tx: base58.encode(new Uint8Array(64).fill(3)) };
    expect(judgeAnchor(stated, nothing)).toEqual({ state: 'unknown', doubt: 'not-asked', asked_at: null });
    expect(judgeAnchor(KNOWN_BATCH, nothing)).toEqual({ state: 'not-anchored' });
  });
});

test('bytes of another transaction, or not signed by whom they name, are never read as the one stated', async () => {
  const wire = await memos(MEMO);
  const another = sightingOf(await memos(OTHER));
  await expect(readSighting({ ...sightingOf(wire), wire: another.wire })).rejects.toThrow(
    'another transaction',
  );
  const altered = new Uint8Array(wire);
  altered[wire.length - 1] = (wire.at(-1) ?? 0) ^ 1;
  await expect(readSighting(sightingOf(altered))).rejects.toThrow('not signed by whom it names');
  await expect(readSighting({ ...sightingOf(wire), wire: '?' })).rejects.toThrow('no base64');
});

test('no memo but the exact one ever verifies, whatever else is in the transaction', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ maxLength: 80 }), { maxLength: 4 }),
      fc.boolean(),
      async (texts, with_) => {
        const all = [...texts.map((text) => text.toWellFormed()), ...(with_ ? [MEMO] : [])];
        const anchor = await judged(await memos(...all));
        expect(anchor.state).toBe(with_ ? 'verified' : 'mismatch');
      },
    ),
    { numRuns: 40 },
  );
});
