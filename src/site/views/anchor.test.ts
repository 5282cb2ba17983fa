import { base58 } from '@scure/base';
import { expect, test } from 'vitest';
import { type AnchorBook, NO_ANCHORS } from '../../chain/anchor-book.ts';
import type { ChainManifest } from '../../chain/chain-folder.ts';
import { batchMemo } from '../../chain/memo.ts';
import { readSighting } from '../../chain/sighting.ts';
import { sightingOf, signedMemos, type TestWallet, testWallet } from '../../testing/memo-transaction.ts';
import { hashedBatch, published } from '../../testing/publication.ts';
import { read } from '../../testing/reading.ts';
import { readerFor } from '../../testing/site.ts';
import { batchPageOf } from './batch-page.ts';
import { transparencyOf } from './transparency.ts';
import { walletsPageOf } from './wallets.ts';

const reader = readerFor('en');
const SEEN = '2026-01-25T00:00:00Z';
const MANIFEST: ChainManifest = {
  format: 'terang/chain/1',
  system: 'tpc',
  demo: false,
  observed_at: SEEN,
  valid_until: '2026-01-25T00:30:00Z',
  watched: [],
  anchors: [],
  unsettled: [],
  balances: [],
};
const BATCH = hashedBatch({ created_at: '2026-01-24 00:00:00+00' });

/** A batch that states the transaction in which a wallet wrote a memo, and what is known of it. */
async function stated(treasury: TestWallet, memo: string) {
  const wire = await signedMemos(treasury, [memo]);
  const sighting = await readSighting(sightingOf(wire, { block_time: SEEN, seen_at: SEEN }));
  const book: AnchorBook = { ...NO_ANCHORS, sightings: new Map([[sighting.signature, sighting]]) };
  const value = { name: 'Treasury', address: treasury.address, type: 'treasury' };
  const entry = { kind: 'first', dataset: 'wallets', id: 'Treasury', seen_at: SEEN, value } as const;
  const publicationOf = (onchain_tx: string | null) => ({
    ...published({ batches: [{ ...BATCH, onchain_tx }] }),
    entries: [entry],
  });
  return { book, publicationOf, signature: sighting.signature };
}

test('TPC-09 a batch page says that the treasury signed its hash, and hands over the bytes; other text is a mismatch by its rule', async () => {
  const treasury = await testWallet();
  for (const [memo, mark, says] of [
    [batchMemo(BATCH.public_hash ?? ''), 'equal', 'the treasury wallet signed a memo with exactly this hash'],
    [`${batchMemo(BATCH.public_hash ?? '')}!`, 'unequal', 'the memo is not the hash and nothing else'],
  ] as const) {
    const { book, publicationOf, signature } = await stated(treasury, memo);
    const publication = publicationOf(signature);
    const [batch = BATCH] = publication.rows.batches;
    const { onchain } = batchPageOf(reader, publication, batch, false, book);
    expect(onchain.mark).toBe(mark);
    expect(read(onchain.sentence)).toContain(says);
    expect(onchain.facts.at(-1)?.lines).toEqual([[book.sightings.get(signature)?.wire]]);
  }
});

test('TPC-09 what nobody could check is told with the reason and the time, and gets no tick', () => {
  const onchain_tx = base58.encode(new Uint8Array(64).fill(4));
  const unsettled = { signature: onchain_tx, reason: 'not-found', asked_at: SEEN } as const;
  const book: AnchorBook = { ...NO_ANCHORS, unsettled: new Map([[onchain_tx, unsettled]]) };
  const batch = { ...BATCH, onchain_tx };
  const { onchain } = batchPageOf(reader, published({ batches: [batch] }), batch, false, book);
  expect(onchain.mark).toBe('untold');
  expect(read(onchain.sentence)).toContain('25 Jan 2026, 07:00 WIB (00:00 UTC): neither provider knows');
});

test('a memo of the treasury for which no batch is published is an alarm on the transparency page', async () => {
  const { book, publicationOf } = await stated(await testWallet(), batchMemo('e'.repeat(64)));
  const page = transparencyOf(reader, publicationOf(null), book);
  expect(page.verdicts.filter(({ alarming }) => alarming).map(({ text }) => text)).toEqual([
    '1 memo of the treasury names a batch that is not published',
  ]);
  expect(page.altered.map(read).join()).toContain('e'.repeat(64));
});

test('that no memo of the treasury is without a batch is said as of when, and of all of them, or not at all', async () => {
  const { book, publicationOf, signature } = await stated(await testWallet(), batchMemo('e'.repeat(64)));
  const said = (complete: boolean, unsettled: AnchorBook['unsettled'] = new Map()) => {
    const watched = [{ address: signature, until: null, since: null, complete }];
    const manifest = { ...MANIFEST, watched };
    const { verdicts } = transparencyOf(reader, publicationOf(null), { ...NO_ANCHORS, manifest, unsettled });
    return verdicts.find(({ text }) => text.includes('emo'));
  };
  const none = { mark: 'equal', text: expect.stringMatching(/^No memo .*, as of 07:00\sWIB, 25\sJan$/) };
  const untold = { mark: 'untold', text: expect.stringMatching(/^Whether memos .* could not be told at /) };
  expect(said(true)).toMatchObject(none);
  expect(said(false)).toMatchObject(untold);
  const open = { signature, reason: 'one-provider', asked_at: SEEN } as const;
  expect(said(true, new Map([[signature, open]]))).toMatchObject(untold);
  expect(transparencyOf(reader, publicationOf(null), book).verdicts).not.toContainEqual(none);
});

test('a balance is exact to the lamport; where providers differ, each stands for itself, and silence is said', async () => {
  const { address } = await testWallet();
  const wallet = { name: 'Treasury', address, type: 'treasury', explorer_url: null };
  const told = (...lamports: string[]) =>
    lamports.map((one) => ({ slot: '396000000', time: SEEN, lamports: one }));
  const shown = (answers: ReturnType<typeof told>) => {
    const balances = new Map([[address, { address, told: answers }]]);
    const page = walletsPageOf(reader, published({ wallets: [wallet] }), { ...NO_ANCHORS, balances });
    return page.wallets[0]?.balances.map(read);
  };
  const when = '25 Jan 2026, 07:00 WIB (00:00 UTC) (slot 396,000,000)';
  expect(shown(told('9007199254740993', '9007199254740993'))).toEqual([
    `Holds 9,007,199.254740993 SOL, ${when}`,
  ]);
  expect(shown(told('5', '1000000000'))).toEqual([
    `One provider says 0.000000005 SOL, ${when}`,
    `One provider says 1.000000000 SOL, ${when}`,
  ]);
  expect(shown([])).toEqual(['Balance: no provider told what it holds']);
});
