import { base58 } from '@scure/base';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../ledger/batch.ts';
import { publicationIn, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { openFolder, rootOf } from '../../store/published.ts';
import { type AnchoredContent, ASKED_AT, createAnchoredContent } from '../../testing/anchored-content.ts';
import { testWallet } from '../../testing/memo-transaction.ts';
import { closedAddress } from '../../testing/peer.ts';
import { hashedBatch } from '../../testing/publication.ts';
import { LOOK_ALIKE } from '../../testing/solana-chain.ts';
import { type AnchorBook, anchorOf, strayMemos } from '../anchor-book.ts';
import { ANCHORS, BALANCES, CHAIN, UNSETTLED } from '../chain-folder.ts';
import { batchMemo, MEMO_PROGRAMS, memoCall } from '../memo.ts';
import { postedRoots } from '../posted-roots.ts';
import { formatRootMemo } from '../root-memo.ts';
import { readSighting } from '../sighting.ts';

const [V1 = '', V3 = ''] = MEMO_PROGRAMS;
const BATCH = hashedBatch({ created_at: '2026-01-26 01:02:03.123456+00' });
const MEMO = batchMemo(BATCH.public_hash ?? '');
const seconds = (time: string) => Date.parse(time) / 1000;
const LATER = seconds('2026-01-30T12:00:00Z');

/** What pages read of the chain. */
async function bookOf({ root }: Pick<AnchoredContent, 'root'>): Promise<AnchorBook> {
  const { manifest, rows } = openFolder(rootOf(root, CHAIN), CHAIN);
  const sightings = await Promise.all(rows(ANCHORS).map(readSighting));
  return {
    manifest,
    sightings: new Map(sightings.map((one) => [one.signature, one])),
    unsettled: new Map(rows(UNSETTLED).map((one) => [one.signature, one])),
    balances: new Map(rows(BALANCES).map((one) => [one.address, one])),
    files: [],
  };
}
const publicationOf = ({ root }: Pick<AnchoredContent, 'root'>) =>
  publicationIn(openFolder(rootOf(root, snapshotFolder('tpc')), snapshotFolder('tpc')));

/** What a batch comes to, by what is published; a mismatch by its rules, what nobody can tell by its reason. */
async function stateOf(content: AnchoredContent, batch: Batch): Promise<string> {
  const anchor = anchorOf(await bookOf(content), publicationOf(content), batch);
  if (anchor.state === 'mismatch') return anchor.rules.join(' ');
  return anchor.state === 'unknown' ? anchor.doubt : anchor.state;
}

type Land = (content: AnchoredContent) => Promise<string>;
const memos =
  (...texts: string[]): Land =>
  ({ chain, treasury }) =>
    chain.call(
      treasury,
      texts.map((text) => memoCall(text, V3)),
      LATER,
    );

describe('TPC-09 with the real memo programs: what a batch comes to', () => {
  const matrix: readonly [what: string, state: string, land: Land, over?: Partial<Batch>][] = [
    ['its memo, program 3', 'verified', memos(MEMO)],
    [
      'its memo, program 1',
      'verified',
      ({ chain, treasury }) => chain.call(treasury, [memoCall(MEMO, V1)], LATER),
    ],
    ['its memo among others', 'verified', memos('Thanks', MEMO)],
    ['extra text', 'other-text', memos(`${MEMO} as announced`)],
    ['the hash of another batch', 'other-hash', memos(batchMemo('0'.repeat(64)))],
    ['two batches in one transaction', 'shared', memos(MEMO, batchMemo('0'.repeat(64)))],
    [
      'another wallet',
      'other-signer',
      async ({ chain }) => {
        const stranger = await testWallet();
        chain.endow(stranger);
        return chain.call(stranger, [memoCall(MEMO, V3)], LATER);
      },
    ],
    [
      'a transaction that failed',
      'failed',
      ({ chain, treasury }) =>
        // Bytes that are no UTF-8 fail in the memo program, and the transaction with them.
        chain.call(treasury, [memoCall(MEMO, V3), { program: V3, data: Uint8Array.of(0xff) }], LATER),
    ],
    [
      'a look-alike of the memo program',
      'look-alike',
      ({ chain, treasury }) => chain.call(treasury, [memoCall(MEMO, LOOK_ALIKE)], LATER),
    ],
    [
      'a block from before the batch',
      'too-early',
      ({ chain, treasury }) => chain.call(treasury, [memoCall(MEMO, V3)], seconds('2026-01-26T01:02:02Z')),
    ],
  ];
  test.each(matrix)('%s: %s', async (_, state, land) => {
    const content = await createAnchoredContent();
    const batch = { ...BATCH, onchain_tx: await land(content) };
    await content.publish([batch]);
    expect(await stateOf(content, batch)).toBe('not-asked');
    await content.run();
    expect(await stateOf(content, batch)).toBe(state);
  });

  test('one transaction that two batches state', async () => {
    const content = await createAnchoredContent();
    const batch = { ...BATCH, onchain_tx: await memos(MEMO)(content) };
    const other = hashedBatch({ id: '20000000-0000-4000-8000-000000000002', onchain_tx: batch.onchain_tx });
    await content.publish([batch, other]);
    await content.run();
    expect(await stateOf(content, batch)).toBe('shared');
    expect(await stateOf(content, other)).toBe('shared other-hash');
  });
});

describe('TPC-09, nobody can tell', () => {
  const anchored = async () => {
    const content = await createAnchoredContent();
    const batch = { ...BATCH, onchain_tx: await memos(MEMO)(content) };
    await content.publish([batch]);
    return { content, batch };
  };

  test.each([
    ['both have forgotten it', 'not-found', { landed: [] }, { landed: [] }],
    ['one has forgotten it', 'one-provider', {}, { landed: [] }],
    [
      'one is of a test network',
      'other-network',
      {},
      { genesis: 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG' },
    ],
  ])('%s: %s', async (_, doubt, first, second) => {
    const { content, batch } = await anchored();
    await content.ask(first, second);
    await content.run();
    expect(await stateOf(content, batch)).toBe(doubt);
  });

  test('they disagree whether it failed, or when', async () => {
    for (const lie of [{ err: { InstructionError: [0, 'Custom'] } }, { blockTime: LATER + 1 }]) {
      const { content, batch } = await anchored();
      await content.ask({}, { landed: content.chain.landed.map((one) => ({ ...one, ...lie })) });
      await content.run();
      expect(await stateOf(content, batch)).toBe('providers-disagree');
    }
  });

  test.each([9e15, -1, 4_102_444_801])('one gives a block time that is none: %d', async (blockTime) => {
    const { content, batch } = await anchored();
    await content.ask({}, { landed: content.chain.landed.map((one) => ({ ...one, blockTime })) });
    await content.run();
    expect(await stateOf(content, batch)).toBe('unreadable');
  });

  test('both give another transaction under its name', async () => {
    const { content, batch } = await anchored();
    const other = hashedBatch({ id: '20000000-0000-4000-8000-000000000002' });
    const signature = base58.encode(new Uint8Array(64).fill(8));
    const [landed] = content.chain.landed;
    const forged = new Uint8Array(landed?.wire ?? []);
    forged.set(new Uint8Array(64).fill(8), 1);
    await content.ask(...[0, 1].map(() => ({ landed: [{ wire: forged, blockTime: LATER, err: null }] })));
    await content.publish([batch, { ...other, onchain_tx: signature }]);
    await content.run();
    expect(await stateOf(content, { ...other, onchain_tx: signature })).toBe('unreadable');
  });

  test('one does not answer; the next run asks again, and what was seen once stays when all forget it', async () => {
    const { content, batch } = await anchored();
    const [peer] = await content.ask();
    const settings = { TPC_SOLANA_RPC_URL: peer?.url, TPC_SOLANA_RPC_SECOND_URL: await closedAddress() };
    await content.run({ settings });
    expect(await stateOf(content, batch)).toBe('no-answer');
    await content.run();
    expect(await stateOf(content, batch)).toBe('verified');
    const [second] = await content.ask({ landed: [] }, { landed: [] });
    await content.run();
    expect(await stateOf(content, batch)).toBe('verified');
    expect(second?.asked.length).toBeGreaterThan(0);
  });

  test('two addresses of one host are refused, and without addresses nothing is asked or written', async () => {
    const { content, batch } = await anchored();
    const [peer] = await content.ask();
    const same = { TPC_SOLANA_RPC_URL: peer?.url, TPC_SOLANA_RPC_SECOND_URL: `${peer?.url}/second` };
    await expect(content.run({ settings: same })).rejects.toThrow('are of one host');
    expect(await content.run({ settings: {} })).toMatchObject({
      answers: null,
      missing: ['TPC_SOLANA_RPC_URL', 'TPC_SOLANA_RPC_SECOND_URL'],
    });
    expect(peer?.asked).toEqual([]);
    expect((await bookOf(content)).manifest).toBeNull();
    expect(await stateOf(content, batch)).toBe('not-asked');
  });
});

describe('the other way: memos of the treasury', () => {
  test('one for which no batch is published is found, by whoever looks; those of others and of other things are not', async () => {
    const content = await createAnchoredContent();
    const hidden = 'e'.repeat(64);
    const stray = await memos(batchMemo(hidden))(content);
    await memos('Thanks')(content);
    await memos(`${MEMO} as announced`)(content);
    await content.publish([{ ...BATCH, onchain_tx: await memos(MEMO)(content) }]);
    await content.run();
    const found = strayMemos(await bookOf(content), publicationOf(content));
    expect(found.map(({ hash, sighting }) => [hash, sighting.signature])).toEqual([[hidden, stray]]);
  });

  test('the root of a log is found too, and kept with its bytes', async () => {
    const content = await createAnchoredContent();
    const root = { origin: 'transparency.example/log', size: 7n, root: new Uint8Array(32).fill(1) };
    const signature = await memos(formatRootMemo(root))(content);
    const stranger = await testWallet();
    content.chain.endow(stranger);
    await content.chain.call(stranger, [memoCall(formatRootMemo(root), V3)], LATER);
    await content.publish([BATCH]);
    await content.run();
    const posted = postedRoots(await bookOf(content), publicationOf(content));
    expect(posted.map(({ memo, wallet, sighting }) => [memo, wallet, sighting.signature])).toEqual([
      [root, content.treasury.address, signature],
    ]);
    expect(strayMemos(await bookOf(content), publicationOf(content))).toEqual([]);
  });

  test('a provider that hides one is not believed: the other tells of it', async () => {
    const content = await createAnchoredContent();
    await memos(batchMemo('e'.repeat(64)))(content);
    await content.publish([BATCH]);
    await content.ask({ landed: [] });
    await content.run();
    expect((await bookOf(content)).unsettled.size).toBe(1);
    await content.ask();
    await content.run();
    expect(strayMemos(await bookOf(content), publicationOf(content))).toHaveLength(1);
  });

  test('more than a run may ask for, or one that was not answered for: later runs come back to them', async () => {
    const content = await createAnchoredContent();
    for (const digit of ['c', 'd', 'e']) await memos(batchMemo(digit.repeat(64)))(content);
    await content.publish([BATCH]);
    const counts: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      await content.run({ most: 1 });
      counts.push(strayMemos(await bookOf(content), publicationOf(content)).length);
    }
    expect(counts).toEqual([1, 2, 3]);
    expect((await bookOf(content)).unsettled.size).toBe(0);
  });

  test('what was looked through is not looked through again', async () => {
    const content = await createAnchoredContent();
    const first = await memos(MEMO)(content);
    await content.publish([{ ...BATCH, onchain_tx: first }]);
    await content.run();
    const [watched] = (await bookOf(content)).manifest?.watched ?? [];
    expect(watched).toEqual({
      address: content.treasury.address,
      until: first,
      since: '2026-01-30T12:00:00Z',
      complete: true,
    });
    await content.run();
    expect((await bookOf(content)).manifest?.watched).toEqual([watched]);
  });
});

test('balances are exact, with the slot and the time at which each provider told them', async () => {
  const content = await createAnchoredContent();
  const lamports = '9007199254740993'; // No JavaScript number holds it.
  const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => number };
  const exact = new Map([[content.treasury.address, rawJSON(lamports)]]);
  await content.publish([BATCH]);
  await content.ask({ balances: exact }, { balances: exact, behind: 3 });
  await content.run();
  const told = (await bookOf(content)).balances.get(content.treasury.address)?.told ?? [];
  expect(told.map((one) => one.lamports)).toEqual([lamports, lamports]);
  expect(Number(told[0]?.slot) - Number(told[1]?.slot)).toBe(3);
  for (const { time } of told) expect(Math.abs(seconds(time ?? '') - seconds(ASKED_AT))).toBeLessThan(5);
});

test('a run is bounded: what it did not come to, the next ones ask for', async () => {
  const content = await createAnchoredContent();
  const batches: Batch[] = [];
  for (let at = 0; at < 5; at += 1) {
    const batch = hashedBatch({ id: `20000000-0000-4000-8000-00000000000${at}` });
    batches.push({ ...batch, onchain_tx: await memos(batchMemo(batch.public_hash ?? ''))(content) });
  }
  await content.publish(batches);
  for (const asked of [2, 2, 1, 0]) expect((await content.run({ most: 2 })).answers).toMatchObject({ asked });
  for (const batch of batches) expect(await stateOf(content, batch)).toBe('verified');
});
