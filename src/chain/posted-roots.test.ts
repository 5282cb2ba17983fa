import { beforeAll, expect, test } from 'vitest';
import type { RecordEntry } from '../ledger/record.ts';
import { sightingOf, signedMemos, type TestWallet, testWallet } from '../testing/memo-transaction.ts';
import { postedRoots } from './posted-roots.ts';
import { formatRootMemo } from './root-memo.ts';
import { type ReadSighting, readSighting, type Sighting } from './sighting.ts';

const memoOf = (size: bigint) =>
  formatRootMemo({ origin: 'transparency.example/log', size, root: new Uint8Array(32).fill(1) });

let treasury: TestWallet;
let entries: RecordEntry[];
beforeAll(async () => {
  treasury = await testWallet();
  const value = { name: 'Treasury', type: 'treasury', address: treasury.address };
  entries = [{ kind: 'first', dataset: 'wallets', id: 'Treasury', seen_at: '2026-01-02T00:00:00Z', value }];
});

const seen = async (wallet: TestWallet, texts: readonly string[], over: Partial<Sighting> = {}) =>
  readSighting(sightingOf(await signedMemos(wallet, texts), over));
const postedIn = (...sightings: readonly ReadSighting[]) =>
  postedRoots({ sightings: new Map(sightings.map((one) => [one.signature, one])) }, { entries });

test('roots that the treasury signed are the operator’s, the newest first, with the wallet', async () => {
  const older = await seen(treasury, ['Thanks', memoOf(7n)]);
  const newer = await seen(treasury, [memoOf(9n)], { slot: '396000001' });
  expect(postedIn(older, newer).map(({ memo, wallet }) => [memo.size, wallet])).toEqual([
    [9n, treasury.address],
    [7n, treasury.address],
  ]);
});

test('what a stranger signed, what failed, and what another program wrote says nothing', async () => {
  const program = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';
  const nothing = [
    await seen(await testWallet(), [memoOf(7n)]),
    await seen(treasury, [memoOf(7n)], { err: '{"InstructionError":[0,"Custom"]}' }),
    await seen(treasury, ['Thanks'], { inner: [{ program, text: memoOf(7n) }] }),
  ];
  expect(postedIn(...nothing)).toEqual([]);
});
