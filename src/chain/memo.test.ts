import { SUPPORTED_MEMO_PROGRAM_ADDRESSES } from '@solana-program/memo';
import { expect, test } from 'vitest';
import { batchHashIn, batchMemo, lookAlikes, MEMO_PROGRAMS, memoCall, memosIn } from './memo.ts';

const HASH = '5730c72474baa5b5869a796f97fd294510f40827477977f754b068ae42d0d5ad';
const [program = ''] = MEMO_PROGRAMS;

test('the memo programs are those that the Solana Foundation’s package lists', () => {
  expect([...MEMO_PROGRAMS].toSorted()).toEqual([...SUPPORTED_MEMO_PROGRAM_ADDRESSES].toSorted());
});

test('the memo of a batch names its hash, and nothing else is read from a memo', () => {
  expect(batchHashIn(batchMemo(HASH))).toBe(HASH);
  expect(batchHashIn(` ${batchMemo(HASH)}`)).toBeNull();
  expect(batchHashIn('Thanks')).toBeNull();
});

test('several memos of a transaction are found; bytes that are no UTF-8 and calls of others are none', () => {
  const calls = [
    memoCall('first', program),
    { program, data: Uint8Array.of(0xff) },
    memoCall(batchMemo(HASH), '11111111111111111111111111111111'),
    ...MEMO_PROGRAMS.map((one) => memoCall(batchMemo(HASH), one)),
  ];
  expect(memosIn(calls).map(({ text }) => text)).toEqual([
    'first',
    ...MEMO_PROGRAMS.map(() => batchMemo(HASH)),
  ]);
  expect(lookAlikes(calls)).toEqual([{ program: '11111111111111111111111111111111', text: batchMemo(HASH) }]);
});
